import { describe, expect, it } from 'vitest';
import {
  defaultConstructions,
  heatReleaseCurve,
  heatReleaseKW,
} from '#simulation/fire/urban/construction.ts';
import type { FireSpread } from '../contract/spread.ts';
import { isDayAt, momentAt } from './moment.ts';

const curve = heatReleaseCurve(defaultConstructions.bareWood, 200);

/** Of five things in the city the third, the first and the last burn, in this order; the last is put out. */
function aSpread(): FireSpread {
  const ignitionS = Float32Array.of(600, Infinity, 0, Infinity, 3000);
  const endS = Float32Array.of(600 + curve.endS, Infinity, curve.endS, Infinity, 3600);
  const peakKW = Float32Array.of(curve.peakKW, 0, curve.peakKW, 0, curve.peakKW);
  const energyMJ = Float32Array.of(curve.energyMJ, 0, curve.energyMJ, 0, curve.energyMJ);
  return {
    ...{ scenario: 's', count: 5, ignitionS, endS, peakKW, energyMJ, flashoverS: ignitionS },
    ...{ cause: new Uint8Array(5), source: new Int32Array(5), order: Uint32Array.of(2, 0, 4) },
    peopleDay: Float32Array.of(1, Number.NaN, 10),
    peopleNight: Float32Array.of(4, 6, 0),
    ...{ burnt: 3, putOut: 1, saved: 0, hamada: [] },
    model: { name: { en: '', zh: '' }, range: { en: '', zh: '' } },
    water: {
      ...{ timeS: new Float32Array(), wantedLs: new Float32Array() },
      broughtLs: new Float32Array(),
    },
  };
}

describe('a moment of a fire', () => {
  it('counts what burns, what has and what will', () => {
    expect(momentAt(aSpread(), 600, false)).toMatchObject({
      ...{ ignitedSoFar: 2, burntOut: 0, next10: 0, next30: 0, next60: 1, peopleInBurning: 10 },
      burning: Uint32Array.of(2, 0),
    });
    expect(momentAt(aSpread(), -1, false)).toMatchObject({
      ...{ ignitedSoFar: 0, next10: 1, next30: 2, next60: 3 },
    });
  });

  it('takes the people of the day by day, and those nobody knows of as none', () => {
    expect(momentAt(aSpread(), 600, true).peopleInBurning).toBe(1);
  });

  it('gives each fire the heat of its curve at its age', () => {
    for (const timeS of [50, 300, curve.growthS, 2000, curve.plateauEndS + 100, curve.endS - 1]) {
      const { burning, heatKW, heatTotalMW } = momentAt(aSpread(), timeS, false);
      burning.forEach((building, at) => {
        const ageS = timeS - (building === 0 ? 600 : building === 4 ? 3000 : 0);
        const expected = heatReleaseKW(curve, ageS);
        // Single precision of what goes between threads.
        expect(Math.abs((heatKW[at] ?? 0) - expected)).toBeLessThan(1e-3 * curve.peakKW);
      });
      const sum = heatKW.reduce((total, kW) => total + kW, 0);
      expect(heatTotalMW).toBeCloseTo(sum / 1000, 2);
    }
  });

  it('has nothing left of what is put out or burnt out', () => {
    expect(Array.from(momentAt(aSpread(), 3500, false).burning)).toContain(4);
    expect(Array.from(momentAt(aSpread(), 3601, false).burning)).not.toContain(4);
    const after = momentAt(aSpread(), 600 + curve.endS + 1, false);
    expect(after).toMatchObject({ burntOut: 3, heatTotalMW: 0, next60: 0 });
  });
});

describe('the day of a place', () => {
  it('goes by the sun at its longitude', () => {
    const noon = Date.UTC(2026, 5, 1, 12);
    expect(isDayAt(noon, 0)).toBe(true);
    expect(isDayAt(noon, 180)).toBe(false);
    expect(isDayAt(Date.UTC(2026, 5, 1, 23), 120)).toBe(true);
    expect(isDayAt(Date.UTC(2026, 5, 1, 15), -120)).toBe(true);
    expect(isDayAt(Date.UTC(2026, 5, 1, 11), -120)).toBe(false);
  });
});
