// Cases of firelab/behave in its own units, as the inputs of our kernels. SI out; angles rad. Its vectors are in the
// shared data; this only converts them.

import { type FuelBed, toFuelBed } from '../fuel-bed.ts';
import { fuelModels } from '../fuel-models.ts';
import { chaparral, palmettoGallberry, westernAspen } from '../special-fuels.ts';
import { type FuelMoisture, type SurfaceFire, surfaceFire } from '../surface-fire.ts';
import { KG_M2_PER_LB_FT2, M_PER_FT, MS_PER_FT_MIN, MS_PER_MPH } from '../units.ts';
import { windAdjustment } from '../wind-adjustment.ts';

export interface BehaveCase {
  readonly id: string;
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly expected: Readonly<Record<string, number | string>>;
}

export const RAD = Math.PI / 180;
/** ch/h in m/s, as Behave has it. */
export const MS_PER_CH_H = 1.1 * MS_PER_FT_MIN;
/** What Behave takes for Btu/ft/s in kW/m; 3.4615 is exact. */
export const BEHAVE_KW_M = 1 / 0.2886719;

export const readNumber = ({ inputs }: BehaveCase, name: string, fallback = Number.NaN): number =>
  Number(inputs[name] ?? fallback);

export function toBed(of: BehaveCase, number = readNumber(of, 'fuelModelNumber')): FuelBed {
  const read = (name: string) => readNumber(of, name);
  if (of.inputs.fuel === 'chaparral')
    return chaparral({
      depthM: read('fuelBedDepthFt') * M_PER_FT,
      deadShare: read('deadLoadFraction'),
      load:
        of.inputs.loadInput === 'direct'
          ? { totalKgM2: read('totalLoadLbPerFt2') * KG_M2_PER_LB_FT2 }
          : { type: of.inputs.chaparralType === 'chamise' ? 'chamise' : 'mixed-brush' },
    });
  if (of.inputs.fuel === 'palmettoGallberry')
    return palmettoGallberry({
      ageYears: read('ageOfRoughYears'),
      heightM: read('heightOfUnderstoryFt') * M_PER_FT,
      palmettoCover: read('palmettoCoveragePercent') / 100,
      basalAreaM2Ha: (read('overstoryBasalAreaFt2PerAcre') * M_PER_FT ** 2) / 0.40468564224,
    });
  if (of.inputs.fuel === 'westernAspen') {
    const type = read('aspenFuelModelNumber');
    if (type !== 3) throw new RangeError(`The aspen is of type ${type}; 3 is expected.`);
    return westernAspen({ type, curing: read('curingLevelPercent') / 100 });
  }
  const model = fuelModels.get(number);
  if (!model) throw new RangeError(`There is no fuel model ${number}.`);
  return toFuelBed(model);
}

export const toMoisture = (of: BehaveCase): FuelMoisture => ({
  h1: readNumber(of, 'moisture1hPercent') / 100,
  h10: readNumber(of, 'moisture10hPercent') / 100,
  h100: readNumber(of, 'moisture100hPercent') / 100,
  liveHerb: readNumber(of, 'moistureLiveHerbPercent') / 100,
  liveWood: readNumber(of, 'moistureLiveWoodyPercent') / 100,
});

export const toWindMs = (of: BehaveCase): number =>
  'windSpeedFtPerMin' in of.inputs
    ? readNumber(of, 'windSpeedFtPerMin') * MS_PER_FT_MIN
    : readNumber(of, 'windSpeedMph') * MS_PER_MPH;

export function toAdjustment(of: BehaveCase, depthM: number): number {
  if (of.inputs.windHeight === 'midflame') return 1;
  if (of.inputs.windAdjustment === 'user') return readNumber(of, 'windAdjustmentFactor');
  return windAdjustment(depthM, {
    cover: readNumber(of, 'canopyCoverPercent') / 100,
    heightM: readNumber(of, 'canopyHeightFt', 0) * M_PER_FT,
    crownRatio: readNumber(of, 'crownRatioFraction', 0),
  });
}

/** Behave tells whence the wind blows by north, whither by upslope; aspect is downslope. */
export function toDirections(of: BehaveCase) {
  const isByNorth = of.inputs.orientation === 'relativeToNorth';
  const wind = readNumber(of, 'windDirectionDeg', 0);
  const slopeDeg = of.inputs.slopeDeg;
  return {
    windToRad: (isByNorth ? wind + 180 : wind) * RAD,
    upslopeRad: isByNorth ? (readNumber(of, 'aspectDeg', 0) + 180) * RAD : 0,
    slopeRad:
      slopeDeg === undefined
        ? Math.atan(readNumber(of, 'slopePercent') / 100)
        : Number(slopeDeg) * RAD,
  };
}

export function runBehave(of: BehaveCase, number?: number): SurfaceFire {
  const bed = toBed(of, number);
  const windMs = toWindMs(of) * toAdjustment(of, bed.depthM);
  return surfaceFire(bed, toMoisture(of), { windMs, ...toDirections(of) });
}
