// The terrain tile format quantized-mesh 1.0 with the extension for oct-encoded vertex normals
// (https://github.com/CesiumGS/quantized-mesh): positions in 15 bits within the tile, zig-zag deltas, indices
// relative to the highest so far.

import { type Geodetic, toEcef, WGS84_A, WGS84_F } from '#model/position.ts';
import { metres, type Radians, radians } from '#model/units.ts';
import type { BoxRad } from './box.ts';

/** A tile's mesh in steps of 1/32767 of its box, as it is stored. */
export interface TerrainMesh {
  readonly box: BoxRad;
  /** Heights above the ellipsoid that 0 and 32767 stand for, m; exact in 32 bits. */
  readonly minimumM: number;
  readonly maximumM: number;
  /** From west to east, 0–32767. */
  readonly u: Uint16Array;
  /** From south to north, 0–32767. */
  readonly v: Uint16Array;
  /** From minimum to maximum height, 0–32767. */
  readonly h: Uint16Array;
  /** Unit vectors in Earth-centred axes, three numbers a vertex. */
  readonly normals?: Float32Array;
  /** Counterclockwise from above; vertices numbered in the order of first use. */
  readonly triangles: Uint32Array;
}

export const STEPS = 32767;
const NORMALS_EXTENSION = 1;
const HEADER_BYTES = 88;

export function encodeQuantizedMesh(mesh: TerrainMesh): Uint8Array {
  const count = mesh.u.length;
  const isWide = count > 65536;
  const edges = findEdges(mesh);
  const indexBytes = isWide ? 4 : 2;
  const beforeIndices = HEADER_BYTES + 4 + count * 6;
  const padding = (indexBytes - (beforeIndices % indexBytes)) % indexBytes;
  const indices = mesh.triangles.length + edges.reduce((sum, edge) => sum + edge.length, 0);
  const normalBytes = mesh.normals ? 5 + count * 2 : 0;
  const bytes = beforeIndices + padding + 4 + 16 + indices * indexBytes + normalBytes;
  const view = new DataView(new ArrayBuffer(bytes));
  let at = writeHeader(view, mesh);

  view.setUint32(at, count, true);
  at += 4;
  for (const values of [mesh.u, mesh.v, mesh.h]) {
    let previous = 0;
    for (const value of values) {
      const delta = value - previous;
      view.setUint16(at, (delta << 1) ^ (delta >> 31), true);
      previous = value;
      at += 2;
    }
  }
  at += padding;

  const writeIndex = (index: number) => {
    if (isWide) view.setUint32(at, index, true);
    else view.setUint16(at, index, true);
    at += indexBytes;
  };
  view.setUint32(at, mesh.triangles.length / 3, true);
  at += 4;
  let highest = 0;
  for (const index of mesh.triangles) {
    writeIndex(highest - index);
    if (index === highest) highest++;
  }
  for (const edge of edges) {
    view.setUint32(at, edge.length, true);
    at += 4;
    for (const index of edge) writeIndex(index);
  }
  if (mesh.normals) writeNormals(view, at, mesh.normals);
  return new Uint8Array(view.buffer);
}

/** West, south, east, north vertices, sorted along the edge. */
function findEdges({ u, v }: TerrainMesh): number[][] {
  const along = (values: Uint16Array, where: Uint16Array, value: number): number[] => {
    const found: number[] = [];
    for (let at = 0; at < where.length; at++) if (where[at] === value) found.push(at);
    return found.sort((a, b) => values[a]! - values[b]!);
  };
  return [along(v, u, 0), along(u, v, 0), along(v, u, STEPS), along(u, v, STEPS)];
}

function writeNormals(view: DataView, start: number, normals: Float32Array): void {
  const count = normals.length / 3;
  view.setUint8(start, NORMALS_EXTENSION);
  view.setUint32(start + 1, count * 2, true);
  for (let at = 0; at < count; at++) {
    const [x, y] = toOct(normals[at * 3]!, normals[at * 3 + 1]!, normals[at * 3 + 2]!);
    view.setUint8(start + 5 + at * 2, x);
    view.setUint8(start + 6 + at * 2, y);
  }
}

/** A unit vector on the octahedron, folded into a square of 0–255 (Cigolle et al. 2014). */
export function toOct(x: number, y: number, z: number): [number, number] {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
  const px = x / sum;
  const py = y / sum;
  const fold = (a: number, b: number) => (1 - Math.abs(b)) * (a < 0 ? -1 : 1);
  const [ox, oy] = z < 0 ? [fold(px, py), fold(py, px)] : [px, py];
  const toByte = (value: number) =>
    Math.round((Math.min(Math.max(value, -1), 1) * 0.5 + 0.5) * 255);
  return [toByte(ox), toByte(oy)];
}

/** The inverse of `toOct`, to its resolution. */
export function fromOct(ox: number, oy: number): [number, number, number] {
  let x = (ox / 255) * 2 - 1;
  let y = (oy / 255) * 2 - 1;
  const z = 1 - Math.abs(x) - Math.abs(y);
  if (z < 0) {
    const foldedX = (1 - Math.abs(y)) * (x < 0 ? -1 : 1);
    y = (1 - Math.abs(x)) * (y < 0 ? -1 : 1);
    x = foldedX;
  }
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function writeHeader(view: DataView, mesh: TerrainMesh): number {
  const points = toEcefPoints(mesh);
  const centre = toEcef(middleOf(mesh));
  let radius = 0;
  for (let at = 0; at < points.length; at += 3) {
    const distance = Math.hypot(
      points[at]! - centre.x,
      points[at + 1]! - centre.y,
      points[at + 2]! - centre.z,
    );
    if (distance > radius) radius = distance;
  }
  let at = 0;
  const writeDouble = (value: number) => {
    view.setFloat64(at, value, true);
    at += 8;
  };
  const writePoint = ([x, y, z]: readonly [number, number, number]) => {
    writeDouble(x);
    writeDouble(y);
    writeDouble(z);
  };
  const origin: readonly [number, number, number] = [centre.x, centre.y, centre.z];
  writePoint(origin);
  view.setFloat32(at, mesh.minimumM, true);
  view.setFloat32(at + 4, mesh.maximumM, true);
  at += 8;
  writePoint(origin);
  writeDouble(radius);
  writePoint(findOcclusionPoint(points, origin));
  return at;
}

const middleOf = ({ box, minimumM, maximumM }: TerrainMesh): Geodetic => ({
  longitude: radians((box[0] + box[2]) / 2),
  latitude: radians((box[1] + box[3]) / 2),
  height: metres((minimumM + maximumM) / 2),
});

function toEcefPoints({ box, minimumM, maximumM, u, v, h }: TerrainMesh): Float64Array {
  const points = new Float64Array(u.length * 3);
  for (let at = 0; at < u.length; at++) {
    const point = toEcef({
      longitude: along(box[0], box[2], u[at]!),
      latitude: along(box[1], box[3], v[at]!),
      height: metres(minimumM + (h[at]! / STEPS) * (maximumM - minimumM)),
    });
    points[at * 3] = point.x;
    points[at * 3 + 1] = point.y;
    points[at * 3 + 2] = point.z;
  }
  return points;
}

const along = (from: number, to: number, step: number): Radians =>
  radians(from + (step / STEPS) * (to - from));

const WGS84_B = WGS84_A * (1 - WGS84_F);

/**
 * A point that is below the horizon only when the whole tile is, in units of the ellipsoid's axes (the
 * method of Cesium's "Horizon culling", K. Ring 2013). A tile that spans half the globe has none: there the
 * point stands so far out that it never sets for anyone who could see the tile.
 */
function findOcclusionPoint(
  points: Float64Array,
  centre: readonly [number, number, number],
): [number, number, number] {
  const scaled = [centre[0] / WGS84_A, centre[1] / WGS84_A, centre[2] / WGS84_B] as const;
  const length = Math.hypot(...scaled);
  const [dx, dy, dz] = [scaled[0] / length, scaled[1] / length, scaled[2] / length];
  let magnitude = 1;
  for (let at = 0; at < points.length; at += 3) {
    const x = points[at]! / WGS84_A;
    const y = points[at + 1]! / WGS84_A;
    const z = points[at + 2]! / WGS84_B;
    const r = Math.max(1, Math.hypot(x, y, z));
    const cosAlpha = (x * dx + y * dy + z * dz) / Math.hypot(x, y, z);
    const sinAlpha = Math.sqrt(Math.max(0, 1 - cosAlpha * cosAlpha));
    const cosBeta = 1 / r;
    const sinBeta = Math.sqrt(Math.max(0, 1 - cosBeta * cosBeta));
    const cosine = cosAlpha * cosBeta - sinAlpha * sinBeta;
    magnitude = Math.max(magnitude, cosine > 1e-6 ? 1 / cosine : 1e6);
  }
  return [dx * magnitude, dy * magnitude, dz * magnitude];
}
