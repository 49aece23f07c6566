import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseGasReach, densePlume, densePuff } from './dense-gas.ts';
import { erf } from './erf.ts';
import {
  plumeConcentration,
  puffConcentration,
  shareOfDuration,
  verticalShare,
} from './gaussian.ts';
import { buoyantRise, fireBuoyancyFlux, stackRise } from './plume-rise.ts';
import { crosswindSpread, verticalSpread } from './spread.ts';
import { type StabilityClass, solarRadiation, stabilityClass } from './stability.ts';
import { neutralMixingHeight, windAt } from './wind-profile.ts';

const classes: readonly StabilityClass[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const someClass = fc.constantFrom(...classes);
const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const degrees = (angle: number) => (angle * Math.PI) / 180;

/** Trapezoids: exact to rounding for Gaussians that end in the range. */
function integrate(from: number, to: number, steps: number, at: (x: number) => number): number {
  const step = (to - from) / steps;
  let sum = (at(from) + at(to)) / 2;
  for (let index = 1; index < steps; index++) sum += at(from + index * step);
  return sum * step;
}

describe('the stability class', () => {
  it('goes from very unstable in sun and calm to neutral in wind, and to stable at night', () => {
    const noon = { sunElevationRad: degrees(75), cloud: 0 };
    const night = { sunElevationRad: degrees(-20), cloud: 0 };
    const winds = [1, 2.5, 4, 5.5, 8];
    expect(winds.map((windMs) => stabilityClass({ windMs, ...noon })).join('')).toBe('AABCC');
    expect(winds.map((windMs) => stabilityClass({ windMs, ...night })).join('')).toBe('FFEDD');
    const overcast = winds.map((windMs) => stabilityClass({ windMs, ...night, cloud: 0.7 }));
    expect(overcast.join('')).toBe('EEDDD');
    expect(stabilityClass({ windMs: 1, sunElevationRad: degrees(75), cloud: 1 })).toBe('D');
  });

  it('never grows less stable with more cloud by day', () => {
    fc.assert(
      fc.property(positive(0, 12), positive(0.01, 1.5), positive(0, 0.9), (windMs, sun, cloud) => {
        const clear = stabilityClass({ windMs, sunElevationRad: sun, cloud: 0 });
        const grey = stabilityClass({ windMs, sunElevationRad: sun, cloud });
        expect(grey >= clear).toBe(true);
        expect(grey <= 'D').toBe(true);
      }),
    );
  });

  it('has no radiation at night and says which input is wrong', () => {
    expect(solarRadiation(degrees(-1), 0)).toBe(0);
    expect(solarRadiation(degrees(90), 0)).toBeCloseTo(960, 9);
    expect(() => stabilityClass({ windMs: -2, sunElevationRad: 0, cloud: 0 })).toThrow(
      'The wind is -2; 0 m/s or more is expected.',
    );
    expect(() => stabilityClass({ windMs: 2, sunElevationRad: 0, cloud: 8 })).toThrow(
      'The cloud cover is 8; 0 to 1 of the sky is expected.',
    );
  });
});

describe('the wind profile', () => {
  it('keeps the measured wind at its height and grows upwards, most over a town at night', () => {
    const wind = { speedMs: 4, heightM: 10 };
    expect(windAt(wind, 10, 'F', 'urban')).toBe(4);
    expect(windAt(wind, 100, 'D', 'urban')).toBeCloseTo(4 * 10 ** 0.25, 12);
    expect(windAt(wind, 50, 'F', 'urban')).toBeGreaterThan(windAt(wind, 50, 'F', 'rural'));
    expect(() => windAt(wind, 0, 'D', 'urban')).toThrow(
      'The height is 0; more than 0 m is expected.',
    );
    expect(neutralMixingHeight(5, degrees(-40))).toBeCloseTo(
      neutralMixingHeight(5, degrees(40)),
      9,
    );
  });
});

describe('the spread of a plume', () => {
  it('grows with distance in every class, and is larger over a town', () => {
    fc.assert(
      fc.property(someClass, positive(1, 9000), positive(1.01, 1.1), (stability, x, factor) => {
        for (const set of ['briggs-urban', 'briggs-rural'] as const) {
          for (const spread of [crosswindSpread, verticalSpread]) {
            expect(spread(set, stability, x * factor)).toBeGreaterThan(spread(set, stability, x));
          }
        }
        const town = verticalSpread('briggs-urban', stability, x);
        expect(town).toBeGreaterThan(verticalSpread('briggs-rural', stability, x));
      }),
    );
    expect(crosswindSpread('briggs-urban', 'D', 0)).toBe(0);
  });
});

describe('a Gaussian plume', () => {
  const section = { rateKgS: 2, windMs: 3, heightM: 40, sigmaYM: 60, sigmaZM: 30 };

  it('carries what was emitted through every plane across the wind', () => {
    const limits = [
      positive(0.1, 20),
      positive(0, 200),
      positive(1, 500),
      positive(1, 400),
    ] as const;
    fc.assert(
      fc.property(...limits, fc.boolean(), (windMs, heightM, sigmaYM, sigmaZM, isCapped) => {
        const mixingHeightM = isCapped ? 250 : Infinity;
        const plume = { rateKgS: 2, windMs, heightM, sigmaYM, sigmaZM, mixingHeightM };
        const topM = isCapped ? 250 : heightM + 9 * sigmaZM;
        const across = (zM: number) =>
          integrate(-9 * sigmaYM, 9 * sigmaYM, 60, (yM) => plumeConcentration(plume, yM, zM));
        const steps = Math.ceil((topM / sigmaZM) * 8) + 200;
        const flux = windMs * integrate(0, topM, Math.min(steps, 4000), across);
        // Trapezoids end where the slope is zero, by reflection, so they are exact far beyond this.
        expect(Math.abs(flux / 2 - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same on both sides of its axis, least far away', () => {
    fc.assert(
      fc.property(positive(0, 300), positive(1, 100), positive(0, 200), (yM, moreM, zM) => {
        const here = plumeConcentration(section, yM, zM);
        expect(plumeConcentration(section, -yM, zM)).toBe(here);
        expect(plumeConcentration(section, yM + moreM, zM)).toBeLessThan(here);
      }),
    );
  });

  it('changes over from images to the series of cosines without a step', () => {
    const mixingM = 300;
    for (const zM of [0, 90, 299]) {
      const before = verticalShare(zM, 120, 0.6 * mixingM, mixingM);
      const after = verticalShare(zM, 120, 0.6 * mixingM * (1 + 1e-12), mixingM);
      expect(Math.abs(after / before - 1)).toBeLessThan(1e-10);
    }
    expect(verticalShare(10, 120, 1e6, mixingM)).toBeCloseTo(1 / mixingM, 12);
  });

  it('has nothing at its source itself', () => {
    expect(plumeConcentration({ ...section, sigmaYM: 0, sigmaZM: 0 }, 0, 0)).toBe(0);
  });
});

describe('a puff', () => {
  it('keeps its mass', () => {
    const puff = { massKg: 5, heightM: 12, sigmaXM: 20, sigmaYM: 15, sigmaZM: 10 };
    const line = (yM: number, zM: number) =>
      integrate(-160, 160, 60, (xM) => puffConcentration(puff, xM, yM, zM));
    const sheet = (zM: number) => integrate(-120, 120, 60, (yM) => line(yM, zM));
    expect(integrate(0, 120, 240, sheet)).toBeCloseTo(5, 6);
  });

  it('fills in to the steady plume when the release goes on, and is gone after it', () => {
    const at = (durationS: number, timeS: number) =>
      shareOfDuration({ durationS, windMs: 2 }, { xM: 500, timeS }, { tailM: 20, frontM: 20 });
    expect(at(1e6, 1e4)).toBeCloseTo(1, 12);
    expect(at(60, 265)).toBeGreaterThan(0.8);
    expect(at(60, 100)).toBeLessThan(1e-12);
    expect(at(60, 900)).toBeLessThan(1e-12);
    expect(at(60, 0)).toBe(0);
  });
});

describe('the error function', () => {
  it('has the tabulated values and no step where its forms meet', () => {
    expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 14);
    expect(erf(-2)).toBeCloseTo(-0.9953222650189527, 14);
    expect(erf(3.5)).toBeCloseTo(0.9999992569016276, 14);
    expect(erf(3 + 1e-12) - erf(3)).toBeLessThan(1e-14);
    expect(erf(40)).toBe(1);
  });
});

describe('plume rise', () => {
  const air = { windMs: 5, temperatureK: 288, stability: 'D' } as const;

  it('lifts 5, 20 and 100 MW with 70 % convective to 56, 139 and 366 m in 5 m/s', () => {
    const rises = [5e6, 20e6, 100e6].map(
      (heatW) => buoyantRise(fireBuoyancyFlux(heatW, 0.7), air).finalRiseM,
    );
    expect(rises.map(Math.round)).toEqual([56, 139, 366]);
  });

  it('climbs monotonically to its end, higher for more heat and lower in more wind', () => {
    fc.assert(
      fc.property(positive(1, 5000), positive(0.5, 15), someClass, (flux, windMs, stability) => {
        const rise = buoyantRise(flux, { ...air, windMs, stability });
        let last = 0;
        for (let at = 0; at <= 12; at++) {
          const height = rise.riseAt((rise.finalDistanceM * at) / 10);
          expect(height).toBeGreaterThanOrEqual(last);
          last = height;
        }
        expect(last).toBe(rise.finalRiseM);
        const windier = buoyantRise(flux, { ...air, windMs: windMs * 1.2, stability });
        expect(windier.finalRiseM).toBeLessThanOrEqual(rise.finalRiseM);
        // Briggs's two forms meet at 55 m⁴/s³ with a step of 1 % down.
        const hotter = buoyantRise(flux * 1.2, { ...air, windMs, stability });
        expect(hotter.finalRiseM).toBeGreaterThanOrEqual(rise.finalRiseM * 0.97);
      }),
    );
  });

  it('stays on the ground without heat, and says which input is wrong', () => {
    expect(buoyantRise(0, air).riseAt(100)).toBe(0);
    expect(() => buoyantRise(5, { ...air, windMs: 0 })).toThrow(
      'The wind is 0; more than 0 m/s is expected.',
    );
    const stack = { diameterM: 0, exitMs: 2, exitTemperatureK: 300 };
    expect(() => stackRise(stack, air)).toThrow('The diameter is 0; more than 0 m is expected.');
  });
});

describe('dense gas', () => {
  const gas = { densityKgM3: 3 };
  const air = { wind10Ms: 4, densityKgM3: 1.2, temperatureK: 288 };

  it('thins with distance from the whole of it, and faster as the inverse square far away', () => {
    const plume = densePlume(10, gas, air);
    const puff = densePuff(1000, gas, air);
    for (const { shareAt } of [plume, puff]) {
      expect(shareAt(0)).toBe(1);
      let last = 1;
      for (let xM = 1; xM < 5000; xM *= 1.1) {
        const share = shareAt(xM);
        expect(share).toBeLessThanOrEqual(last + 1e-12);
        last = share;
      }
      expect(shareAt(20_000) / shareAt(10_000)).toBeCloseTo(0.25, 3);
    }
  });

  it('carries what was let go through every section of the plume', () => {
    const plume = densePlume(10, gas, air);
    const scaleM = Math.sqrt(10 / 4);
    for (const xM of [10, 200, 3000]) {
      const area = 2 * plume.halfWidthAt(xM) * plume.heightAt(xM);
      expect(area * plume.shareAt(xM)).toBeCloseTo(scaleM ** 2, 9);
    }
  });

  it('reaches as far as its share says, and nowhere with more than was let go', () => {
    const share = positive(1e-5, 0.05);
    fc.assert(
      fc.property(share, (wanted) => {
        for (const cloud of [densePlume(10, gas, air), densePuff(1000, gas, air)]) {
          const reachM = denseGasReach(cloud, wanted);
          expect(cloud.shareAt(reachM) / wanted).toBeCloseTo(1, 6);
          expect(cloud.shareAt(reachM * 1.01)).toBeLessThan(wanted);
        }
      }),
    );
    expect(denseGasReach(densePlume(10, { ...gas, initialShare: 0.2 }, air), 0.3)).toBe(0);
  });

  it('is nowhere outside its cloud', () => {
    const puff = densePuff(1000, gas, air);
    expect(puff.shareAtTime(puff.centreAt(60), 0, 60)).toBeGreaterThan(0);
    expect(puff.shareAtTime(puff.centreAt(60), puff.radiusAt(60) + 1, 60)).toBe(0);
  });

  it('refuses gas that rises, and no wind', () => {
    expect(() => densePlume(1, { densityKgM3: 0.7 }, air)).toThrow(
      'The gas density is 0.7; more than that of the air, 1.2 kg/m³, is expected.',
    );
    expect(() => densePuff(1, gas, { ...air, wind10Ms: 0 })).toThrow(
      'The wind is 0; more than 0 m/s is expected.',
    );
  });
});
