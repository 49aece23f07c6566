import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FloodSource } from '#features/flood/contract.ts';
import { aGround, placeAt } from '../run/a-flood.ts';
import { levelOf, withHeldLevel } from './held-water.ts';

const dam = (part: object = {}): FloodSource => ({
  ...{ id: 'd', name: 'Dam', kind: 'dam-break', levelM: 1, atS: 0 },
  area: [placeAt(5, 5), placeAt(8, 5), placeAt(8, 8), placeAt(5, 8)],
  ...part,
});

describe('the level of held water', () => {
  it('holds exactly the volume above the ground and the water that stands there', () => {
    const bases = fc.array(fc.double({ min: -50, max: 500, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    const volume = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(bases, volume, (all, sumM) => {
        const level = levelOf(Float64Array.from(all), sumM) ?? Number.NaN;
        const held = all.reduce((sum, base) => sum + Math.max(0, level - base), 0);
        expect(held).toBeCloseTo(sumM, 5 - Math.ceil(Math.log10(1 + sumM)));
      }),
    );
  });

  it('is found on the ground of the run: 3 × 3 cells of 10 m on a slope', () => {
    const ground = aGround();
    // Beds of columns 5, 6, 7: 8.5, 8.4, 8.3 m.
    expect(withHeldLevel(dam({ volumeM3: 900 }), ground)).toMatchObject({
      levelM: expect.closeTo(9.4, 5),
    });
    const wet = { ...ground, depthM: ground.depthM.map(() => 0.5) };
    expect(withHeldLevel(dam({ volumeM3: 900 }), wet)).toMatchObject({
      levelM: expect.closeTo(9.9, 5),
    });
  });

  it('stays as it was said where it is said as a level, or where the pond has no ground', () => {
    expect(withHeldLevel(dam(), aGround())).toEqual(dam());
    const outside = dam({
      volumeM3: 900,
      area: [placeAt(90, 90), placeAt(91, 90), placeAt(90, 91)],
    });
    expect(withHeldLevel(outside, aGround())).toEqual(outside);
  });
});
