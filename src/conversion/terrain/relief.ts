import { type BoxRad, contains, sizeM } from './box.ts';
import { type MembraneGrid, relax, solveMembrane } from './membrane.ts';

/** Heights above the geoid on a grid of longitude and latitude; its border nodes lie on the box. */
export interface Relief {
  readonly box: BoxRad;
  readonly width: number;
  readonly height: number;
  /** Row-major from the south-west. */
  readonly offsetsM: Float64Array;
}

/** Where a grid lies and how fine it is; cells are about square on the ground. */
export interface ReliefFrame {
  readonly box: BoxRad;
  readonly width: number;
  readonly height: number;
}

/** A frame whose nodes are `spacingM` apart, or as much wider as keeps it to `limit` nodes a side. */
export function frameBox(box: BoxRad, spacingM: number, limit: number): ReliefFrame {
  const [x, y] = sizeM(box);
  const spacing = Math.max(spacingM, x / (limit - 1), y / (limit - 1));
  const toNodes = (length: number) => Math.min(limit, Math.max(3, Math.ceil(length / spacing) + 1));
  return { box, width: toNodes(x), height: toNodes(y) };
}

/** Offset (m) between the nodes of a relief, bilinear; the position must lie in its box. */
export function offsetAt(
  { box, width, height, offsetsM }: Relief,
  longitude: number,
  latitude: number,
) {
  const x = ((longitude - box[0]) / (box[2] - box[0])) * (width - 1);
  const y = ((latitude - box[1]) / (box[3] - box[1])) * (height - 1);
  const left = Math.min(Math.floor(x), width - 2);
  const bottom = Math.min(Math.floor(y), height - 2);
  const s = x - left;
  const t = y - bottom;
  const at = bottom * width + left;
  return (
    (1 - t) * ((1 - s) * offsetsM[at]! + s * offsetsM[at + 1]!) +
    t * ((1 - s) * offsetsM[at + width]! + s * offsetsM[at + width + 1]!)
  );
}

/** Known heights at places, as offsets from the geoid; `weight` as in a membrane. */
export interface KnownOffsets {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly offsetsM: Float64Array;
  readonly weight: number;
}

/** A relief through what `offsetOf` knows at the nodes (NaN where nothing), smooth between, `rim` along its border. */
export function reliefThrough(
  frame: ReliefFrame,
  offsetOf: (longitude: number, latitude: number) => number,
  rim: (longitude: number, latitude: number) => number,
): Relief {
  const grid = emptyGrid(frame);
  forEachNode(frame, (at, longitude, latitude, isRim) => {
    const offset = isRim ? rim(longitude, latitude) : offsetOf(longitude, latitude);
    if (Number.isNaN(offset)) return;
    grid.values[at] = offset;
    grid.weights[at] = Number.POSITIVE_INFINITY;
  });
  return { ...frame, offsetsM: solveMembrane(grid) };
}

/**
 * A relief through scattered places: each pulls the node nearest to it, and what the surface then misses at the
 * places themselves is added to the pull, so that on a slope the nodes stand right for their own place.
 */
export function reliefOver(
  frame: ReliefFrame,
  known: KnownOffsets,
  rim: (longitude: number, latitude: number) => number,
): Relief {
  const { box, width, height } = frame;
  const grid = emptyGrid(frame);
  const counts = new Uint32Array(width * height);
  const nodeOf = new Int32Array(known.longitudes.length).fill(-1);
  for (let place = 0; place < nodeOf.length; place++) {
    const longitude = known.longitudes[place]!;
    const latitude = known.latitudes[place]!;
    if (!contains(box, longitude, latitude)) continue;
    const column = Math.round(((longitude - box[0]) / (box[2] - box[0])) * (width - 1));
    const row = Math.round(((latitude - box[1]) / (box[3] - box[1])) * (height - 1));
    const at = row * width + column;
    nodeOf[place] = at;
    counts[at]!++;
    grid.values[at] = grid.values[at]! + known.offsetsM[place]!;
  }
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    grid.values[at] = grid.values[at]! / counts[at]!;
    grid.weights[at] = known.weight * Math.min(counts[at]!, 10);
  }
  forEachNode(frame, (at, longitude, latitude, isRim) => {
    if (!isRim) return;
    grid.values[at] = rim(longitude, latitude);
    grid.weights[at] = Number.POSITIVE_INFINITY;
  });
  const relief = { ...frame, offsetsM: solveMembrane(grid) };
  for (let round = 0; round < ROUNDS; round++) {
    addMisses(relief, known, nodeOf, counts, grid);
    relax(grid, relief.offsetsM, SWEEPS);
  }
  return relief;
}

const ROUNDS = 6;
const SWEEPS = 30;

function addMisses(
  relief: Relief,
  known: KnownOffsets,
  nodeOf: Int32Array,
  counts: Uint32Array,
  grid: MembraneGrid,
): void {
  const misses = new Float64Array(grid.values.length);
  for (let place = 0; place < nodeOf.length; place++) {
    const at = nodeOf[place]!;
    if (at < 0) continue;
    const stands = offsetAt(relief, known.longitudes[place]!, known.latitudes[place]!);
    misses[at] = misses[at]! + known.offsetsM[place]! - stands;
  }
  for (let at = 0; at < misses.length; at++) {
    if (counts[at]! > 0 && grid.weights[at] !== Number.POSITIVE_INFINITY) {
      grid.values[at] = grid.values[at]! + misses[at]! / counts[at]!;
    }
  }
}

/** The geoid as the rim of everything: no offset. */
export const noOffset = () => 0;

function emptyGrid({ width, height }: ReliefFrame): MembraneGrid {
  const values = new Float64Array(width * height);
  return { width, height, values, weights: new Float64Array(width * height) };
}

function forEachNode(
  { box, width, height }: ReliefFrame,
  visit: (at: number, longitude: number, latitude: number, isRim: boolean) => void,
): void {
  for (let row = 0; row < height; row++) {
    const latitude = box[1] + ((box[3] - box[1]) * row) / (height - 1);
    for (let column = 0; column < width; column++) {
      const longitude = box[0] + ((box[2] - box[0]) * column) / (width - 1);
      const isRim = row === 0 || column === 0 || row === height - 1 || column === width - 1;
      visit(row * width + column, longitude, latitude, isRim);
    }
  }
}
