// Which outline a point lies in, by even cells that know who reaches into them: a firebrand asks every time it lands, and
// a tree of boxes took an eighth of an ensemble. m.

import type { BuildingOutlines, MeasuredOutlines } from './outlines.ts';

/** The building that a point lies in, the one with the lowest number where outlines overlap; −1 where there is none. */
export type FindAt = (xM: number, yM: number) => number;

const CELL_M = 16;
const MOST_CELLS = 4_000_000;

export function createPointIndex(
  { count, start, xM, yM }: BuildingOutlines,
  { centreXM, centreYM, radiusM }: MeasuredOutlines,
): FindAt {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let building = 0; building < count; building++) {
    west = Math.min(west, centreXM[building]! - radiusM[building]!);
    east = Math.max(east, centreXM[building]! + radiusM[building]!);
    south = Math.min(south, centreYM[building]! - radiusM[building]!);
    north = Math.max(north, centreYM[building]! + radiusM[building]!);
  }
  if (count === 0) return () => -1;
  const cellM = Math.max(CELL_M, Math.sqrt(((east - west) * (north - south)) / MOST_CELLS));
  const columns = Math.floor((east - west) / cellM) + 1;
  const rows = Math.floor((north - south) / cellM) + 1;
  const first = new Int32Array(columns * rows + 1);
  const eachCell = (building: number, take: (cell: number) => void) => {
    const [x, y, radius] = [centreXM[building]!, centreYM[building]!, radiusM[building]!];
    const lastColumn = Math.floor((x + radius - west) / cellM);
    const lastRow = Math.floor((y + radius - south) / cellM);
    for (let row = Math.floor((y - radius - south) / cellM); row <= lastRow; row++)
      for (let at = Math.floor((x - radius - west) / cellM); at <= lastColumn; at++)
        take(row * columns + at);
  };
  for (let building = 0; building < count; building++)
    eachCell(building, (cell) => {
      first[cell + 1]!++;
    });
  for (let cell = 0; cell < columns * rows; cell++) first[cell + 1]! += first[cell]!;
  const inCell = new Int32Array(first[columns * rows]!);
  const place = first.slice();
  for (let building = 0; building < count; building++)
    eachCell(building, (cell) => {
      inCell[place[cell]!++] = building;
    });

  function isInside(building: number, x: number, y: number): boolean {
    let odd = false;
    const begin = start[building]!;
    const end = start[building + 1]!;
    for (let at = begin, before = end - 1; at < end; before = at++) {
      const up = yM[at]! > y;
      if (up === yM[before]! > y) continue;
      const slope = (xM[before]! - xM[at]!) / (yM[before]! - yM[at]!);
      if (x < xM[at]! + slope * (y - yM[at]!)) odd = !odd;
    }
    return odd;
  }

  return (x, y) => {
    const column = Math.floor((x - west) / cellM);
    const row = Math.floor((y - south) / cellM);
    if (column < 0 || row < 0 || column >= columns || row >= rows) return -1;
    const cell = row * columns + column;
    for (let at = first[cell]!; at < first[cell + 1]!; at++) {
      const building = inCell[at]!;
      const offX = x - centreXM[building]!;
      const offY = y - centreYM[building]!;
      if (offX * offX + offY * offY > radiusM[building]! ** 2 * (1 + 1e-9)) continue;
      if (isInside(building, x, y)) return building;
    }
    return -1;
  };
}
