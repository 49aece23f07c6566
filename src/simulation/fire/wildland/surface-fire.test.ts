import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFuelBed, toFuelBed } from './fuel-bed.ts';
import { fuelModels, nonBurnable } from './fuel-models.ts';
import { aspenMortality, chaparral, palmettoGallberry, westernAspen } from './special-fuels.ts';
import { curedShare, surfaceFire } from './surface-fire.ts';
import {
  BEHAVE_KW_M,
  type BehaveCase,
  MS_PER_CH_H,
  readNumber,
  runBehave,
} from './testing/behave.ts';
import { KW_M_PER_BTU_FT_S, KW_M2_PER_BTU_FT2_MIN, M_PER_FT, MS_PER_FT_MIN } from './units.ts';
import { windAdjustment } from './wind-adjustment.ts';

const file = new URL(
  '../../../../../shared/data/fire/vectors/rothermel-surface.json',
  import.meta.url,
);
const has = existsSync(file);
const vectors = has ? JSON.parse(readFileSync(file, 'utf8')) : { cases: [], fuelModels: [] };
const cases: BehaveCase[] = vectors.cases;
const burning = cases.filter(
  ({ inputs }) => inputs.fuel !== 'twoFuelModels' && inputs.fuelModelNumber !== 91,
);

const bedOf = (number: number) => toFuelBed(fuelModels.get(number)!);
const dry = { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.6, liveWood: 0.9 };
const calm = { windMs: 0, windToRad: 0, slopeRad: 0, upslopeRad: 0 };

describe('the fuel models', () => {
  it('are 53, and rock, water and towns are none', () => {
    expect(fuelModels.size).toBe(53);
    for (const number of nonBurnable) expect(fuelModels.has(number)).toBe(false);
  });

  it.skipIf(!has)('are those of firelab/behave, but for two printed ratios of live wood', () => {
    const sizes = ['h1', 'h10', 'h100', 'liveHerb', 'liveWoody'] as const;
    for (const { number, code, name, si, ...reference } of vectors.fuelModels) {
      const model = fuelModels.get(number)!;
      expect([model.code, model.name]).toEqual([code, name]);
      expect(model.depthM).toBeCloseTo(si.depthM, 9);
      expect(model.heatKJKg).toBeCloseTo(si.heatDeadKJPerKg, 9);
      expect(model.deadExtinction).toBe(reference.original.moistureOfExtinctionDeadFraction);
      expect(model.isDynamic).toBe(reference.type === 'dynamic');
      sizes.forEach((size, at) => {
        expect(model.loadKgM2[at]).toBeCloseTo(si.loadKgPerM2[size], 8);
        const isPrinted = at === 4 && (number === 7 || number === 185);
        if (si.savrPerM[size] !== undefined && !isPrinted)
          expect(model.savrPerM[at]).toBeCloseTo(si.savrPerM[size], 5);
      });
    }
  });
});

describe('surface fire', () => {
  // Behave compares six decimals; half of the last is what its printing may hide.
  const digits = 6;
  it.skipIf(!has).each(burning)('spreads as firelab/behave has it in $id', (one) => {
    const fire = runBehave(one);
    const btu = fire.intensityKWM / KW_M_PER_BTU_FT_S;
    const toOthers: Record<string, number> = {
      spreadRateChPerH: fire.rateMs / MS_PER_CH_H,
      spreadRateFtPerMin: fire.rateMs / MS_PER_FT_MIN,
      spreadRateKmPerH: fire.rateMs * 3.6,
      spreadRateMPerMin: fire.rateMs * 60,
      spreadRateMPerS: fire.rateMs,
      spreadRateMiPerH: fire.rateMs / 0.44704,
      firelineIntensityBtuPerFtPerS: btu,
      firelineIntensityKwPerM: btu * BEHAVE_KW_M,
      flameLengthFt: fire.flameM / M_PER_FT,
      liveMoistureOfExtinctionPercent: fire.liveExtinction * 100,
      characteristicLiveMoisturePercent: fire.liveMoisture * 100,
      characteristicDeadMoisturePercent: fire.deadMoisture * 100,
      characteristicSavrPerFt: fire.savrPerM * M_PER_FT,
      heatSourceBtuPerFt2PerMin: fire.heatSourceKWM2 / KW_M2_PER_BTU_FT2_MIN,
      mortalityFraction: aspenMortality('low', fire.flameM, readNumber(one, 'dbhIn') * 0.0254),
    };
    // In kW/m its own factor has seven digits.
    for (const [name, value] of Object.entries(one.expected))
      expect(toOthers[name], name).toBeCloseTo(Number(value), name.endsWith('KwPerM') ? 4 : digits);
  });

  it('runs as fast in calm on the level whatever the directions', () => {
    const bed = bedOf(124);
    const still = surfaceFire(bed, dry, calm);
    for (const turn of [1, 2, 3, 4]) {
      const turned = surfaceFire(bed, dry, { ...calm, windToRad: turn, upslopeRad: -turn });
      expect(turned.rateMs).toBe(still.rateMs);
      expect(turned.lengthToWidth).toBe(1);
    }
  });

  const anyModel = fc.constantFrom(...fuelModels.keys());
  const angle = fc.double({ min: -7, max: 7, noNaN: true });

  it('runs no slower in more wind from behind, for every model', () => {
    fc.assert(
      fc.property(
        anyModel,
        ...[
          fc.double({ min: 0, max: 15, noNaN: true }),
          fc.double({ min: 0.01, max: 5, noNaN: true }),
        ],
        (number, windMs, more) => {
          const bed = bedOf(number);
          const slower = surfaceFire(bed, dry, { ...calm, windMs }).rateMs;
          const faster = surfaceFire(bed, dry, { ...calm, windMs: windMs + more }).rateMs;
          if (slower > 0) expect(faster).toBeGreaterThan(slower);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('turns with wind and slope, and with nothing else', () => {
    fc.assert(
      fc.property(anyModel, angle, angle, angle, (number, wind, slope, turn) => {
        const bed = bedOf(number);
        const at = { windMs: 3, windToRad: wind, slopeRad: 0.4, upslopeRad: slope };
        const here = surfaceFire(bed, dry, at);
        const turned = surfaceFire(bed, dry, {
          ...at,
          windToRad: wind + turn,
          upslopeRad: slope + turn,
        });
        expect(turned.rateMs).toBeCloseTo(here.rateMs, 9);
      }),
      { numRuns: 100 },
    );
  });

  it('does not spread at or above the moisture of extinction', () => {
    for (const [number, { deadExtinction }] of fuelModels) {
      const wet = deadExtinction * 1.001;
      const moisture = { h1: wet, h10: wet, h100: wet, liveHerb: 3, liveWood: 3 };
      const fire = surfaceFire(bedOf(number), moisture, { ...calm, windMs: 10 });
      expect([number, fire.rateMs, fire.intensityKWM, fire.flameM]).toEqual([number, 0, 0, 0]);
    }
  });

  it('gives the same bytes twice, whatever burned in between', () => {
    const weather = { windMs: 4, windToRad: 1, slopeRad: 0.2, upslopeRad: 2 };
    const first = surfaceFire(bedOf(10), dry, weather);
    surfaceFire(bedOf(204), { ...dry, liveHerb: 0.2 }, weather);
    expect(surfaceFire(bedOf(10), dry, weather)).toEqual(first);
  });

  it('is out where nothing is there to burn', () => {
    const bed = createFuelBed({
      particles: [],
      depthM: 1,
      deadExtinction: 0.2,
      totalMinerals: 0.05,
    });
    expect(surfaceFire(bed, dry, { ...calm, windMs: 9 }).rateMs).toBe(0);
  });

  it('cures herbs from 120 % of moisture down to 30 %', () => {
    expect([0.29, 1.21].map(curedShare)).toEqual([1, 0]);
    expect(curedShare(0.6)).toBeCloseTo(0.667, 12);
  });

  it('says which input can’t be', () => {
    const bed = bedOf(1);
    expect(() => surfaceFire(bed, { ...dry, h1: -1 }, calm)).toThrow(
      'Fuel moistures are -1, 0.07, 0.08, 0.6, 0.9; fractions of 0 or more are expected.',
    );
    expect(() => surfaceFire(bed, dry, { ...calm, windMs: Number.NaN })).toThrow(
      'The wind is NaN m/s; 0 or more is expected.',
    );
    expect(() => surfaceFire(bed, dry, { ...calm, slopeRad: 2 })).toThrow(
      'The slope is 2 rad; 0 to π/2 is expected.',
    );
    expect(() =>
      createFuelBed({ particles: [], depthM: 0, deadExtinction: 0.2, totalMinerals: 0 }),
    ).toThrow('The fuel bed is 0 m deep; more than 0 is expected.');
    expect(() => westernAspen({ type: 1, curing: 2 })).toThrow(
      'The curing is 2; a fraction of 0 to 1 is expected.',
    );
    expect(() => chaparral({ depthM: 1, deadShare: -1, load: { type: 'chamise' } })).toThrow(
      'The dead share is -1; a fraction of 0 to 1 is expected.',
    );
    expect(() =>
      palmettoGallberry({ ageYears: 0, heightM: 1, palmettoCover: 0.5, basalAreaM2Ha: 10 }),
    ).toThrow('The age is 0 years; more than 0 is expected.');
  });
});

describe('the wind at midflame height', () => {
  it('is less under trees than in the open, and 0.4 of the wind for GS4', () => {
    const open = windAdjustment(2.1 * M_PER_FT);
    const sheltered = windAdjustment(2.1 * M_PER_FT, { cover: 0.5, heightM: 10, crownRatio: 0.5 });
    // 1.83 / ln((20 + 0.36 · 2.1) / (0.13 · 2.1)).
    expect(open).toBeCloseTo(0.422524, 5);
    expect(sheltered).toBeLessThan(open);
    expect(windAdjustment(0.64, { cover: 0.1, heightM: 10, crownRatio: 0.5 })).toBe(
      windAdjustment(0.64),
    );
  });

  it('says which cover can’t be', () => {
    expect(() => windAdjustment(1, { cover: 50, heightM: 10, crownRatio: 0.5 })).toThrow(
      'The canopy cover is 50; a fraction of 0 to 1 is expected.',
    );
  });
});
