import { BufferAttribute, BufferGeometry, Uint8BufferAttribute } from 'three';
import type { SectionCaps } from '../../contract/section.ts';
import type { RowIndex } from './row-index.ts';

/** The surfaces that a cut lays open, those of the part's own elements alone: the whole model was cut. */
export function capGeometry(
  { positions, hatch, indices, elements, rgba }: SectionCaps,
  base: number,
  rows: RowIndex,
): BufferGeometry {
  const own: number[] = [];
  for (let at = 0; at < indices.length; at += 3) {
    if (!rows.has(base + elements[indices[at]!]!)) continue;
    own.push(indices[at]!, indices[at + 1]!, indices[at + 2]!);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('hatch', new BufferAttribute(hatch, 2));
  geometry.setAttribute('rgba', new Uint8BufferAttribute(rgba, 4, true));
  const rowOf = Float32Array.from(elements, (element) => rows.rowOf(base + element) ?? 0);
  geometry.setAttribute('row', new BufferAttribute(rowOf, 1));
  geometry.setIndex(own);
  return geometry;
}
