import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { compressedBits } from './compressed-size.ts';

const random = createRandom('bytes');
const make = (count: number, byte: (at: number) => number) =>
  Uint8Array.from({ length: count }, (_, at) => byte(at));

describe('the size that deflate would reach', () => {
  it.each([
    ['noise', make(20000, () => random.whole(0, 255))],
    ['one value', make(20000, () => 7)],
    ['a repeating pattern', make(20000, (at) => (at % 37) * 5)],
    ['few values without order', make(20000, () => random.whole(0, 3))],
    ['growing words', new Uint8Array(Uint32Array.from({ length: 5000 }, (_, at) => at * 9).buffer)],
    ['words', new TextEncoder().encode('IfcWallStandardCase:Interior 125 '.repeat(500))],
  ])('is told within a fourth for %s', (_, bytes) => {
    const real = gzipSync(bytes).length - 18;
    const told = compressedBits(bytes) / 8;
    // A few hundred bytes is what the codes themselves cost.
    expect(Math.abs(told - real)).toBeLessThan(real / 4 + 250);
  });

  it('is nothing for nothing', () => {
    expect(compressedBits(new Uint8Array(0))).toBe(0);
    expect(compressedBits(new Uint8Array(3))).toBeGreaterThan(0);
  });
});
