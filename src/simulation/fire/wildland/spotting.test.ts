import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spottingFromCrown } from './crown-spotting.ts';
import { fineFuelMoisture, ofClasses } from './fine-fuel-moisture.ts';
import { firebrandIgnition, fuelTemperatureC, lightningIgnition } from './ignition.ts';
import { safetyZone } from './safety-zone.ts';
import {
  type Downwind,
  intensityOfFlameKWM,
  spottingFromPile,
  spottingFromSurface,
  spottingFromTrees,
} from './spotting.ts';
import { type BehaveCase, readNumber } from './testing/behave.ts';
import { M_PER_FT, M_PER_MI, MS_PER_MPH } from './units.ts';

const folder = new URL('../../../../../shared/data/fire/vectors/', import.meta.url);
const has = existsSync(folder);
const read = (file: string) =>
  has ? JSON.parse(readFileSync(new URL(file, folder), 'utf8')).cases : [];
const spots: BehaveCase[] = read('spotting.json');

const mountainsOf = (one: BehaveCase) => ({
  location: 'ridge' as const,
  ridgeToValleyM: readNumber(one, 'ridgeToValleyDistanceMi') * M_PER_MI,
  elevationM: readNumber(one, 'ridgeToValleyElevationFt') * M_PER_FT,
});
const feet = (one: BehaveCase, name: string) => readNumber(one, name) * M_PER_FT;

function spot(one: BehaveCase) {
  const downwind: Downwind = {
    wind20FtMs: readNumber(one, 'windSpeed20ftMph') * MS_PER_MPH,
    coverHeightM: feet(one, 'downwindCoverHeightFt'),
    isOpen: one.inputs.downwindCanopy === 'open',
    mountains: mountainsOf(one),
  };
  if (one.inputs.sourceType === 'burningPile')
    return spottingFromPile(feet(one, 'pileFlameHeightFt'), downwind);
  if (one.inputs.sourceType === 'surfaceFire')
    return spottingFromSurface(feet(one, 'flameLengthFt'), downwind);
  const trees = { count: readNumber(one, 'torchingTrees'), heightM: feet(one, 'treeHeightFt') };
  const diameterM = readNumber(one, 'dbhIn') * 0.0254;
  return spottingFromTrees({ species: 'engelmann-spruce', diameterM, ...trees }, downwind);
}

describe('spotting', () => {
  const flown = spots.filter(({ inputs }) => inputs.sourceType !== 'activeCrown');
  it.skipIf(!has).each(flown)('is as far as in Behave: $id', (one) => {
    const { levelM, mountainM } = spot(one);
    expect(levelM / M_PER_MI).toBeCloseTo(Number(one.expected.flatDistanceMi), 6);
    expect(mountainM / M_PER_MI).toBeCloseTo(Number(one.expected.mountainDistanceMi), 6);
  });

  it.skipIf(!has)('flies from an active crown as far as in Behave', () => {
    const one = spots.find(({ inputs }) => inputs.sourceType === 'activeCrown')!;
    const distanceM = spottingFromCrown({
      canopyHeightM: feet(one, 'treeHeightFt'),
      intensityKWM: intensityOfFlameKWM(feet(one, 'flameLengthFt')),
      windMs: readNumber(one, 'windSpeed20ftMph') * MS_PER_MPH,
      windHeightM: 20 * M_PER_FT,
      emberM: readNumber(one, 'emberDiameterMm') / 1000,
      mountains: mountainsOf(one),
    });
    expect(distanceM / M_PER_MI).toBeCloseTo(Number(one.expected.mountainDistanceMi), 4);
  });

  it('flies farther in more wind, and not at all in none', () => {
    const downwind = { wind20FtMs: 5, coverHeightM: 10, isOpen: false };
    const near = spottingFromPile(3, downwind).levelM;
    expect(spottingFromPile(3, { ...downwind, wind20FtMs: 10 }).levelM).toBeCloseTo(2 * near, 9);
    const still = { ...downwind, wind20FtMs: 0 };
    expect(spottingFromPile(3, still).levelM).toBe(0);
    expect(spottingFromSurface(3, still).levelM).toBe(0);
    const crown = { canopyHeightM: 20, windHeightM: 10, emberM: 0.001 };
    expect(spottingFromCrown({ ...crown, windMs: 5, intensityKWM: 900 })).toBe(0);
    const weak = spottingFromCrown({ ...crown, windMs: 5, intensityKWM: 10_000 });
    expect(spottingFromCrown({ ...crown, windMs: 5, intensityKWM: 40_000 })).toBeGreaterThan(weak);
  });

  it('says which input can’t be', () => {
    const downwind = { wind20FtMs: 5, coverHeightM: 10, isOpen: false };
    const trees = { species: 'grand-fir', count: 0, diameterM: 0.3, heightM: 20 } as const;
    expect(() => spottingFromTrees(trees, downwind)).toThrow(
      '0 trees torch; 1 or more are expected.',
    );
    expect(() => spottingFromPile(-1, downwind)).toThrow(
      'The flame is -1 m high; 0 or more is expected.',
    );
  });
});

describe('ignition', () => {
  it.skipIf(!has)('is as likely as in Behave', () => {
    const [fir, pine]: [BehaveCase, BehaveCase] = read('ignition.json');
    const brand = (one: BehaveCase) =>
      firebrandIgnition(
        fuelTemperatureC(
          ((readNumber(one, 'airTemperatureF') - 32) * 5) / 9,
          readNumber(one, 'shadePercent') / 100,
        ),
        readNumber(one, 'moisture1hPercent') / 100,
      );
    expect(brand(fir)).toBeCloseTo(Number(fir.expected.firebrandProbabilityFraction), 7);
    expect(brand(pine) * 100).toBeCloseTo(Number(pine.expected.firebrandProbabilityPercent), 6);
    expect(lightningIgnition('douglas-fir-duff', 'unknown', 0.08, 0.1524)).toBeCloseTo(
      Number(fir.expected.lightningProbabilityFraction),
      7,
    );
    expect(lightningIgnition('lodgepole-pine-duff', 'negative', 0.09, 0.2032) * 100).toBeCloseTo(
      Number(pine.expected.lightningProbabilityPercent),
      6,
    );
  });

  it('is likelier in drier and warmer fuel, and never above 1', () => {
    expect(firebrandIgnition(30, 0.05)).toBeGreaterThan(firebrandIgnition(30, 0.1));
    expect(firebrandIgnition(40, 0.1)).toBeGreaterThan(firebrandIgnition(30, 0.1));
    expect(firebrandIgnition(200, 0)).toBe(1);
    expect(firebrandIgnition(20, 0.6)).toBe(0);
    expect(() => firebrandIgnition(20, -0.1)).toThrow(
      'The fine moisture is -0.1; 0 or more is expected.',
    );
  });
});

describe('the safety zone', () => {
  it.skipIf(!has)('is Behave’s', () => {
    const [{ inputs, expected }] = read('safety-zone.json');
    const m2 = M_PER_FT ** 2;
    const zone = safetyZone(inputs.flameHeightFt * M_PER_FT, {
      ...{ people: inputs.personnel, vehicles: inputs.equipment },
      areaPerPersonM2: inputs.areaPerPersonFt2 * m2,
      areaPerVehicleM2: inputs.areaPerEquipmentFt2 * m2,
    });
    expect(zone.separationM / M_PER_FT).toBeCloseTo(expected.separationDistanceFt, 6);
    expect(zone.radiusM / M_PER_FT).toBeCloseTo(expected.safetyZoneRadiusFt, 6);
    expect((zone.areaM2 / m2) * 2.295684e-5).toBeCloseTo(expected.safetyZoneAreaAcre, 9);
  });

  it('says which flames can’t be', () => {
    const crew = { people: 1, vehicles: 0, areaPerPersonM2: 5, areaPerVehicleM2: 30 };
    expect(() => safetyZone(-1, crew)).toThrow('Flames are -1 m high; 0 or more is expected.');
  });
});

describe('the moisture of fine dead fuel', () => {
  it.skipIf(!has)('is as in Behave’s tables', () => {
    for (const { inputs, expected } of read('fine-dead-moisture.json')) {
      const { index } = inputs;
      const classes = {
        ...{ dryBulb: index.dryBulb, humidity: index.relativeHumidity, season: index.month },
        ...{ isShaded: index.shading > 0, isSteep: index.slope > 0, aspect: index.aspect },
        ...{ time: index.timeOfDay, height: index.elevation },
      };
      if (expected.fineDeadFuelMoisturePercent < 0) {
        expect(() => ofClasses(classes)).toThrow('the tables have none such');
        continue;
      }
      const { reference, correction, moisture } = ofClasses(classes);
      expect(reference * 100).toBeCloseTo(expected.referenceMoisturePercent, 9);
      expect(correction * 100).toBeCloseTo(expected.correctionPercent, 9);
      expect(moisture * 100).toBeCloseTo(expected.fineDeadFuelMoisturePercent, 9);
    }
  });

  it('reads classes from weather and ground', () => {
    const noon = {
      ...{ airC: 30, humidity: 0.22, month: 8, hour: 14, shade: 0.1, slopeRad: 0.1 },
      ...{ aspectRad: Math.PI, height: 'level' as const },
    };
    // 86 °F and 20–24 %: 3 %; August, sun, gentle south slope, 14 h, level: 1 %.
    expect(fineFuelMoisture(noon).moisture).toBeCloseTo(0.04, 12);
    expect(() => fineFuelMoisture({ ...noon, hour: 3 })).toThrow(
      'It is 3 h; by day, 8 to 20, is expected.',
    );
  });
});
