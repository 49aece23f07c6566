// One placed feature as bytes: what a reader writes to its spill and a tile is built from.
// Little-endian; header (128 bytes), id and class, surfaces, vertices, indices, attributes as JSON.

import { BLOCK_VALUES, writeBlock } from './geometry/block.ts';
import type { FeatureMesh } from './geometry/feature-mesh.ts';

export const RECORD_HEADER_BYTES = 128;
const BLOCK_OFFSET = 56;
const SURFACE_BYTES = 24;

export interface FeatureRecord {
  readonly anchor: Float64Array;
  /** Base corners and height of the block; see `geometry/block.ts`. */
  readonly block: Float32Array;
  readonly id: string;
  readonly objectClass: string;
  readonly vertexCount: number;
  readonly surfaceCount: number;
  readonly surfaceFirst: Uint32Array;
  readonly surfaceClass: Uint32Array;
  readonly surfaceColour: Uint32Array;
  readonly surfaceNormal: Float32Array;
  readonly positions: Float32Array;
  readonly triangles: Uint32Array;
  readonly lines: Uint32Array;
  readonly points: Uint32Array;
  readonly attributes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const aligned = (bytes: number) => (bytes + 7) & ~7;

/** `attributes` is the JSON of an object of plain values. */
export function formatRecord(
  mesh: FeatureMesh,
  id: string,
  objectClass: string,
  attributes: string,
  hasBlock: boolean,
): Uint8Array {
  const name = encoder.encode(`${id}\0${objectClass}`);
  const json = encoder.encode(attributes);
  const surfaces = mesh.surfaceFirst.length;
  const { vertexCount } = mesh;
  const nameBytes = aligned(name.length);
  const indexCount = mesh.triangles.length + mesh.lines.length + mesh.points.length;
  const bodyAt = RECORD_HEADER_BYTES + nameBytes;
  const jsonAt = bodyAt + surfaces * SURFACE_BYTES + vertexCount * 12 + indexCount * 4;
  const bytes = new Uint8Array(aligned(jsonAt + json.length));
  new Uint32Array(bytes.buffer, 0, 8).set([
    bytes.length,
    vertexCount,
    mesh.triangles.length,
    mesh.lines.length,
    mesh.points.length,
    surfaces,
    json.length,
    name.length,
  ]);
  new Float64Array(bytes.buffer, 32, 3).set(mesh.anchor);
  if (hasBlock) writeBlock(mesh, new Float32Array(bytes.buffer, BLOCK_OFFSET, BLOCK_VALUES));
  bytes.set(name, RECORD_HEADER_BYTES);
  let at = bodyAt;
  const append = (
    View: typeof Uint32Array | typeof Float32Array,
    values: Uint32Array | Float64Array,
    count: number,
  ) => {
    // A loop: set() between different number types takes a slow path.
    const view = new View(bytes.buffer, at, count);
    for (let index = 0; index < count; index++) view[index] = values[index]!;
    at += count * 4;
  };
  append(Uint32Array, mesh.surfaceFirst.values, surfaces);
  append(Uint32Array, mesh.surfaceClass.values, surfaces);
  append(Uint32Array, mesh.surfaceColour.values, surfaces);
  append(Float32Array, mesh.surfaceNormal.values, surfaces * 3);
  append(Float32Array, mesh.positions.values, vertexCount * 3);
  append(Uint32Array, mesh.triangles.values, mesh.triangles.length);
  append(Uint32Array, mesh.lines.values, mesh.lines.length);
  append(Uint32Array, mesh.points.values, mesh.points.length);
  bytes.set(json, at);
  return bytes;
}

/** Views a record that starts at an 8-byte boundary of `bytes.buffer`; nothing is copied. */
export function parseRecord(bytes: Uint8Array): FeatureRecord {
  const head = parseRecordHead(bytes);
  const { buffer } = bytes;
  const [
    ,
    vertexCount = 0,
    triangles = 0,
    lines = 0,
    points = 0,
    surfaces = 0,
    json = 0,
    name = 0,
  ] = new Uint32Array(buffer, bytes.byteOffset, 8);
  let at = bytes.byteOffset + RECORD_HEADER_BYTES + aligned(name);
  const uint32 = (count: number) => {
    const view = new Uint32Array(buffer, at, count);
    at += count * 4;
    return view;
  };
  const float32 = (count: number) => {
    const view = new Float32Array(buffer, at, count);
    at += count * 4;
    return view;
  };
  return {
    ...head,
    vertexCount,
    surfaceCount: surfaces,
    surfaceFirst: uint32(surfaces),
    surfaceClass: uint32(surfaces),
    surfaceColour: uint32(surfaces),
    surfaceNormal: float32(surfaces * 3),
    positions: float32(vertexCount * 3),
    triangles: uint32(triangles),
    lines: uint32(lines),
    points: uint32(points),
    attributes: new Uint8Array(buffer, at, json),
  };
}

export type RecordHead = Pick<FeatureRecord, 'anchor' | 'block' | 'id' | 'objectClass'>;

/** Reads only the first bytes of a record: place, block, id and class. */
export function parseRecordHead(bytes: Uint8Array): RecordHead {
  const { buffer, byteOffset } = bytes;
  const nameLength = new Uint32Array(buffer, byteOffset, 8)[7]!;
  const name = decoder.decode(
    bytes.subarray(RECORD_HEADER_BYTES, RECORD_HEADER_BYTES + nameLength),
  );
  const [id = '', objectClass = ''] = name.split('\0');
  return {
    anchor: new Float64Array(buffer, byteOffset + 32, 3),
    block: new Float32Array(buffer, byteOffset + BLOCK_OFFSET, BLOCK_VALUES),
    id,
    objectClass,
  };
}
