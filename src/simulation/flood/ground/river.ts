// A river's bed and levels from stations along its axis: levels (m), widths and distances in cells of the grid. Where
// the elevation model shows the water's surface instead of the bed, a bed is cut into it: a parabola across, as deep as
// the stations say.

import { fillStrip } from './polygons.ts';

/** Stations in order along the axis. */
export interface RiverStation {
  /** Grid coordinates. */
  readonly x: number;
  readonly y: number;
  readonly bedM: number;
  readonly meanLevelM: number;
  /** Level of the hundred-year flood; NaN: not known. */
  readonly floodLevelM: number;
  readonly widthCells: number;
  /** Manning's n of the bed; NaN: not known. */
  readonly manning: number;
}

export interface RiverCells {
  /** Cells within the river's width. */
  readonly cells: readonly number[];
  /** Mean level of the water at each cell within the river's width; NaN elsewhere. */
  readonly levelM: Float32Array;
  /** Level of the hundred-year flood there; NaN elsewhere, and where it is not known. */
  readonly floodM: Float32Array;
  /** n of the bed there; NaN elsewhere. */
  readonly manning: Float32Array;
  /** Cells whose bed was cut. */
  readonly cut: number;
}

/** How much nearer to the water's level than to the bed the model's ground may be at the axis before a bed is cut. */
const SURFACE_SHARE = 0.6;

/** Lowers `zM` in place where the model shows water. */
export function placeRiver(
  stations: readonly RiverStation[],
  zM: Float32Array,
  width: number,
  height: number,
): RiverCells {
  const levelM = new Float32Array(width * height).fill(Number.NaN);
  const floodM = new Float32Array(width * height).fill(Number.NaN);
  const manning = new Float32Array(width * height).fill(Number.NaN);
  const off = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  const cells: number[] = [];
  let cut = 0;
  for (let at = 0; at + 1 < stations.length; at++) {
    const [from, to] = [stations[at]!, stations[at + 1]!];
    const showsWater = isSurface(from, zM, width, height) || isSurface(to, zM, width, height);
    const reach = Math.max(from.widthCells, to.widthCells) / 2;
    const line = Float64Array.of(from.x, from.y, to.x, to.y);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const square = dx * dx + dy * dy || 1;
    fillStrip(line, reach, width, height, (row, first, end) => {
      for (let column = first; column < end; column++) {
        const cell = row * width + column;
        const [x, y] = [column + 0.5 - from.x, row + 0.5 - from.y];
        const share = Math.min(1, Math.max(0, (x * dx + y * dy) / square));
        const away = Math.hypot(x - share * dx, y - share * dy);
        const half = (from.widthCells + share * (to.widthCells - from.widthCells)) / 2;
        if (away > half || away >= off[cell]!) continue;
        if (off[cell] === Number.POSITIVE_INFINITY) cells.push(cell);
        off[cell] = away;
        const level = from.meanLevelM + share * (to.meanLevelM - from.meanLevelM);
        levelM[cell] = level;
        floodM[cell] = from.floodLevelM + share * (to.floodLevelM - from.floodLevelM);
        manning[cell] = from.manning + share * (to.manning - from.manning);
        if (!showsWater) continue;
        const bed = from.bedM + share * (to.bedM - from.bedM);
        const parabola = bed + (level - bed) * (away / half) ** 2;
        const ground = zM[cell]!;
        if (Number.isNaN(ground) || parabola < ground) {
          zM[cell] = parabola;
          cut++;
        }
      }
    });
  }
  return { cells, levelM, floodM, manning, cut };
}

function isSurface(
  { x, y, bedM, meanLevelM }: RiverStation,
  zM: Float32Array,
  width: number,
  height: number,
): boolean {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return false;
  const ground = zM[row * width + column]!;
  return Number.isNaN(ground) || ground > bedM + SURFACE_SHARE * (meanLevelM - bedM);
}
