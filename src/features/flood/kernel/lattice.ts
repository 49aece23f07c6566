// Cells of a run's grid and places on the Earth.

import { placeOnLattice, pointOfLattice } from '#model/grid-lattice.ts';
import { fromDegrees, toDegrees } from '#model/units.ts';
import type { FloodPlace, PlaceDeg } from '../contract.ts';

type Grid = Pick<FloodPlace, 'width' | 'height' | 'lattice'>;

/** Row-major number of the cell that holds the place; undefined outside the grid. */
export function findCell(
  { width, height, lattice }: Grid,
  [longitudeDeg, latitudeDeg]: PlaceDeg,
): number | undefined {
  const point = pointOfLattice(lattice, fromDegrees(longitudeDeg), fromDegrees(latitudeDeg));
  if (!point) return undefined;
  const column = Math.floor(point.column);
  const row = Math.floor(point.row);
  if (column >= width || row >= height) return undefined;
  return row * width + column;
}

/** Centre of a cell. */
export function placeOfCell({ width, lattice }: Grid, cell: number): PlaceDeg {
  const row = Math.floor(cell / width);
  const { longitude, latitude } = placeOnLattice(lattice, cell - row * width + 0.5, row + 0.5);
  return [toDegrees(longitude), toDegrees(latitude)];
}
