import { encodeQuantizedMesh, STEPS, type TerrainMesh } from './quantized-mesh.ts';
import { simplifyGrid } from './rtin.ts';
import {
  nodeLatitude,
  nodeLongitude,
  nodeSpacingM,
  TILE_CELLS,
  TILE_NODES,
  type TileKey,
} from './tile-scheme.ts';

// One node more on every side, for the slope at the edge.
const SAMPLED = TILE_NODES + 2;

/** A tile of terrain with its heights simplified to `toleranceM`, as a quantized-mesh file. */
export function buildTile(
  heightAt: (longitude: number, latitude: number) => number,
  key: TileKey,
  toleranceM: number,
): Uint8Array {
  return encodeQuantizedMesh(buildTileMesh(heightAt, key, toleranceM));
}

/** `heightAt` takes rad and gives m above the ellipsoid; it is called for the tile's nodes and one ring around. */
export function buildTileMesh(
  heightAt: (longitude: number, latitude: number) => number,
  { level, x, y }: TileKey,
  toleranceM: number,
): TerrainMesh {
  const firstColumn = x * TILE_CELLS;
  const firstRow = y * TILE_CELLS;
  const sampled = new Float64Array(SAMPLED * SAMPLED);
  for (let row = 0; row < SAMPLED; row++) {
    const latitude = nodeLatitude(level, firstRow + row - 1);
    const kept = Math.min(Math.PI / 2, Math.max(-Math.PI / 2, latitude));
    for (let column = 0; column < SAMPLED; column++) {
      const longitude = nodeLongitude(level, firstColumn + column - 1);
      sampled[row * SAMPLED + column] = heightAt(longitude, kept);
    }
  }
  const heights = new Float64Array(TILE_NODES * TILE_NODES);
  for (let row = 0; row < TILE_NODES; row++) {
    const start = (row + 1) * SAMPLED + 1;
    heights.set(sampled.subarray(start, start + TILE_NODES), row * TILE_NODES);
  }

  const { columns, rows, triangles } = simplifyGrid(heights, TILE_NODES, {
    toleranceM,
    cellM: nodeSpacingM(level),
  });
  const count = columns.length;
  const heightOf = (vertex: number) => heights[rows[vertex]! * TILE_NODES + columns[vertex]!]!;
  const { minimumM, maximumM } = heightRange(count, heightOf);
  const u = new Uint16Array(count);
  const v = new Uint16Array(count);
  const h = new Uint16Array(count);
  const normals = new Float32Array(count * 3);
  const toStep = (node: number) => Math.round((node * STEPS) / TILE_CELLS);
  for (let vertex = 0; vertex < count; vertex++) {
    const column = columns[vertex]!;
    const row = rows[vertex]!;
    u[vertex] = toStep(column);
    v[vertex] = toStep(row);
    h[vertex] = Math.round(((heightOf(vertex) - minimumM) / (maximumM - minimumM)) * STEPS);
    const longitude = nodeLongitude(level, firstColumn + column);
    const latitude = nodeLatitude(level, firstRow + row);
    const spacing = nodeSpacingM(level);
    writeNormal(normals, vertex * 3, sampled, row, column, longitude, latitude, spacing);
  }
  const box = [
    nodeLongitude(level, firstColumn),
    nodeLatitude(level, firstRow),
    nodeLongitude(level, firstColumn + TILE_CELLS),
    nodeLatitude(level, firstRow + TILE_CELLS),
  ] as const;
  return { box, minimumM, maximumM, u, v, h, normals, triangles };
}

// The format keeps the range in 32 bits: widen it to numbers that are exact there, and never to nothing.
function heightRange(count: number, heightOf: (vertex: number) => number) {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let vertex = 0; vertex < count; vertex++) {
    const height = heightOf(vertex);
    if (height < least) least = height;
    if (height > greatest) greatest = height;
  }
  const step = 2 ** -10;
  const minimumM = Math.fround(Math.floor(least / step) * step);
  const maximumM = Math.fround(Math.ceil(greatest / step) * step);
  return { minimumM, maximumM: maximumM > minimumM ? maximumM : minimumM + step };
}

// Across the node's neighbours, so that tiles agree along their edge; in Earth-centred axes.
function writeNormal(
  out: Float32Array,
  at: number,
  sampled: Float64Array,
  row: number,
  column: number,
  longitude: number,
  latitude: number,
  spacingM: number,
): void {
  const here = (row + 1) * SAMPLED + column + 1;
  const cosLat = Math.cos(latitude);
  const runEast = 2 * spacingM * Math.max(cosLat, 1e-6);
  const east = cosLat < 1e-6 ? 0 : -(sampled[here + 1]! - sampled[here - 1]!) / runEast;
  const north = -(sampled[here + SAMPLED]! - sampled[here - SAMPLED]!) / (2 * spacingM);
  const length = Math.hypot(east, north, 1);
  const [e, n, up] = [east / length, north / length, 1 / length];
  const sinLat = Math.sin(latitude);
  const sinLon = Math.sin(longitude);
  const cosLon = Math.cos(longitude);
  out[at] = -sinLon * e - sinLat * cosLon * n + cosLat * cosLon * up;
  out[at + 1] = cosLon * e - sinLat * sinLon * n + cosLat * sinLon * up;
  out[at + 2] = cosLat * n + sinLat * up;
}
