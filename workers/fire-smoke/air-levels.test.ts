import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aegl60 } from '#simulation/fire/smoke/exposure-levels.ts';
import { airLevels, bands, fuelOfSight, fuelOfTier } from './air-levels.ts';

const air = { temperatureK: 288.15, pressurePa: 101_325 };
const quantities = ['particles', 'co', 'hcn', 'hcl', 'visibility'] as const;

describe('what of the air follows from the fuel burnt', () => {
  it('is undone by the fuel at a value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...quantities),
        fc.constantFrom(...bands),
        fc.double({ min: 2, max: 5000, noNaN: true }),
        (quantity, band, value) => {
          const levels = airLevels(quantity, band, air);
          expect(levels.valueOf(levels.fuelAt(value)) / value).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('has sight of 3 / (8.7 m²/g · soot), cut off at 30 km in clear air', () => {
    const soot = airLevels('particles', 'middle', air);
    const sight = airLevels('visibility', 'middle', air);
    const fuel = 1e-4;
    expect(sight.valueOf(fuel)).toBeCloseTo(3 / (8.7 * 1e-3 * soot.valueOf(fuel)), 6);
    expect(sight.valueOf(0)).toBe(30_000);
    expect(fuelOfSight(3, 'middle')).toBeGreaterThan(fuelOfSight(1, 'middle'));
  });

  it('reaches a tier with the first of its gases', () => {
    const { fuelKgM3, gas, ppm } = fuelOfTier(2, 'middle', air);
    expect(gas).toBe('HCl');
    expect(airLevels('hcl', 'middle', air).valueOf(fuelKgM3)).toBeCloseTo(ppm, 9);
    for (const other of ['co', 'hcn'] as const) {
      const level = aegl60[other]?.ppm[2] ?? Number.NaN;
      expect(airLevels(other, 'middle', air).valueOf(fuelKgM3)).toBeLessThan(level);
    }
    const tier = airLevels('tier', 'middle', air);
    expect([0, 0.999 * fuelKgM3, fuelKgM3, 1].map(tier.valueOf)).toEqual([0, 1, 2, 3]);
  });
});
