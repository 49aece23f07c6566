import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  activeCrownRateMs,
  type CrownFireType,
  crownFire,
  crownFireSize,
  cruzCrownRateMs,
  initiationIntensityKWM,
} from './crown-fire.ts';
import { toFuelBed } from './fuel-bed.ts';
import { fuelModels } from './fuel-models.ts';
import {
  type BehaveCase,
  MS_PER_CH_H,
  readNumber,
  toAdjustment,
  toBed,
  toDirections,
  toMoisture,
  toWindMs,
} from './testing/behave.ts';
import { KW_M_PER_BTU_FT_S, M_PER_FT, MS_PER_FT_MIN } from './units.ts';

const folder = new URL('../../../../../shared/data/fire/vectors/', import.meta.url);
const has = existsSync(folder);
const read = (file: string): BehaveCase[] =>
  has ? JSON.parse(readFileSync(new URL(file, folder), 'utf8')).cases : [];

const types: Record<string, CrownFireType> = {
  ...{ surface: 'surface', torching: 'torching', crowning: 'crowning' },
  conditionalCrown: 'conditional-crown',
};

function run(one: BehaveCase) {
  const heightM = readNumber(one, 'canopyHeightFt') * M_PER_FT;
  const canopyBaseM = readNumber(one, 'canopyBaseHeightFt') * M_PER_FT;
  const bed = toBed(one);
  const crownRatioFraction = (heightM - canopyBaseM) / heightM;
  const adjusted = { ...one, inputs: { ...one.inputs, crownRatioFraction } };
  return crownFire(
    {
      ...{ canopyHeightM: heightM, canopyBaseM },
      bulkDensityKgM3: readNumber(one, 'canopyBulkDensityLbPerFt3') * 16.0185,
      foliarMoisture: readNumber(one, 'moistureFoliarPercent') / 100,
    },
    {
      ...{ bed, moisture: toMoisture(one), wind20FtMs: toWindMs(one) },
      windAdjustment: toAdjustment(adjusted, bed.depthM),
      directions: toDirections(one),
    },
  );
}

describe('crown fire', () => {
  it.skipIf(!has).each(read('crown.json'))('is as in Behave: $id', (one) => {
    const fire = run(one);
    const size = crownFireSize(fire.crownRateMs * 3600, fire.lengthToWidth);
    const ours: Record<string, number> = {
      crownSpreadRateChPerH: fire.crownRateMs / MS_PER_CH_H,
      lengthToWidthRatio: fire.lengthToWidth,
      areaAcre: (size.areaM2 / M_PER_FT ** 2) * 2.295684e-5,
      perimeterCh: size.perimeterM / (66 * M_PER_FT),
      flameLengthFt: fire.crownFlameM / M_PER_FT,
      firelineIntensityBtuPerFtPerS: fire.crownIntensityKWM / KW_M_PER_BTU_FT_S,
      finalSpreadRateFtPerMin: fire.rateMs / MS_PER_FT_MIN,
      finalSpreadRateChPerH: fire.rateMs / MS_PER_CH_H,
      finalFlameLengthFt: fire.flameM / M_PER_FT,
      finalFirelineIntensityBtuPerFtPerS: fire.intensityKWM / KW_M_PER_BTU_FT_S,
      criticalOpenWindSpeedFtPerMin: fire.crowningWindMs / MS_PER_FT_MIN,
    };
    for (const [name, value] of Object.entries(one.expected)) {
      if (name === 'fireType') expect(fire.type).toBe(types[value]);
      // Behave's own conversions have six digits: of density, and of kW/m (8e-4 off), on which passive fire hangs.
      else {
        const isPassive = one.expected.fireType === 'torching' && name.startsWith('final');
        const error = Math.abs(ours[name]! / Number(value) - 1);
        expect(error, name).toBeLessThan(isPassive ? 2e-3 : 5e-6);
      }
    }
  });

  it.skipIf(!has)('runs as fast as Cruz et al. have it, and is active there', () => {
    const [one] = read('ellipse-growth-elmfire.json').filter(({ id }) => /cruz-.*rate/.test(id));
    const rate = cruzCrownRateMs(
      readNumber(one!, 'windSpeed10mKmPerH') / 3.6,
      readNumber(one!, 'canopyBulkDensityKgPerM3'),
      readNumber(one!, 'moisture1hPercent') / 100,
    );
    // The wind is printed with a digit after the point.
    expect(Math.abs((rate * 60) / Number(one!.expected.crownRateMPerMin) - 1)).toBeLessThan(2e-3);
    expect(rate).toBeGreaterThan(activeCrownRateMs(0.18));
    expect(activeCrownRateMs(0.18) * 60).toBeCloseTo(16.6666667, 6);
  });

  it('needs more of a surface fire under higher and moister crowns', () => {
    // (0.01 · 3 · (460 + 2590))^1.5.
    expect(initiationIntensityKWM(3, 1)).toBeCloseTo(91.5 ** 1.5, 9);
    expect(initiationIntensityKWM(4, 1)).toBeGreaterThan(initiationIntensityKWM(3, 1));
    expect(initiationIntensityKWM(3, 1.2)).toBeGreaterThan(initiationIntensityKWM(3, 1));
  });

  it('says which canopy can’t be', () => {
    const canopy = { canopyHeightM: 9, canopyBaseM: 30, bulkDensityKgM3: 0.1, foliarMoisture: 1 };
    const model = fuelModels.get(10)!;
    const surface = {
      ...{ bed: toFuelBed(model), wind20FtMs: 5, windAdjustment: 0.4 },
      moisture: { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.6, liveWood: 0.9 },
      directions: { windToRad: 0, slopeRad: 0, upslopeRad: 0 },
    };
    expect(() => crownFire(canopy, surface)).toThrow(
      'The canopy is from 30 to 9 m; its base is expected below its top.',
    );
    expect(() => crownFire({ ...canopy, canopyBaseM: 2, bulkDensityKgM3: 0 }, surface)).toThrow(
      'The bulk density is 0 kg/m³; more than 0 is expected.',
    );
  });
});
