// One placed feature as bytes: what a reader writes to its spill and a tile is built from. Records lie one
// after another, each at a multiple of 8 bytes; they are written to and read from a whole run of them through
// four views, since views of their own cost more than the numbers in them (GC was a fifth of an ingest).
// Little-endian; header (128 bytes), id and class, surfaces, vertices, indices, attributes as JSON.

import { BLOCK_VALUES, writeBlock } from './geometry/block.ts';
import type { FeatureMesh } from './geometry/feature-mesh.ts';

export const RECORD_HEADER_BYTES = 128;
const ANCHOR_OFFSET = 32;
const BLOCK_OFFSET = 56;

/** The bytes of many records and the views that all of them share. */
export interface RecordRun {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
}

/** `bytes` starts at an 8-byte boundary of its buffer. */
export function toRecordRun(bytes: Uint8Array): RecordRun {
  const { buffer, byteOffset, byteLength } = bytes;
  return {
    bytes,
    words: new Uint32Array(buffer, byteOffset, byteLength >> 2),
    floats: new Float32Array(buffer, byteOffset, byteLength >> 2),
    doubles: new Float64Array(buffer, byteOffset, byteLength >> 3),
  };
}

/** Where the parts of a record lie in its run: numbers are places in `words` and `floats`. */
export interface FeatureRecord extends RecordHead {
  readonly run: RecordRun;
  readonly vertexCount: number;
  readonly surfaceCount: number;
  readonly triangleIndexCount: number;
  readonly lineIndexCount: number;
  readonly pointCount: number;
  readonly surfaceFirst: number;
  readonly surfaceClass: number;
  readonly surfaceColour: number;
  readonly surfaceNormal: number;
  readonly positions: number;
  readonly triangles: number;
  readonly lines: number;
  readonly points: number;
  readonly attributes: Uint8Array;
}

export interface RecordHead {
  readonly run: RecordRun;
  /** Place in `doubles` of the Earth-centred anchor x, y, z. */
  readonly anchor: number;
  /** Place in `floats` of the block's corners and height; see `geometry/block.ts`. */
  readonly block: number;
  readonly id: string;
  readonly objectClass: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const aligned = (bytes: number) => (bytes + 7) & ~7;

/** Collects records of one batch in a buffer that grows. */
export class RecordWriter {
  #run = toRecordRun(new Uint8Array(1 << 20));
  readonly #block = new Float32Array(BLOCK_VALUES);
  #length = 0;

  /** Height of the block that was written last, m; 0: the feature has none. */
  blockHeight = 0;

  clear(): void {
    this.#length = 0;
  }

  /** All records so far; the view is valid until the next one is added. */
  get bytes(): Uint8Array {
    return this.#run.bytes.subarray(0, this.#length);
  }

  /** Adds a record and gives its length in bytes; `attributes` is the JSON of an object of plain values. */
  add(
    mesh: FeatureMesh,
    id: string,
    objectClass: string,
    attributes: string,
    hasBlock: boolean,
  ): number {
    const { vertexCount } = mesh;
    const surfaces = mesh.surfaceFirst.length;
    const name = `${id}\0${objectClass}`;
    const indexCount = mesh.triangles.length + mesh.lines.length + mesh.points.length;
    const numbers = surfaces * 6 + vertexCount * 3 + indexCount;
    // UTF-8 takes at most three bytes for each unit of a string.
    this.#reserve(RECORD_HEADER_BYTES + (name.length + attributes.length) * 3 + numbers * 4 + 32);
    const { bytes, words, floats, doubles } = this.#run;
    const start = this.#length;
    const nameAt = start + RECORD_HEADER_BYTES;
    const nameBytes = encoder.encodeInto(name, bytes.subarray(nameAt)).written;
    let at = (nameAt + aligned(nameBytes)) >> 2;
    at = copy(mesh.surfaceFirst.values, surfaces, words, at);
    at = copy(mesh.surfaceClass.values, surfaces, words, at);
    at = copy(mesh.surfaceColour.values, surfaces, words, at);
    at = copy(mesh.surfaceNormal.values, surfaces * 3, floats, at);
    at = copy(mesh.positions.values, vertexCount * 3, floats, at);
    at = copy(mesh.triangles.values, mesh.triangles.length, words, at);
    at = copy(mesh.lines.values, mesh.lines.length, words, at);
    at = copy(mesh.points.values, mesh.points.length, words, at);
    const jsonBytes = encoder.encodeInto(attributes, bytes.subarray(at * 4)).written;
    const length = aligned(at * 4 + jsonBytes) - start;
    const head = start >> 2;
    words[head] = length;
    words[head + 1] = vertexCount;
    words[head + 2] = mesh.triangles.length;
    words[head + 3] = mesh.lines.length;
    words[head + 4] = mesh.points.length;
    words[head + 5] = surfaces;
    words[head + 6] = jsonBytes;
    words[head + 7] = nameBytes;
    for (let axis = 0; axis < 3; axis++) {
      doubles[((start + ANCHOR_OFFSET) >> 3) + axis] = mesh.anchor[axis]!;
    }
    const block = this.#block;
    if (hasBlock) writeBlock(mesh, block);
    else block.fill(0);
    copy(block, BLOCK_VALUES, floats, (start + BLOCK_OFFSET) >> 2);
    this.blockHeight = block[BLOCK_VALUES - 1]!;
    this.#length += length;
    return length;
  }

  #reserve(extra: number): void {
    const { bytes } = this.#run;
    if (this.#length + extra <= bytes.length) return;
    const larger = new Uint8Array(aligned(Math.max(bytes.length * 2, this.#length + extra)));
    larger.set(bytes.subarray(0, this.#length));
    this.#run = toRecordRun(larger);
  }
}

/** A loop: set() between different number types takes a slow path. */
function copy(
  from: Uint32Array | Float64Array | Float32Array,
  count: number,
  to: Uint32Array | Float32Array,
  at: number,
): number {
  for (let index = 0; index < count; index++) to[at + index] = from[index]!;
  return at + count;
}

/** The record that starts at byte `start` of the run; nothing is copied. */
export function parseRecord(run: RecordRun, start: number): FeatureRecord {
  const { words, bytes } = run;
  const head = start >> 2;
  const vertexCount = words[head + 1]!;
  const triangleIndexCount = words[head + 2]!;
  const lineIndexCount = words[head + 3]!;
  const pointCount = words[head + 4]!;
  const surfaceCount = words[head + 5]!;
  const surfaceFirst = (start + RECORD_HEADER_BYTES + aligned(words[head + 7]!)) >> 2;
  const surfaceClass = surfaceFirst + surfaceCount;
  const surfaceColour = surfaceClass + surfaceCount;
  const surfaceNormal = surfaceColour + surfaceCount;
  const positions = surfaceNormal + surfaceCount * 3;
  const triangles = positions + vertexCount * 3;
  const lines = triangles + triangleIndexCount;
  const points = lines + lineIndexCount;
  const json = (points + pointCount) * 4;
  return {
    ...parseRecordHead(run, start),
    vertexCount,
    surfaceCount,
    triangleIndexCount,
    lineIndexCount,
    pointCount,
    surfaceFirst,
    surfaceClass,
    surfaceColour,
    surfaceNormal,
    positions,
    triangles,
    lines,
    points,
    attributes: bytes.subarray(json, json + words[head + 6]!),
  };
}

/** Reads only the first bytes of a record: place, block, id and class. */
export function parseRecordHead(run: RecordRun, start: number): RecordHead {
  const nameAt = start + RECORD_HEADER_BYTES;
  const nameEnd = nameAt + nameLengthOf(run, start);
  const name = decoder.decode(run.bytes.subarray(nameAt, nameEnd));
  const split = name.lastIndexOf('\0');
  return {
    run,
    anchor: (start + ANCHOR_OFFSET) >> 3,
    block: (start + BLOCK_OFFSET) >> 2,
    id: name.slice(0, split),
    objectClass: name.slice(split + 1),
  };
}

/** Bytes of id and class behind the header. */
export const nameLengthOf = ({ words }: RecordRun, start: number): number =>
  words[(start >> 2) + 7]!;
