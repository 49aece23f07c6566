import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { elevationGridHeader } from '#contract/elevation-grid.ts';
import { createFromGeodetic, createToGeodetic } from '#model/crs.ts';
import { type ElevationGrid, sampleElevation } from '#model/elevation-grid.ts';

const LIMIT_CELLS = 100e6;
const METRE_TWINS: Readonly<Record<string, string>> = {
  'EPSG:6360': 'EPSG:5703',
  'EPSG:8228': 'EPSG:5703',
};

/** Writes `grid.json` and `grid.f32` for simulations: one grid as it is, several resampled into the first's. */
export async function writeGrid(
  grids: readonly ElevationGrid[],
  folder: string,
  signal: AbortSignal | undefined,
): Promise<{ files: string[]; report: string }> {
  const [first, ...others] = grids;
  if (!first) throw new RangeError('writeGrid got no grid.');
  const frame = others.length === 0 ? first : frameAround(first, others);
  const readRow = others.length === 0 ? rowOf(first) : createRowSampler(frame, grids);

  const handle = await open(join(folder, 'grid.f32'), 'w');
  try {
    for (let row = 0; row < frame.height; row++) {
      signal?.throwIfAborted();
      await handle.write(toLittleEndian(readRow(row)));
    }
  } finally {
    await handle.close();
  }
  const { width, height, west, north, cellX, cellY, crs } = frame;
  const header = v.parse(elevationGridHeader, {
    width,
    height,
    west,
    north,
    cellX,
    cellY,
    crs: {
      horizontal: crs.horizontal.code,
      // Heights are metres in here, whatever the survey's were.
      vertical: METRE_TWINS[crs.vertical.code] ?? crs.vertical.code,
    },
    data: 'grid.f32',
  });
  await writeFile(join(folder, 'grid.json'), `${JSON.stringify(header)}\n`);
  const report = `grid for simulations: ${width} × ${height} cells of ${cellX} × ${cellY}`;
  return { files: ['grid.json', 'grid.f32'], report };
}

type Frame = Omit<ElevationGrid, 'heightsM'>;

const rowOf =
  ({ heightsM, width }: ElevationGrid) =>
  (row: number) =>
    heightsM.subarray(row * width, (row + 1) * width);

function toLittleEndian(row: Float32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(row.length * 4));
  for (const [at, value] of row.entries()) bytes.setFloat32(at * 4, value, true);
  return new Uint8Array(bytes.buffer);
}

/** Cells of the first grid's CRS and size around all of them; larger cells where that is too many. */
function frameAround(first: ElevationGrid, others: readonly ElevationGrid[]): Frame {
  let west = first.west;
  let north = first.north;
  let east = first.west + first.cellX * first.width;
  let south = first.north - first.cellY * first.height;
  for (const grid of others) {
    const corners = Float64Array.from(
      [0, 1, 2, 3].flatMap((corner) => [
        grid.west + (corner % 2) * grid.cellX * grid.width,
        grid.north - Math.floor(corner / 2) * grid.cellY * grid.height,
        0,
      ]),
    );
    toFrame(grid, first)(corners);
    for (let at = 0; at < corners.length; at += 3) {
      west = Math.min(west, corners[at]!);
      east = Math.max(east, corners[at]!);
      south = Math.min(south, corners[at + 1]!);
      north = Math.max(north, corners[at + 1]!);
    }
  }
  const cells = ((east - west) / first.cellX) * ((north - south) / first.cellY);
  const factor = Math.ceil(Math.sqrt(cells / LIMIT_CELLS));
  const cellX = first.cellX * factor;
  const cellY = first.cellY * factor;
  const width = Math.max(1, Math.round((east - west) / cellX));
  const height = Math.max(1, Math.round((north - south) / cellY));
  return { width, height, west, north, cellX, cellY, crs: first.crs };
}

/** Moves coordinates (in place) from one grid's CRS to another's; heights take no part. */
function toFrame(from: Frame, to: Frame): (places: Float64Array) => void {
  const flat = () => 0;
  const out = createToGeodetic(from.crs, flat, { axes: 'east-north' });
  const back = createFromGeodetic(to.crs, flat, { axes: 'east-north' });
  return (places) => {
    out(places, places);
    back(places, places);
  };
}

function createRowSampler(frame: Frame, grids: readonly ElevationGrid[]) {
  const finestFirst = [...grids].sort((a, b) => a.cellX - b.cellX);
  const moves = finestFirst.map((grid) => toFrame(frame, grid));
  const heights = new Float32Array(frame.width);
  const places = new Float64Array(frame.width * 3);
  return (row: number): Float32Array => {
    heights.fill(Number.NaN);
    for (const [at, grid] of finestFirst.entries()) {
      for (let column = 0; column < frame.width; column++) {
        places[column * 3] = frame.west + (column + 0.5) * frame.cellX;
        places[column * 3 + 1] = frame.north - (row + 0.5) * frame.cellY;
        places[column * 3 + 2] = 0;
      }
      moves[at]?.(places);
      for (let column = 0; column < frame.width; column++) {
        if (!Number.isNaN(heights[column]!)) continue;
        heights[column] = sampleElevation(grid, places[column * 3]!, places[column * 3 + 1]!);
      }
    }
    return heights;
  };
}
