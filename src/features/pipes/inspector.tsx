import type { Selected } from '#store/selection.ts';
import { OneElement } from './inspector/OneElement.tsx';
import { SeveralElements } from './inspector/SeveralElements.tsx';

/** The selected pipe, node, valve or device with everything known of it; several in a list. */
export default function PipesInspector({ selected }: { readonly selected: readonly Selected[] }) {
  const [only] = selected;
  if (!only) return null;
  return selected.length === 1 ? (
    <OneElement key={only.id} id={only.id} />
  ) : (
    <SeveralElements selected={selected} />
  );
}
