import type { Selected } from '#store/selection.ts';
import { BuildingInspector } from './inspector/BuildingInspector.tsx';
import { SelectionStatistics } from './inspector/SelectionStatistics.tsx';

/** What is known about one selected building, or the statistics of several. */
export default function CityInspector({ selected }: { readonly selected: readonly Selected[] }) {
  const [only] = selected;
  if (!only) return null;
  return selected.length === 1 ? (
    <BuildingInspector key={only.id} selected={only} />
  ) : (
    <SelectionStatistics selected={selected} />
  );
}
