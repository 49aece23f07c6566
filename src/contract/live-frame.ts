// News of many datastreams in one binary message of `/live`, subprotocol `ioc-live.v1`, little-endian.
// Header of 40 bytes: u32 magic "IOCL", u32 count, f64 base time (ms UTC), f64 sequence, f64 source time
// (ms UTC: the clock of the source when the frame was made), u32 topic, u32 flags. Then the columns, one
// after the other: values f32 or f64 by flag, u32 datastream, u32 time after the base (ms), u8 quality.
// A sequence counts the frames of one topic without a gap; a snapshot carries the sequence it stands for.
// A topic is one city from one start of its server; sequences of two topics have nothing in common.

export const LIVE_PROTOCOL = 'ioc-live.v1';

export interface LiveFrame {
  readonly sequence: number;
  readonly topic: number;
  /** Clock of the source, ms UTC; it stands still while the source is paused and goes back when it is rewound. */
  readonly sourceTimeMs: number;
  /** Everything known, not only what changed: what the receiver holds is to be replaced. */
  readonly isSnapshot: boolean;
  readonly datastream: Uint32Array;
  readonly timeMs: Float64Array;
  readonly value: Float32Array | Float64Array;
  readonly quality: Uint8Array;
}

/** Bits 0–1 of a quality byte. */
export const quality = { good: 0, uncertain: 1, bad: 2, missing: 3 } as const;
export type Quality = keyof typeof quality;
/** Bit 2: the value was computed, not measured. */
export const SIMULATED = 4;

const qualities = Object.keys(quality) as Quality[];
export const qualityOf = (byte: number): Quality => qualities[byte & 3] ?? 'missing';
export const isSimulated = (byte: number): boolean => (byte & SIMULATED) !== 0;

const MAGIC = 0x4c434f49;
const HEADER_BYTES = 40;
const WIDE = 1;
const SNAPSHOT = 2;

export function formatLiveFrame(frame: LiveFrame): ArrayBuffer {
  const count = frame.datastream.length;
  const isWide = frame.value instanceof Float64Array;
  const buffer = new ArrayBuffer(HEADER_BYTES + count * bytesPerRow(isWide));
  const baseMs = count === 0 ? frame.sourceTimeMs : earliest(frame.timeMs);
  const header = new DataView(buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, count, true);
  header.setFloat64(8, baseMs, true);
  header.setFloat64(16, frame.sequence, true);
  header.setFloat64(24, frame.sourceTimeMs, true);
  header.setUint32(32, frame.topic, true);
  header.setUint32(36, (isWide ? WIDE : 0) | (frame.isSnapshot ? SNAPSHOT : 0), true);
  const columns = viewColumns(buffer, count, isWide);
  columns.value.set(frame.value);
  columns.datastream.set(frame.datastream);
  columns.quality.set(frame.quality);
  for (let row = 0; row < count; row += 1) {
    const offsetMs = frame.timeMs[row]! - baseMs;
    if (!(offsetMs <= 0xffffffff)) {
      throw new Error(`Row ${row} is ${offsetMs} ms after the earliest; expected at most 49 days.`);
    }
    columns.offsetMs[row] = offsetMs;
  }
  return buffer;
}

/** Reads a frame; value, datastream and quality are views into `buffer`. Throws one sentence where it is none. */
export function parseLiveFrame(buffer: ArrayBuffer): LiveFrame {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new Error(
      `Live frame has ${buffer.byteLength} bytes; expected at least ${HEADER_BYTES}.`,
    );
  }
  const header = new DataView(buffer);
  const magic = header.getUint32(0, true);
  if (magic !== MAGIC) {
    throw new Error(
      `Live frame starts with 0x${magic.toString(16)}; expected 0x${MAGIC.toString(16)}.`,
    );
  }
  const count = header.getUint32(4, true);
  const flags = header.getUint32(36, true);
  const isWide = (flags & WIDE) !== 0;
  const expected = HEADER_BYTES + count * bytesPerRow(isWide);
  if (buffer.byteLength !== expected) {
    throw new Error(
      `Live frame of ${count} rows has ${buffer.byteLength} bytes; expected ${expected}.`,
    );
  }
  const baseMs = header.getFloat64(8, true);
  const { value, datastream, offsetMs, quality } = viewColumns(buffer, count, isWide);
  const timeMs = new Float64Array(count);
  for (let row = 0; row < count; row += 1) timeMs[row] = baseMs + offsetMs[row]!;
  return {
    sequence: header.getFloat64(16, true),
    sourceTimeMs: header.getFloat64(24, true),
    topic: header.getUint32(32, true),
    isSnapshot: (flags & SNAPSHOT) !== 0,
    datastream,
    timeMs,
    value,
    quality,
  };
}

const bytesPerRow = (isWide: boolean) => (isWide ? 8 : 4) + 4 + 4 + 1;

function viewColumns(buffer: ArrayBuffer, count: number, isWide: boolean) {
  const value = isWide
    ? new Float64Array(buffer, HEADER_BYTES, count)
    : new Float32Array(buffer, HEADER_BYTES, count);
  const datastream = new Uint32Array(buffer, HEADER_BYTES + value.byteLength, count);
  const offsetMs = new Uint32Array(buffer, datastream.byteOffset + count * 4, count);
  const quality = new Uint8Array(buffer, offsetMs.byteOffset + count * 4, count);
  return { value, datastream, offsetMs, quality };
}

function earliest(timeMs: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const time of timeMs) if (time < least) least = time;
  return least;
}
