// The features of one tile as one mesh in the tile's own frame (east, north, up, m).

import { enuToEcefMatrix, type Geodetic } from '#model/position.ts';
import { SURFACE, SURFACE_COLOUR } from '../geometry/surface-class.ts';
import type { FeatureRecord, RecordHead } from '../record.ts';

export interface TileMesh {
  /** Column-major frame → Earth-centred. */
  readonly frame: Float64Array;
  readonly positions: Float64Array;
  readonly normals: Int8Array;
  readonly colours: Uint8Array;
  readonly rows: Uint32Array;
  readonly surfaces: Uint8Array;
  readonly triangles: Uint32Array;
  readonly lines: Uint32Array;
  readonly points: Uint32Array;
}

const BLOCK_VERTICES = 20;
const BLOCK_TRIANGLE_INDICES = 30;

/** A feature in full, or the block that stands for it. */
export type TileFeature =
  | { readonly kind: 'full'; readonly record: FeatureRecord }
  | { readonly kind: 'block'; readonly head: RecordHead };

export function createTileMesh(features: readonly TileFeature[], origin: Geodetic): TileMesh {
  let vertices = 0;
  let triangles = 0;
  let lines = 0;
  let points = 0;
  for (const feature of features) {
    if (feature.kind === 'block') {
      vertices += BLOCK_VERTICES;
      triangles += BLOCK_TRIANGLE_INDICES;
      continue;
    }
    vertices += feature.record.vertexCount;
    triangles += feature.record.triangleIndexCount;
    lines += feature.record.lineIndexCount;
    points += feature.record.pointCount;
  }
  const mesh: TileMesh = {
    frame: enuToEcefMatrix(origin),
    positions: new Float64Array(vertices * 3),
    normals: new Int8Array(vertices * 4),
    colours: new Uint8Array(vertices * 4),
    rows: new Uint32Array(vertices),
    surfaces: new Uint8Array(vertices),
    triangles: new Uint32Array(triangles),
    lines: new Uint32Array(lines),
    points: new Uint32Array(points),
  };
  const at: Cursor = { vertex: 0, triangle: 0, line: 0, point: 0 };
  for (const [row, feature] of features.entries()) {
    if (feature.kind === 'full') addRecord(mesh, feature.record, row, at);
    else addBlock(mesh, feature.head, row, at);
  }
  return mesh;
}

interface Cursor {
  vertex: number;
  triangle: number;
  line: number;
  point: number;
}

function addRecord(mesh: TileMesh, record: FeatureRecord, row: number, at: Cursor): void {
  const { frame, positions: to, normals, colours, rows, surfaces } = mesh;
  const base = at.vertex;
  const { words, floats, doubles } = record.run;
  const ax = doubles[record.anchor]! - frame[12]!;
  const ay = doubles[record.anchor + 1]! - frame[13]!;
  const az = doubles[record.anchor + 2]! - frame[14]!;
  const from = record.positions;
  for (let vertex = 0; vertex < record.vertexCount; vertex++) {
    const x = ax + floats[from + vertex * 3]!;
    const y = ay + floats[from + vertex * 3 + 1]!;
    const z = az + floats[from + vertex * 3 + 2]!;
    writeTurned(to, (base + vertex) * 3, frame, x, y, z);
    rows[base + vertex] = row;
  }
  for (let surface = 0; surface < record.surfaceCount; surface++) {
    const first = words[record.surfaceFirst + surface]!;
    const isLast = surface + 1 === record.surfaceCount;
    const end = isLast ? record.vertexCount : words[record.surfaceFirst + surface + 1]!;
    const surfaceClass = words[record.surfaceClass + surface]!;
    writeTurned(
      turned,
      0,
      frame,
      floats[record.surfaceNormal + surface * 3]!,
      floats[record.surfaceNormal + surface * 3 + 1]!,
      floats[record.surfaceNormal + surface * 3 + 2]!,
    );
    const nx = Math.round(turned[0]! * 127);
    const ny = Math.round(turned[1]! * 127);
    const nz = Math.round(turned[2]! * 127);
    const packed = words[record.surfaceColour + surface]!;
    const colour = packed === 0 ? (BASE_LINEAR[surfaceClass] ?? BASE_LINEAR[0]!) : toLinear(packed);
    for (let vertex = base + first; vertex < base + end; vertex++) {
      normals[vertex * 4] = nx;
      normals[vertex * 4 + 1] = ny;
      normals[vertex * 4 + 2] = nz;
      colours[vertex * 4] = colour[0]!;
      colours[vertex * 4 + 1] = colour[1]!;
      colours[vertex * 4 + 2] = colour[2]!;
      colours[vertex * 4 + 3] = 255;
      surfaces[vertex] = surfaceClass;
    }
  }
  const addIndices = (to: Uint32Array, place: number, start: number, count: number) => {
    for (let index = 0; index < count; index++) to[place + index] = base + words[start + index]!;
  };
  addIndices(mesh.triangles, at.triangle, record.triangles, record.triangleIndexCount);
  addIndices(mesh.lines, at.line, record.lines, record.lineIndexCount);
  addIndices(mesh.points, at.point, record.points, record.pointCount);
  at.triangle += record.triangleIndexCount;
  at.line += record.lineIndexCount;
  at.point += record.pointCount;
  at.vertex += record.vertexCount;
}

/** Base corner numbers of the four walls; corner + 4 is the one above. */
const WALLS = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
] as const;
const corners = new Float64Array(24);
const turned = new Float64Array(3);

function addBlock(mesh: TileMesh, head: RecordHead, row: number, at: Cursor): void {
  const { frame } = mesh;
  const { anchor, block } = head;
  const { floats, doubles } = head.run;
  for (let corner = 0; corner < 4; corner++) {
    writeTurned(
      corners,
      corner * 3,
      frame,
      doubles[anchor]! - frame[12]! + floats[block + corner * 3]!,
      doubles[anchor + 1]! - frame[13]! + floats[block + corner * 3 + 1]!,
      doubles[anchor + 2]! - frame[14]! + floats[block + corner * 3 + 2]!,
    );
    corners[(corner + 4) * 3] = corners[corner * 3]!;
    corners[(corner + 4) * 3 + 1] = corners[corner * 3 + 1]!;
    corners[(corner + 4) * 3 + 2] = corners[corner * 3 + 2]! + floats[block + 12]!;
  }
  for (const [from, to] of WALLS) {
    const dx = corners[to * 3]! - corners[from * 3]!;
    const dy = corners[to * 3 + 1]! - corners[from * 3 + 1]!;
    const length = Math.hypot(dx, dy) || 1;
    addQuad(
      mesh,
      [from, to, to + 4, from + 4],
      [dy / length, -dx / length, 0],
      row,
      SURFACE.wall,
      at,
    );
  }
  addQuad(mesh, [4, 5, 6, 7], [0, 0, 1], row, SURFACE.roof, at);
}

function addQuad(
  mesh: TileMesh,
  quad: readonly number[],
  normal: readonly number[],
  row: number,
  surfaceClass: number,
  at: Cursor,
): void {
  const base = at.vertex;
  const colour = BASE_LINEAR[surfaceClass]!;
  for (const corner of quad) {
    const vertex = at.vertex++;
    for (let axis = 0; axis < 3; axis++) {
      mesh.positions[vertex * 3 + axis] = corners[corner * 3 + axis]!;
      mesh.normals[vertex * 4 + axis] = Math.round(normal[axis]! * 127);
      mesh.colours[vertex * 4 + axis] = colour[axis]!;
    }
    mesh.colours[vertex * 4 + 3] = 255;
    mesh.rows[vertex] = row;
    mesh.surfaces[vertex] = surfaceClass;
  }
  mesh.triangles.set([base, base + 1, base + 2, base, base + 2, base + 3], at.triangle);
  at.triangle += 6;
}

function writeTurned(
  to: Float64Array,
  at: number,
  frame: Float64Array,
  x: number,
  y: number,
  z: number,
): void {
  to[at] = x * frame[0]! + y * frame[1]! + z * frame[2]!;
  to[at + 1] = x * frame[4]! + y * frame[5]! + z * frame[6]!;
  to[at + 2] = x * frame[8]! + y * frame[9]! + z * frame[10]!;
}

// glTF vertex colours are linear.
const LINEAR = Uint8Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return Math.round((part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4) * 255);
});
const toLinearParts = (parts: readonly number[]) => parts.map((part) => LINEAR[part]!);
const BASE_LINEAR = SURFACE_COLOUR.map(toLinearParts);
const toLinear = (packed: number) =>
  toLinearParts([(packed >> 16) & 255, (packed >> 8) & 255, packed & 255]);
