// Outlines of buildings on the ground, in city-wide index order, in chunks of neighbours, so that a reader fetches the
// part of a city it needs. Little-endian: the bytes "PNFP", u32 version, u32 chunks, u32 features; a directory of 32
// bytes a chunk (i32 west, south, east, north in 1e-7 degrees, u32 first feature, u32 features, u32 bytes, u32 0); then
// the chunks: u32 features, u32 rings, u32 points; u32 rings of each feature; u32 points of each ring; i32 longitudes;
// i32 latitudes in 1e-7 degrees (1 cm). Rings are closed by themselves; even-odd; no rings: no outline is known.

const MAGIC = 0x50464e50;
const VERSION = 1;
export const FOOTPRINT_HEAD_BYTES = 16;
const ENTRY_BYTES = 32;
export const FOOTPRINT_STEPS = 1e7;

/** Outlines of `count` features from the city-wide index `first` on. */
export interface FootprintChunk {
  readonly first: number;
  readonly count: number;
  /** Rings of feature i: `ringEnds[i − 1]` (0 for the first) up to `ringEnds[i]`. */
  readonly ringEnds: Uint32Array;
  /** Points of ring r: `pointEnds[r − 1]` up to `pointEnds[r]`. */
  readonly pointEnds: Uint32Array;
  /** In 1e-7 degrees. */
  readonly longitude: Int32Array;
  readonly latitude: Int32Array;
}

export interface FootprintEntry {
  /** West, south, east, north (deg); west > east: the chunk has no outline. */
  readonly boundsDeg: readonly [number, number, number, number];
  readonly first: number;
  readonly count: number;
  /** Where the chunk lies in the file. */
  readonly offset: number;
  readonly bytes: number;
}

/** Bytes of head and directory, from the first 16 bytes. Throws where they are no footprints of this version. */
export function footprintDirectoryBytes(head: ArrayBuffer): number {
  const view = new DataView(head);
  if (head.byteLength < FOOTPRINT_HEAD_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new Error('Footprints begin with other bytes than PNFP.');
  }
  const version = view.getUint32(4, true);
  if (version !== VERSION) {
    throw new Error(`Footprints have version ${version}; expected ${VERSION}.`);
  }
  return FOOTPRINT_HEAD_BYTES + view.getUint32(8, true) * ENTRY_BYTES;
}

export function parseFootprintDirectory(bytes: ArrayBuffer): FootprintEntry[] {
  const length = footprintDirectoryBytes(bytes);
  if (bytes.byteLength < length) {
    throw new Error(
      `The directory of footprints has ${bytes.byteLength} bytes; expected ${length}.`,
    );
  }
  const view = new DataView(bytes);
  const entries: FootprintEntry[] = [];
  let offset = length;
  for (let at = FOOTPRINT_HEAD_BYTES; at < length; at += ENTRY_BYTES) {
    const degrees = (byte: number) => view.getInt32(at + byte, true) / FOOTPRINT_STEPS;
    const size = view.getUint32(at + 24, true);
    entries.push({
      boundsDeg: [degrees(0), degrees(4), degrees(8), degrees(12)],
      first: view.getUint32(at + 16, true),
      count: view.getUint32(at + 20, true),
      offset,
      bytes: size,
    });
    offset += size;
  }
  return entries;
}

/** Views a chunk's outlines; throws where its sizes don't fit. */
export function parseFootprintChunk(bytes: ArrayBuffer, first: number): FootprintChunk {
  const fail = (): never => {
    throw new Error(`A chunk of footprints has ${bytes.byteLength} bytes, which its head denies.`);
  };
  if (bytes.byteLength < 12) return fail();
  const [count = 0, rings = 0, points = 0] = new Uint32Array(bytes, 0, 3);
  if (bytes.byteLength !== 12 + (count + rings + points * 2) * 4) return fail();
  const ringEnds = toEnds(new Uint32Array(bytes, 12, count));
  const pointEnds = toEnds(new Uint32Array(bytes, 12 + count * 4, rings));
  if ((ringEnds.at(-1) ?? 0) !== rings || (pointEnds.at(-1) ?? 0) !== points) return fail();
  const at = 12 + (count + rings) * 4;
  return {
    first,
    count,
    ringEnds,
    pointEnds,
    longitude: new Int32Array(bytes, at, points),
    latitude: new Int32Array(bytes, at + points * 4, points),
  };
}

function toEnds(counts: Uint32Array): Uint32Array {
  let end = 0;
  return counts.map((count) => {
    end += count;
    return end;
  });
}

/** Outlines of some features: of each its rings as pairs of longitude and latitude (deg). */
export function formatFootprintChunk(
  features: readonly (readonly ArrayLike<number>[])[],
): Uint8Array<ArrayBuffer> {
  const rings = features.flat();
  const points = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const words = new Int32Array(3 + features.length + rings.length + points * 2);
  words.set([features.length, rings.length, points]);
  words.set(
    features.map((own) => own.length),
    3,
  );
  words.set(
    rings.map((ring) => ring.length / 2),
    3 + features.length,
  );
  let at = 3 + features.length + rings.length;
  for (const ring of rings) {
    for (let point = 0; point < ring.length; point += 2) {
      words[at] = Math.round(ring[point]! * FOOTPRINT_STEPS);
      words[at + points] = Math.round(ring[point + 1]! * FOOTPRINT_STEPS);
      at++;
    }
  }
  return new Uint8Array(words.buffer);
}

/** What the directory says of a chunk: bounds in 1e-7 degrees. */
export interface FootprintSpan {
  readonly bounds: readonly [number, number, number, number];
  readonly count: number;
  readonly bytes: number;
}

export function describeFootprintChunk(chunk: Uint8Array): FootprintSpan {
  const { count, longitude, latitude } = parseFootprintChunk(chunk.slice().buffer, 0);
  return { bounds: boundsOf(longitude, latitude), count, bytes: chunk.length };
}

/** Head and directory of chunks in city-wide index order; the chunks follow. */
export function formatFootprintDirectory(spans: readonly FootprintSpan[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FOOTPRINT_HEAD_BYTES + spans.length * ENTRY_BYTES);
  const view = new DataView(bytes.buffer);
  let first = 0;
  for (const [number, { bounds, count, bytes: size }] of spans.entries()) {
    const at = FOOTPRINT_HEAD_BYTES + number * ENTRY_BYTES;
    for (const [place, value] of [...bounds, first, count, size].entries()) {
      view.setInt32(at + place * 4, value, true);
    }
    first += count;
  }
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, spans.length, true);
  view.setUint32(12, first, true);
  return bytes;
}

function boundsOf(longitude: Int32Array, latitude: Int32Array): [number, number, number, number] {
  if (longitude.length === 0) return [1, 1, 0, 0];
  const least = (values: Int32Array) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: Int32Array) => values.reduce((a, b) => Math.max(a, b));
  return [least(longitude), least(latitude), most(longitude), most(latitude)];
}

/** Calls `take` with the rings of each feature of a chunk that has any, as pairs of longitude and latitude (deg). */
export function forEachFootprint(
  { first, count, ringEnds, pointEnds, longitude, latitude }: FootprintChunk,
  take: (index: number, rings: readonly Float64Array[]) => void,
): void {
  for (let feature = 0; feature < count; feature++) {
    const rings: Float64Array[] = [];
    const end = ringEnds[feature]!;
    for (let ring = feature === 0 ? 0 : ringEnds[feature - 1]!; ring < end; ring++) {
      const from = ring === 0 ? 0 : pointEnds[ring - 1]!;
      const flat = new Float64Array((pointEnds[ring]! - from) * 2);
      for (let point = 0; point * 2 < flat.length; point++) {
        flat[point * 2] = longitude[from + point]! / FOOTPRINT_STEPS;
        flat[point * 2 + 1] = latitude[from + point]! / FOOTPRINT_STEPS;
      }
      rings.push(flat);
    }
    if (rings.length > 0) take(first + feature, rings);
  }
}
