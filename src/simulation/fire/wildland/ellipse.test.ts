import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  fireEllipse,
  fireSize,
  lengthToWidth,
  rateFromIgnition,
  rateOfPerimeter,
} from './ellipse.ts';
import { flameLengthM } from './surface-fire.ts';
import { type BehaveCase, MS_PER_CH_H, RAD, readNumber, runBehave } from './testing/behave.ts';
import { M_PER_FT, MS_PER_FT_MIN } from './units.ts';

const folder = new URL('../../../../../shared/data/fire/vectors/', import.meta.url);
const has = existsSync(folder);
const read = (file: string): BehaveCase[] =>
  has ? JSON.parse(readFileSync(new URL(file, folder), 'utf8')).cases : [];
const M_PER_CH = 66 * M_PER_FT;

describe('the ellipse of a fire', () => {
  it.skipIf(!has).each(read('fire-size-ellipse.json'))('is as in Behave: $id', (one) => {
    const fire = runBehave(one);
    const ellipse = fireEllipse(fire.rateMs, fire.lengthToWidth);
    const timeS =
      readNumber(one, 'elapsedTimeH', 0) * 3600 + readNumber(one, 'elapsedTimeMin', 0) * 60;
    const size = fireSize(ellipse, timeS);
    const byNorth = one.inputs.orientation === 'relativeToNorth';
    const angle = readNumber(one, 'directionOfInterestDeg', 0) * RAD - fire.headingRad;
    const along =
      one.inputs.directionMode === 'fromIgnitionPoint'
        ? rateFromIgnition(ellipse, angle)
        : rateOfPerimeter(ellipse, angle);
    expect(byNorth || fire.headingRad >= -Math.PI).toBe(true);
    const ours: Record<string, number> = {
      backingSpreadRateChPerH: ellipse.backMs / MS_PER_CH_H,
      flankingSpreadRateChPerH: ellipse.flankMs / MS_PER_CH_H,
      spreadDistanceCh: (ellipse.headMs * timeS) / M_PER_CH,
      backingDistanceCh: (ellipse.backMs * timeS) / M_PER_CH,
      flankingDistanceCh: (ellipse.flankMs * timeS) / M_PER_CH,
      lengthToWidthRatio: fire.lengthToWidth,
      semiMinorCh: size.semiMinorM / M_PER_CH,
      semiMajorCh: size.semiMajorM / M_PER_CH,
      centreToIgnitionCh: size.centreM / M_PER_CH,
      headToBackRatio: ellipse.headMs / ellipse.backMs,
      areaAcre: (size.areaM2 / M_PER_FT ** 2) * 2.295684e-5,
      areaKm2: size.areaM2 / 1e6,
      perimeterCh: size.perimeterM / M_PER_CH,
      spreadRateFtPerMin: along / MS_PER_FT_MIN,
      spreadRateChPerH: along / MS_PER_CH_H,
      flameLengthFt: flameLengthM((fire.intensityKWM * along) / fire.rateMs) / M_PER_FT,
    };
    for (const [name, value] of Object.entries(one.expected))
      expect(ours[name], name).toBeCloseTo(Number(value), 6);
  });

  const growth = read('ellipse-growth-elmfire.json').filter(({ id }) => /ellipse-\dh/.test(id));
  it.skipIf(!has).each(growth)('grows as the closed form of ELMFIRE’s $id', (one) => {
    const ratio = readNumber(one, 'lengthToWidthRatio');
    const ellipse = fireEllipse(readNumber(one, 'headRateMPerH') / 3600, ratio);
    const size = fireSize(ellipse, readNumber(one, 'timeH') * 3600);
    const ours: Record<string, number> = {
      backRateMPerH: ellipse.backMs * 3600,
      flankRateMPerH: ellipse.flankMs * 3600,
      ...{ semiMinorM: size.semiMinorM, semiMajorM: size.semiMajorM },
      ...{ focalDistanceM: size.centreM, areaM2: size.areaM2 },
      centreYM: -3000 + size.centreM,
      headYM: -3000 + size.centreM + size.semiMajorM,
      backYM: -3000 + size.centreM - size.semiMajorM,
    };
    for (const [name, value] of Object.entries(one.expected)) {
      if (name === 'perimeterM') continue;
      expect(Math.abs(ours[name]! / Number(value) - 1), name).toBeLessThan(2e-8);
    }
    // Ours is Behave's series of two terms, theirs the integral.
    expect(size.perimeterM / Number(one.expected.perimeterM)).toBeCloseTo(1, 2);
  });

  it('is a circle in calm, and never longer than eight times its width', () => {
    const circle = fireEllipse(0.1, lengthToWidth(0));
    for (const angle of [0, 1, 2, 3]) {
      expect(rateFromIgnition(circle, angle)).toBe(0.1);
      expect(rateOfPerimeter(circle, angle)).toBeCloseTo(0.1, 15);
    }
    expect(lengthToWidth(40)).toBe(8);
  });

  it('keeps the head ahead and the back behind from where it began', () => {
    const ellipse = fireEllipse(1, 3);
    expect(rateFromIgnition(ellipse, 0)).toBeCloseTo(1, 12);
    expect(rateFromIgnition(ellipse, Math.PI)).toBeCloseTo(ellipse.backMs, 12);
    expect(rateOfPerimeter(ellipse, Math.PI / 2)).toBeCloseTo(ellipse.flankMs, 12);
  });

  it('says which input can’t be', () => {
    expect(() => fireEllipse(-1, 2)).toThrow('The fire runs -1 m/s; 0 or more is expected.');
    expect(() => fireEllipse(1, 0.5)).toThrow('The length to width is 0.5; 1 or more is expected.');
  });
});
