// From the file's coordinates to the model's frame, whose origin is near the geometry.

import type { BimModel } from '#contract/bim-model.ts';
import type { TableColumns } from '#contract/binary-table.ts';
import type { PointM } from './georeferencing/model-origin.ts';
import type { ModelGeometry, ModelTables } from './parts.ts';

function shiftBounds([least, greatest]: BimModel['boundsM'], by: PointM) {
  const shift = ([x, y, z]: PointM): [number, number, number] => [x - by[0], y - by[1], z - by[2]];
  return [shift(least), shift(greatest)] satisfies BimModel['boundsM'];
}

export function shiftGeometry(geometry: ModelGeometry, by: PointM): ModelGeometry {
  if (by.every((part) => part === 0)) return geometry;
  const { placed, boundsM } = geometry;
  const matrix = placed.matrix.slice();
  for (let row = 0; row < placed.count; row++) {
    for (let axis = 0; axis < 3; axis++) matrix[row * 16 + 12 + axis]! -= by[axis]!;
  }
  return { ...geometry, placed: { ...placed, matrix }, boundsM: shiftBounds(boundsM, by) };
}

/** Storeys and boxes of elements, down by so many metres. */
export function lowerTables(tables: ModelTables, byM: number): ModelTables {
  if (byM === 0) return tables;
  const storeys = tables.storeys.map((storey) => ({
    ...storey,
    elevationM: storey.elevationM - byM,
  }));
  const elements: TableColumns = {
    ...tables.elements,
    ...lowered(tables.elements, 'least', byM),
    ...lowered(tables.elements, 'greatest', byM),
  };
  return { ...tables, storeys, elements };
}

function lowered(columns: TableColumns, name: string, byM: number): TableColumns {
  const corners = columns[name];
  if (!(corners instanceof Float32Array)) return {};
  return { [name]: corners.map((part, at) => (at % 3 === 2 ? part - byM + 0 : part)) };
}
