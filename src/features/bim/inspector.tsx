import type { Selected } from '#store/selection.ts';
import { OneElement } from './inspector/OneElement.tsx';
import { SeveralElements } from './inspector/SeveralElements.tsx';

/** Everything about one selected element, or what several add up to. */
export default function BimInspector({ selected }: { readonly selected: readonly Selected[] }) {
  const [only] = selected;
  if (!only) return null;
  return selected.length === 1 ? (
    <OneElement key={only.id} selected={only} />
  ) : (
    <SeveralElements selected={selected} />
  );
}
