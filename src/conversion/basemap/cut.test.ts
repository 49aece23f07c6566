import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFeatures, TILE_BUFFER } from './cut.ts';
import type { Shape, TileFeature } from './schema.ts';

const one = (shape: Shape, ...part: number[]): TileFeature => ({
  shape,
  properties: { kind: 'test' },
  parts: [Int32Array.from(part)],
});

/** Area of a closed ring by the shoelace formula, in square units. */
function areaOf(ring: Int32Array): number {
  let sum = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    sum += ring[at]! * ring[at + 3]! - ring[at + 2]! * ring[at + 1]!;
  }
  return sum / 2;
}

describe('cutting a tile', () => {
  it('cuts a line at the buffer and keeps it where it was', () => {
    const [cut] = cutFeatures([one('line', 0, 1024, 4096, 1024)], 1, 0, 0);
    expect(cut?.parts).toEqual([Int32Array.of(0, 2048, 4096 + TILE_BUFFER, 2048)]);
  });

  it('cuts a line that leaves and comes back into two', () => {
    const line = one('line', 100, 100, 100, 4000, 200, 4000, 200, 100);
    const [cut] = cutFeatures([line], 1, 0, 0);
    expect(cut?.parts).toHaveLength(2);
  });

  it('drops what lies in another child', () => {
    expect(cutFeatures([one('line', 3000, 3000, 4000, 4000)], 1, 0, 0)).toEqual([]);
    expect(cutFeatures([one('point', 3000, 3000)], 1, 0, 0)).toEqual([]);
    expect(cutFeatures([one('point', 3000, 3000)], 1, 1, 1)).toHaveLength(1);
  });

  it('cuts a square that covers the child to the child with its buffer', () => {
    const square = one('polygon', -64, -64, 4160, -64, 4160, 4160, -64, 4160, -64, -64);
    const [cut] = cutFeatures([square], 2, 1, 2);
    expect(areaOf(cut!.parts[0]!)).toBe((4096 + 2 * TILE_BUFFER) ** 2);
  });

  it('keeps the area of triangles over the four children, as if there were no buffer', () => {
    const coordinate = fc.integer({ min: 0, max: 4096 });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), (corners) => {
        const ring = [...corners, corners[0]!, corners[1]!];
        const whole = Math.abs(areaOf(Int32Array.from(ring))) * 4;
        let sum = 0;
        for (const [column, row] of [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ] as const) {
          const [cut] = cutFeatures([one('polygon', ...ring)], 1, column, row);
          for (const part of cut?.parts ?? []) sum += Math.abs(areaOf(part));
        }
        // Buffers overlap, so the children hold at least the whole; rounding costs a unit along an edge.
        expect(sum).toBeGreaterThan(whole - 6 * 8192);
        expect(sum).toBeLessThan(whole + 4 * TILE_BUFFER * 3 * 8192);
      }),
    );
  });
});
