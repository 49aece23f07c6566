import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hamadaByWallsMs,
  hamadaDownwindConstants,
  hamadaSpeeds,
  hamadaSpeedTowards,
  hazusSpeeds,
} from './hamada.ts';

const file = fileURLToPath(
  new URL('../../../../../shared/data/fire/vectors/hamada.json', import.meta.url),
);
const has = existsSync(file);
interface Vector {
  readonly id: string;
  readonly model: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly expected: { readonly rateOfSpreadMPerS: number };
}
const vectors: readonly Vector[] = has ? JSON.parse(readFileSync(file, 'utf8')).cases : [];

const aQuarter = { sideM: 10, separationM: 3, fireResistantFraction: 0 };

function speedOf({ model, inputs }: Vector): number {
  const { windUMPerS: u = 0, spreadDirectionX: x = 1 } = inputs;
  const quarter = {
    sideM: inputs.buildingSideM ?? 0,
    separationM: inputs.buildingSeparationM ?? 0,
    fireResistantFraction: inputs.fireResistantFraction ?? 0,
    bareWoodFraction: inputs.bareWoodFraction ?? 0,
    mortarWoodFraction: inputs.mortarWoodFraction ?? 0,
    beta: inputs.beta ?? 0,
  };
  const windMs = Math.abs(u);
  const cosine = (u * x) / windMs;
  return model === 'hamada1'
    ? hamadaSpeedTowards(hamadaSpeeds(quarter, windMs, inputs.downwindConstant), cosine)
    : hamadaByWallsMs(quarter, windMs, cosine);
}

describe('Hamada’s speed of urban fire', () => {
  it.skipIf(!has)('equals all published vectors of FireBench to twelve digits', () => {
    expect(vectors.length).toBe(6);
    for (const vector of vectors) {
      const expected = vector.expected.rateOfSpreadMPerS;
      expect(Math.abs(speedOf(vector) / expected - 1), vector.id).toBeLessThan(1e-12);
    }
  });

  it('goes 162, 283, 466 and 713 m/h downwind at 0, 5, 10 and 15 m/s with the constant of ELMFIRE', () => {
    const speeds = [0, 5, 10, 15].map((windMs) =>
      Math.round(hamadaSpeeds(aQuarter, windMs).downwindMs * 3600),
    );
    expect(speeds).toEqual([162, 283, 466, 713]);
  });

  it('differs by a fifteenth downwind and nowhere else between the two published constants', () => {
    const { elmfire, fireBench } = hamadaDownwindConstants;
    const one = hamadaSpeeds(aQuarter, 8, elmfire);
    const other = hamadaSpeeds(aQuarter, 8, fireBench);
    expect(one.downwindMs / other.downwindMs).toBeCloseTo(16 / 15, 12);
    expect(one.sidewindMs).toBe(other.sidewindMs);
    expect(one.upwindMs).toBe(other.upwindMs);
  });

  it('is a circle at no wind and Hamada’s own from 10 m/s with the correction of HAZUS', () => {
    const still = hazusSpeeds(aQuarter, 0);
    expect(still.downwindMs).toBe(still.upwindMs);
    expect(still.downwindMs).toBe(still.sidewindMs);
    expect(hazusSpeeds(aQuarter, 10)).toEqual(hamadaSpeeds(aQuarter, 10));
    const below = hazusSpeeds(aQuarter, 10 - 1e-9).upwindMs;
    expect(below).toBeCloseTo(hamadaSpeeds(aQuarter, 10).upwindMs, 9);
  });

  it('is the slower, the more buildings resist fire', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (fraction, windMs) => {
          const fast = hamadaSpeeds({ ...aQuarter, fireResistantFraction: fraction }, windMs);
          const slow = hamadaSpeeds(
            { ...aQuarter, fireResistantFraction: fraction + 0.01 },
            windMs,
          );
          expect(slow.downwindMs).toBeLessThan(fast.downwindMs);
          expect(slow.upwindMs).toBeLessThan(fast.upwindMs);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says what is wrong with a quarter or a wind', () => {
    expect(() => hamadaSpeeds({ ...aQuarter, sideM: 0 }, 1)).toThrow(
      'The side of a building is 0; more than 0 m is expected.',
    );
    expect(() => hamadaSpeeds(aQuarter, -1)).toThrow('The wind is -1; 0 m/s or more is expected.');
  });
});
