// Writes PMTiles v3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): clustered, tiles
// and directories gzipped, equal tiles stored once, runs of equal tiles in one entry.

import { PbfWriter } from 'pbf';
import { zxyToTileId } from 'pmtiles';
import { toContentKey } from './content-key.ts';

export type Gzip = (bytes: Uint8Array) => Promise<Uint8Array>;

export interface PmtilesOptions {
  /** Takes the tile data, piece by piece; it belongs right after what `finish` returns. */
  readonly append: (bytes: Uint8Array) => void | Promise<void>;
  readonly gzip: Gzip;
}

export interface PmtilesDescription {
  /** West, south, east, north in degrees. */
  readonly boundsDeg: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** The JSON of the archive, e.g. `vector_layers` and `attribution`. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface PmtilesWriter {
  /** Adds the bytes of a tile, gzipped already. Tiles come in the order of their Hilbert ids. */
  add(z: number, x: number, y: number, gzipped: Uint8Array): Promise<void>;
  /** Header, root directory, metadata and leaf directories: what precedes the tile data in the file. */
  finish(description: PmtilesDescription): Promise<Uint8Array>;
}

interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  runLength: number;
}

const HEADER_BYTES = 127;
/** The specification wants header and root directory in the first 16,384 bytes. */
const ROOT_BYTES = 16384 - HEADER_BYTES;

export function createPmtilesWriter({ append, gzip }: PmtilesOptions): PmtilesWriter {
  const entries: Entry[] = [];
  const contents = new Map<string, { offset: number; length: number }>();
  let dataBytes = 0;
  let addressed = 0;
  let lastId = -1;

  return {
    async add(z, x, y, gzipped) {
      const tileId = zxyToTileId(z, x, y);
      if (tileId <= lastId) {
        throw new RangeError(`Tile ${z}/${x}/${y} comes after a tile with a greater id.`);
      }
      lastId = tileId;
      addressed++;
      const key = toContentKey(gzipped);
      const known = contents.get(key);
      const last = entries.at(-1);
      if (known && last?.offset === known.offset && last.tileId + last.runLength === tileId) {
        last.runLength++;
        return;
      }
      const place = known ?? { offset: dataBytes, length: gzipped.length };
      entries.push({ tileId, ...place, runLength: 1 });
      if (known) return;
      contents.set(key, place);
      dataBytes += gzipped.length;
      await append(gzipped);
    },

    async finish(description) {
      const metadata = await gzip(new TextEncoder().encode(JSON.stringify(description.metadata)));
      const { root, leaves } = await toDirectories(entries, gzip);
      const leafOffset = HEADER_BYTES + root.length + metadata.length;
      const header = formatHeader(description, {
        root: [HEADER_BYTES, root.length],
        metadata: [HEADER_BYTES + root.length, metadata.length],
        leaves: [leafOffset, leaves.length],
        data: [leafOffset + leaves.length, dataBytes],
        counts: [addressed, entries.length, contents.size],
      });
      return concatenate([header, root, metadata, leaves]);
    },
  };
}

/** One root directory where it fits; else leaves of a size at which the root that points to them fits. */
async function toDirectories(entries: readonly Entry[], gzip: Gzip) {
  const whole = await gzip(formatDirectory(entries));
  if (whole.length <= ROOT_BYTES) return { root: whole, leaves: new Uint8Array(0) };
  for (let size = 4096; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const part = entries.slice(start, start + size);
      const leaf = await gzip(formatDirectory(part));
      pointers.push({ tileId: part[0]!.tileId, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = await gzip(formatDirectory(pointers));
    if (root.length <= ROOT_BYTES) return { root, leaves: concatenate(leaves) };
  }
}

/** Columns of varints: id differences, run lengths, lengths, offsets (0 = right after the one before). */
function formatDirectory(entries: readonly Entry[]): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarint(entries.length);
  let lastId = 0;
  for (const { tileId } of entries) {
    writer.writeVarint(tileId - lastId);
    lastId = tileId;
  }
  for (const { runLength } of entries) writer.writeVarint(runLength);
  for (const { length } of entries) writer.writeVarint(length);
  let next = -1;
  for (const { offset, length } of entries) {
    writer.writeVarint(offset === next ? 0 : offset + 1);
    next = offset + length;
  }
  return writer.finish();
}

type Span = readonly [offset: number, length: number];

interface Sections {
  readonly root: Span;
  readonly metadata: Span;
  readonly leaves: Span;
  readonly data: Span;
  readonly counts: readonly [addressed: number, entries: number, contents: number];
}

const VERSION = 3;
const GZIP = 2;
const VECTOR_TILES = 1;

function formatHeader(description: PmtilesDescription, sections: Sections): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, VERSION);
  const numbers = [
    ...sections.root,
    ...sections.metadata,
    ...sections.leaves,
    ...sections.data,
    ...sections.counts,
  ];
  for (const [index, value] of numbers.entries()) {
    view.setBigUint64(8 + index * 8, BigInt(value), true);
  }
  const { boundsDeg, minZoom, maxZoom } = description;
  const [west, south, east, north] = boundsDeg;
  header.set([1, GZIP, GZIP, VECTOR_TILES, minZoom, maxZoom], 96);
  const toE7 = (degrees: number) => Math.round(degrees * 1e7);
  for (const [index, degrees] of [west, south, east, north].entries()) {
    view.setInt32(102 + index * 4, toE7(degrees), true);
  }
  view.setUint8(118, Math.min(maxZoom, Math.max(minZoom, 12)));
  view.setInt32(119, toE7((west + east) / 2), true);
  view.setInt32(123, toE7((south + north) / 2), true);
  return header;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
