// Ground between the buildings that may carry fire: a raster of cover codes with the buildings cut out of it, and which
// of its cells lie at whose walls. m in the plane of the outlines.

import type { BuildingOutlines } from './outlines.ts';

/** Rows go southwards. */
export interface GroundRaster {
  readonly columns: number;
  readonly rows: number;
  readonly cellM: number;
  /** The north-west corner. */
  readonly westM: number;
  readonly northM: number;
  /** One code a cell; 0 is bare, what the others are is the scenario's to say. */
  readonly cover: Uint8Array;
}

export interface UrbanGround extends GroundRaster {
  /** Cells at the walls of building b: `cells[firstCell[b]]` … `cells[firstCell[b + 1]]`. */
  readonly firstCell: Int32Array;
  readonly cells: Int32Array;
  /** Buildings whose walls cell c lies at: `walls[firstWall[c]]` … `walls[firstWall[c + 1]]`. */
  readonly firstWall: Int32Array;
  readonly walls: Int32Array;
}

/** Flames out of openings reach the ground up to here, and flames on it the wall: as short gaps in ./wind-drive.ts. */
const AT_WALL_M = 5;

/** Throws `RangeError` where codes and cells differ in number or cells have no size. */
export function createGround(raster: GroundRaster, outlines: BuildingOutlines): UrbanGround {
  const { columns, rows, cellM } = raster;
  if (!(cellM > 0) || raster.cover.length !== columns * rows)
    throw new RangeError(
      `There are ${raster.cover.length} cells of ${cellM} m; ${columns} × ${rows} of more than 0 m are expected.`,
    );
  const cover = raster.cover.slice();
  for (let building = 0; building < outlines.count; building++)
    eachNear(raster, outlines, building, 0, (cell) => {
      cover[cell] = 0;
    });
  const firstCell = new Int32Array(outlines.count + 1);
  const cells: number[] = [];
  const firstWall = new Int32Array(cover.length + 1);
  // A cell is never without a neighbour beside a wall, however large it is.
  const reachM = Math.max(AT_WALL_M, 0.75 * cellM);
  for (let building = 0; building < outlines.count; building++) {
    eachNear(raster, outlines, building, reachM, (cell) => {
      if (cover[cell] === 0) return;
      cells.push(cell);
      firstWall[cell + 1]!++;
    });
    firstCell[building + 1] = cells.length;
  }
  for (let cell = 0; cell < cover.length; cell++) firstWall[cell + 1]! += firstWall[cell]!;
  const walls = new Int32Array(cells.length);
  const place = firstWall.slice();
  for (let building = 0; building < outlines.count; building++)
    for (let at = firstCell[building]!; at < firstCell[building + 1]!; at++)
      walls[place[cells[at]!]!++] = building;
  return { ...raster, cover, firstCell, cells: Int32Array.from(cells), firstWall, walls };
}

/** The cell that a point lies in, −1 outside. */
export function cellAt(
  { columns, rows, cellM, westM, northM }: GroundRaster,
  xM: number,
  yM: number,
): number {
  const column = Math.floor((xM - westM) / cellM);
  const row = Math.floor((northM - yM) / cellM);
  return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
}

/** Cells whose middle lies inside an outline or within `reachM` of it. */
function eachNear(
  { columns, rows, cellM, westM, northM }: GroundRaster,
  { start, xM, yM }: BuildingOutlines,
  building: number,
  reachM: number,
  take: (cell: number) => void,
): void {
  const first = start[building]!;
  const end = start[building + 1]!;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = first; at < end; at++) {
    west = Math.min(west, xM[at]!);
    east = Math.max(east, xM[at]!);
    south = Math.min(south, yM[at]!);
    north = Math.max(north, yM[at]!);
  }
  const lastColumn = Math.min(columns - 1, Math.floor((east + reachM - westM) / cellM - 0.5));
  const lastRow = Math.min(rows - 1, Math.floor((northM - south + reachM) / cellM - 0.5));
  for (
    let row = Math.max(0, Math.ceil((northM - north - reachM) / cellM - 0.5));
    row <= lastRow;
    row++
  )
    for (
      let column = Math.max(0, Math.ceil((west - reachM - westM) / cellM - 0.5));
      column <= lastColumn;
      column++
    ) {
      const x = westM + (column + 0.5) * cellM;
      const y = northM - (row + 0.5) * cellM;
      if (isNear(xM, yM, first, end, x, y, reachM)) take(row * columns + column);
    }
}

function isNear(
  xM: Float64Array,
  yM: Float64Array,
  first: number,
  end: number,
  x: number,
  y: number,
  reachM: number,
): boolean {
  let isInside = false;
  for (let at = first, before = end - 1; at < end; before = at++) {
    const dx = xM[before]! - xM[at]!;
    const dy = yM[before]! - yM[at]!;
    const toX = x - xM[at]!;
    const toY = y - yM[at]!;
    const share = Math.min(1, Math.max(0, (toX * dx + toY * dy) / (dx * dx + dy * dy || 1)));
    if ((toX - share * dx) ** 2 + (toY - share * dy) ** 2 <= reachM * reachM) return true;
    if (yM[at]! > y !== yM[before]! > y && toX < (dx * toY) / dy) isInside = !isInside;
  }
  return isInside;
}
