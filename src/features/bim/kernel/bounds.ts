// Boxes around elements in the model's frame, m.

import type { SectionBox } from '../contract.ts';
import type { ModelData } from './model-data.ts';

/** Around the meshes of these rows together; undefined where none has one. */
export function boundsOfRows(data: ModelData, rows: Iterable<number>): SectionBox | undefined {
  const { least, greatest } = data.elements;
  const low: [number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  const high: [number, number, number] = [-low[0], -low[1], -low[2]];
  for (const row of rows) {
    if (!data.hasMesh(row) || Number.isNaN(least[row * 3]!)) continue;
    for (let axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(low[axis]!, least[row * 3 + axis]!);
      high[axis] = Math.max(high[axis]!, greatest[row * 3 + axis]!);
    }
  }
  return low[0] === Number.POSITIVE_INFINITY ? undefined : { leastM: low, greatestM: high };
}

/** Around an element's own mesh, else around all parts below it together. */
export function boundsOfElement(data: ModelData, row: number): SectionBox | undefined {
  if (data.hasMesh(row)) return boundsOfRows(data, [row]);
  const parts = Array.from({ length: data.endOf(row) - row }, (_, at) => row + at);
  return boundsOfRows(data, parts);
}
