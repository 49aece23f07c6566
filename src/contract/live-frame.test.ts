import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatLiveFrame,
  isSimulated,
  type LiveFrame,
  parseLiveFrame,
  quality,
  qualityOf,
  SIMULATED,
} from './live-frame.ts';

const start = Date.UTC(2026, 10, 26);

function aFrame(change: Partial<LiveFrame> = {}): LiveFrame {
  return {
    sequence: 2 ** 40 + 1,
    topic: 3,
    sourceTimeMs: start + 9000,
    isSnapshot: false,
    datastream: Uint32Array.of(7, 4_000_000_000),
    timeMs: Float64Array.of(start + 1500, start),
    value: Float32Array.of(1.5, -2),
    quality: Uint8Array.of(quality.good | SIMULATED, quality.missing),
    ...change,
  };
}

describe('a live frame', () => {
  it('comes back as it was sent', () => {
    expect(parseLiveFrame(formatLiveFrame(aFrame()))).toEqual(aFrame());
  });

  it('takes 13 bytes a row and 40 before them, as docs and clients count on', () => {
    expect(formatLiveFrame(aFrame()).byteLength).toBe(40 + 2 * 13);
  });

  it('keeps every digit where its values are wide', () => {
    const value = Float64Array.of(101325.0625001, Number.NaN);
    expect(parseLiveFrame(formatLiveFrame(aFrame({ value }))).value).toEqual(value);
  });

  it('may be empty: the beat of a quiet second', () => {
    const empty = aFrame({
      datastream: new Uint32Array(),
      timeMs: new Float64Array(),
      value: new Float32Array(),
      quality: new Uint8Array(),
      isSnapshot: true,
    });
    expect(parseLiveFrame(formatLiveFrame(empty))).toEqual(empty);
  });

  it('survives the wire for any rows of the last 40 days', () => {
    const row = fc.tuple(
      fc.nat(4_294_967_295),
      fc.integer({ min: 0, max: 40 * 86_400_000 }),
      fc.float(),
      fc.nat(7),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const frame = aFrame({
          datastream: Uint32Array.from(rows, ([id]) => id),
          timeMs: Float64Array.from(rows, ([, offset]) => start + offset),
          value: Float32Array.from(rows, ([, , value]) => value),
          quality: Uint8Array.from(rows, ([, , , byte]) => byte),
        });
        expect(parseLiveFrame(formatLiveFrame(frame))).toEqual(frame);
      }),
    );
  });

  it.each([
    [new ArrayBuffer(8), 'Live frame has 8 bytes; expected at least 40.'],
    [new ArrayBuffer(40), 'Live frame starts with 0x0; expected 0x4c434f49.'],
    [formatLiveFrame(aFrame()).slice(0, -1), 'Live frame of 2 rows has 65 bytes; expected 66.'],
  ])('says what is wrong with other bytes', (buffer, sentence) => {
    expect(() => parseLiveFrame(buffer)).toThrow(sentence);
  });

  it('refuses rows that lie too far apart for its clock', () => {
    const timeMs = Float64Array.of(start, start + 50 * 86_400_000);
    expect(() => formatLiveFrame(aFrame({ timeMs }))).toThrow('expected at most 49 days');
  });
});

it('reads a quality byte', () => {
  expect([0, 1, 2, 3, 6].map(qualityOf)).toEqual(['good', 'uncertain', 'bad', 'missing', 'bad']);
  expect([2, 6].map(isSimulated)).toEqual([false, true]);
});
