import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeFootprintChunk,
  FOOTPRINT_HEAD_BYTES,
  footprintDirectoryBytes,
  forEachFootprint,
  formatFootprintChunk,
  formatFootprintDirectory,
  parseFootprintChunk,
  parseFootprintDirectory,
} from './footprints.ts';

type Rings = readonly (readonly number[])[];

function toFile(chunks: readonly (readonly Rings[])[]): ArrayBuffer {
  const parts = chunks.map((features) => formatFootprintChunk(features));
  const head = formatFootprintDirectory(parts.map(describeFootprintChunk));
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, head.length));
  let at = 0;
  for (const part of [head, ...parts]) {
    file.set(part, at);
    at += part.length;
  }
  return file.buffer;
}

function readAll(file: ArrayBuffer): Map<number, number[][]> {
  const found = new Map<number, number[][]>();
  for (const { offset, bytes, first } of parseFootprintDirectory(file)) {
    forEachFootprint(
      parseFootprintChunk(file.slice(offset, offset + bytes), first),
      (index, rings) =>
        found.set(
          index,
          rings.map((ring) => [...ring]),
        ),
    );
  }
  return found;
}

const square = (x: number, y: number, side = 0.001) => [
  ...[x, y, x + side, y, x + side, y + side],
  ...[x, y + side],
];

describe('footprints', () => {
  it('come back as they were written, by their city-wide index', () => {
    const file = toFile([
      [[square(10.6, 54.3)], [], [square(10.61, 54.3), square(10.6102, 54.3002, 0.0002)]],
      [[square(-70.5, -33.4)]],
    ]);
    const found = readAll(file);
    expect([...found.keys()]).toEqual([0, 2, 3]);
    expect(found.get(2)).toHaveLength(2);
    for (const [at, value] of (found.get(3)?.[0] ?? []).entries()) {
      expect(value).toBeCloseTo(square(-70.5, -33.4)[at] ?? Number.NaN, 7);
    }
  });

  it('come back within half a step of 1e-7 degrees whatever they are', () => {
    const place = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    );
    const ring = fc.array(place, { minLength: 3, maxLength: 9 }).map((places) => places.flat());
    const feature = fc.array(ring, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.array(feature, { maxLength: 5 }), { maxLength: 4 }), (chunks) => {
        const found = readAll(toFile(chunks));
        const features = chunks.flat();
        for (const [index, rings] of features.entries()) {
          const own = found.get(index) ?? [];
          expect(own.length).toBe(rings.length);
          for (const [number, points] of rings.entries()) {
            for (const [at, value] of points.entries()) {
              expect(Math.abs((own[number]?.[at] ?? Number.NaN) - value)).toBeLessThan(0.51e-7);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('say where each chunk lies, so that a reader takes only what it needs', () => {
    const file = toFile([[[square(10.6, 54.3)]], [[square(11, 55)]], [[], []]]);
    const [near, far, none] = parseFootprintDirectory(file);
    expect(near?.boundsDeg).toEqual([10.6, 54.3, 10.601, 54.301]);
    expect(far?.first).toBe(1);
    expect(none).toMatchObject({ first: 2, count: 2 });
    expect(none!.boundsDeg[0]).toBeGreaterThan(none!.boundsDeg[2]);
    expect(footprintDirectoryBytes(file.slice(0, FOOTPRINT_HEAD_BYTES))).toBe(16 + 3 * 32);
  });

  it('are refused where they are something else, another version, or cut short', () => {
    expect(() => footprintDirectoryBytes(new ArrayBuffer(16))).toThrow('PNFP');
    const file = toFile([[[square(10.6, 54.3)]]]);
    const later = file.slice(0);
    new DataView(later).setUint32(4, 9, true);
    expect(() => parseFootprintDirectory(later)).toThrow('version 9');
    expect(() => parseFootprintDirectory(file.slice(0, 20))).toThrow('20 bytes');
    const [entry] = parseFootprintDirectory(file);
    expect(() =>
      parseFootprintChunk(file.slice(entry!.offset, entry!.offset + entry!.bytes - 4), 0),
    ).toThrow('its head denies');
  });
});
