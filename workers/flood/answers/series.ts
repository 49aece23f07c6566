// Hydrographs at drawn points and through drawn lines, from the kept frames of a run: to the millimetre and the cm/s.

import type { PlaceDeg } from '#features/flood/contract.ts';
import type { FloodGround } from '../parts.ts';
import type { FloodSeries } from '../protocol.ts';
import type { KeptFrames } from '../run/kept-frames.ts';
import type { TileArrays } from '../run/tile-codec.ts';
import { type FaceCrossing, facesOfLine } from './cells-of-line.ts';
import { placeInTile } from './read-depths.ts';

interface Water {
  readonly depthM: number;
  readonly uMs: number;
  readonly vMs: number;
}

type WaterOf = (cell: number) => Water;

const dry: Water = { depthM: 0, uMs: 0, vMs: 0 };

/** A point outside the grid is dry, its level NaN; levels of dry cells are the bed's. */
export function seriesOf(
  frames: KeptFrames,
  ground: FloodGround,
  points: readonly PlaceDeg[],
  lines: readonly (readonly PlaceDeg[])[],
): FloodSeries {
  const { width, height, cellM, zM } = ground.grid;
  const cells = points.map((point) => cellAt(ground, point));
  const faces = lines.map((line) =>
    facesOfLine(
      line.map((place) => ground.toGrid(place)),
      width,
      height,
    ),
  );
  const count = frames.timesS.length;
  const make = (of: readonly unknown[]) => of.map(() => new Float32Array(count));
  const series: FloodSeries = {
    timeS: new Float64Array(count),
    depthM: make(points),
    levelM: make(points),
    speedMs: make(points),
    flowM3s: make(lines),
  };
  let row = 0;
  frames.eachTime(tilesOf([...cells, ...cellsOf(faces)], width), (timeS, wet) => {
    const waterOf = reader(wet, width);
    series.timeS[row] = timeS;
    for (const [at, cell] of cells.entries()) {
      const { depthM, uMs, vMs } = cell < 0 ? dry : waterOf(cell);
      series.depthM[at]![row] = depthM;
      series.levelM[at]![row] = cell < 0 ? Number.NaN : zM[cell]! + depthM;
      series.speedMs[at]![row] = Math.hypot(uMs, vMs);
    }
    for (const [at, crossed] of faces.entries()) {
      series.flowM3s[at]![row] = flowThrough(crossed, waterOf, cellM);
    }
    row++;
  });
  return series;
}

function cellAt({ grid, toGrid }: FloodGround, place: PlaceDeg): number {
  const [x, y] = toGrid(place).map(Math.floor);
  const isInside =
    x !== undefined && y !== undefined && x >= 0 && y >= 0 && x < grid.width && y < grid.height;
  return isInside ? y * grid.width + x : -1;
}

const cellsOf = (lines: readonly (readonly FaceCrossing[])[]): number[] =>
  lines.flatMap((line) => line.flatMap(({ first, second }) => [first, second]));

const tilesOf = (cells: readonly number[], width: number): number[] => [
  ...new Set(cells.filter((cell) => cell >= 0).map((cell) => placeInTile(cell, width).tile)),
];

function reader(wet: ReadonlyMap<number, TileArrays>, width: number): WaterOf {
  return (cell) => {
    const { tile, at } = placeInTile(cell, width);
    const arrays = wet.get(tile);
    if (!arrays) return dry;
    return {
      depthM: arrays.depthMm[at]! / 1000,
      uMs: arrays.uCms[at]! / 100,
      vMs: arrays.vCms[at]! / 100,
    };
  };
}

/** Mean of the flow on both sides of each face; a face with one dry side passes half of what the other has. */
function flowThrough(faces: readonly FaceCrossing[], waterOf: WaterOf, cellM: number): number {
  let flow = 0;
  for (const { first, second, axis, sign } of faces) {
    for (const { depthM, uMs, vMs } of [waterOf(first), waterOf(second)]) {
      flow += 0.5 * sign * depthM * (axis === 'x' ? uMs : vMs) * cellM;
    }
  }
  return flow;
}
