import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { culvertFlow, gateFlow, MODULAR_LIMIT, WEIR, weirFlow } from './openings.ts';

const g = 9.80665;

describe('flow through openings', () => {
  it('is critical over a free broad crest: q = √g (2h/3)^1.5', () => {
    expect(weirFlow(1, 0.9, 0)).toBeCloseTo(Math.sqrt(g) * 0.6 ** 1.5, 12);
    expect(weirFlow(12, 2, -1)).toBeCloseTo(12 * WEIR * 2 ** 1.5, 12);
    expect(weirFlow(1, 0, 0)).toBe(0);
    expect(weirFlow(1, 1, 1)).toBe(0);
  });

  it('goes over into drowned flow without a jump and stops at equal levels', () => {
    const up = 1.2;
    const at = MODULAR_LIMIT * up;
    expect(weirFlow(3, up, at - 1e-9)).toBeCloseTo(weirFlow(3, up, at + 1e-9), 6);
    expect(weirFlow(3, up, up - 1e-9)).toBeLessThan(1e-3);
    const drowned = (WEIR * 3 * up * Math.sqrt(up - 1)) / Math.sqrt(1 - MODULAR_LIMIT);
    expect(weirFlow(3, up, 1)).toBeCloseTo(drowned, 12);
  });

  it('passes under a gate as Torricelli says, over its sill as a weir below the lip', () => {
    expect(gateFlow(4, 0.5, 3, 0)).toBeCloseTo(0.6 * 4 * 0.5 * Math.sqrt(2 * g * 3), 12);
    expect(gateFlow(4, 0.5, 3, 2.5)).toBeCloseTo(0.6 * 4 * 0.5 * Math.sqrt(2 * g * 0.5), 12);
    expect(gateFlow(4, 5, 0.3, 0)).toBeCloseTo(weirFlow(4, 0.3, 0), 12);
    expect(gateFlow(4, 0, 3, 0)).toBe(0);
  });

  it('chokes a culvert at its inlet or along its length, whichever passes less', () => {
    const short = { widthM: 2, heightM: 1.5, count: 2, lengthM: 1 };
    // Shallow at the inlet, free fall behind: critical flow into both barrels.
    expect(culvertFlow(short, 0.8, 10)).toBeCloseTo(2 * WEIR * 2 * 0.8 ** 1.5, 12);
    // Drowned inlet, steep behind: an orifice under the head above the barrel's middle.
    expect(culvertFlow(short, 5, 50)).toBeCloseTo(2 * 0.6 * 3 * Math.sqrt(2 * g * 4.25), 12);
    // Long and full: entry, exit and Manning friction share the head.
    const long = { ...short, lengthM: 200 };
    const friction = (2 * g * 0.013 ** 2 * 200) / (3 / 7) ** (4 / 3);
    expect(culvertFlow(long, 6, 0.4)).toBeCloseTo(
      2 * 3 * Math.sqrt((2 * g * 0.4) / (1.5 + friction)),
      12,
    );
  });

  it('never falls as the water above rises, never flows uphill', () => {
    const depth = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(depth, depth, depth, (a, b, down) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(weirFlow(2, high, down)).toBeGreaterThanOrEqual(weirFlow(2, low, down) - 1e-12);
        expect(gateFlow(2, 0.7, high, down)).toBeGreaterThanOrEqual(
          gateFlow(2, 0.7, low, down) - 1e-12,
        );
        const barrel = { widthM: 1, heightM: 1, count: 1, lengthM: 20 };
        expect(culvertFlow(barrel, low, low - down)).toBeGreaterThanOrEqual(0);
        if (low <= down) expect(weirFlow(2, low, down)).toBe(0);
      }),
    );
  });
});
