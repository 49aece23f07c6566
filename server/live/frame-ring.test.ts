import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameRing } from './frame-ring.ts';

const frame = (bytes: number) => new Uint8Array(bytes);

describe('the ring of frames', () => {
  it('finds what it holds and nothing else', () => {
    const ring = new FrameRing(1000, { bytes: 100, frames: 3 });
    const frames = [frame(10), frame(20), frame(30), frame(40)];
    for (const one of frames) ring.push(one);
    expect(
      [999, 1000, 1001, 1002, 1003, 1004, 1001.5, Number.NaN].map((at) => ring.find(at)),
    ).toEqual([
      undefined,
      undefined,
      frames[1],
      frames[2],
      frames[3],
      undefined,
      undefined,
      undefined,
    ]);
    expect(ring.first).toBe(1001);
    expect(ring.bytes).toBe(90);
  });

  it('lets go of everything rather than hold a frame above its limit', () => {
    const ring = new FrameRing(0, { bytes: 100, frames: 10 });
    ring.push(frame(50));
    ring.push(frame(101));
    expect([ring.bytes, ring.first]).toEqual([0, 2]);
    ring.push(frame(60));
    expect(ring.find(2)?.byteLength).toBe(60);
  });

  it('keeps to both limits and holds as many of the latest as they let it', () => {
    const limits = fc.record({ bytes: fc.nat(300), frames: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(limits, fc.array(fc.nat(120)), fc.nat(10_000), (within, sizes, first) => {
        const ring = new FrameRing(first, within);
        for (const size of sizes) ring.push(frame(size));
        let kept = sizes.length;
        let bytes = 0;
        while (kept > 0) {
          const size = sizes[kept - 1]!;
          if (sizes.length - kept === within.frames || bytes + size > within.bytes) break;
          bytes += size;
          kept -= 1;
        }
        expect(ring.bytes).toBeLessThanOrEqual(within.bytes);
        expect(ring.first).toBeLessThanOrEqual(first + kept);
        for (let at = kept; at < sizes.length; at += 1) {
          expect(ring.find(first + at)?.byteLength).toBe(sizes[at]);
        }
      }),
    );
  });
});
