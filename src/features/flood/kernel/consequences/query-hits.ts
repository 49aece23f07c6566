// What of a list of hits a person asked to see.

import type { FloodHit, HitQuery } from '../../contract/impact.ts';

/** Filtered and sorted; equal ones stay in the order in which the water came. */
export function queryHits(hits: readonly FloodHit[], query: HitQuery): readonly FloodHit[] {
  const { kinds = [], sort } = query;
  const text = query.text?.trim().toLocaleLowerCase() ?? '';
  const found = hits.filter(
    (hit) => (kinds.length === 0 || kinds.includes(hit.kind)) && (text === '' || says(hit, text)),
  );
  if (!sort) return found;
  const { by, isDescending } = sort;
  const turn = isDescending ? -1 : 1;
  return found.sort((a, b) => turn * compare(a[by], b[by]));
}

const says = ({ name, id, use }: FloodHit, text: string): boolean =>
  [name, id, use].some((one) => one.toLocaleLowerCase().includes(text));

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
