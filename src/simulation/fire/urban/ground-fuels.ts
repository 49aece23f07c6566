// How fast fire runs over each kind of ground under a wind: surface fire of Rothermel 1972 on level ground as an ellipse
// from its rear focus (Anderson 1983). SI. Below 10 kW/m, rank 1 of the Canadian intensities, fire goes out of itself
// (Alexander & Cole 1995): a green lawn carries none.

import { type FuelBed, toFuelBed } from '../wildland/fuel-bed.ts';
import { fuelModels } from '../wildland/fuel-models.ts';
import { createSurfaceFire, type FuelMoisture, surfaceFire } from '../wildland/surface-fire.ts';
import { type Canopy, windAdjustment } from '../wildland/wind-adjustment.ts';
import type { WindDrive } from './wind-drive.ts';

export interface GroundFuel {
  /** Number of a standard fuel model. */
  readonly model: number;
  readonly moisture: FuelMoisture;
  /** Trees that hold the wind off it. */
  readonly canopy?: Canopy;
}

/** What the ground of a town is in a run; without it none burns. */
export interface VegetationState {
  /** By cover code of the raster; what is left out doesn't burn, nor does code 0. */
  readonly fuels: readonly (GroundFuel | undefined)[];
  /** Chance that a firebrand lights the fine dead fuel it lands in, 0 … 1. */
  readonly brandIgnition: number;
}

/** By cover code: a way (x, y) takes `slow · |way| − (driftX x + driftY y)` s; `slow` is ∞ where nothing burns. */
export interface GroundRates {
  readonly slowSm: Float64Array;
  readonly driftX: Float64Array;
  readonly driftY: Float64Array;
  /** Of the head, m. */
  readonly flameM: Float64Array;
}

const CODES = 256;
const LEAST_KWM = 10;
/** Wind at 20 ft is that at 10 m over 1.15 (Lawson & Armitage 2008). */
const WIND_20FT_SHARE = 1 / 1.15;

/** Throws `RangeError` for a fuel model that isn't there, a moisture or a chance that can't be. */
export function groundRates(
  { fuels, brandIgnition }: VegetationState,
  winds: readonly Pick<WindDrive, 'speedMs' | 'towardsX' | 'towardsY'>[],
): GroundRates[] {
  if (!(brandIgnition >= 0 && brandIgnition <= 1))
    throw new RangeError(`Brands light the ground with ${brandIgnition}; 0 to 1 is expected.`);
  const beds = fuels.map((fuel) => fuel && { ...fuel, ...bedOf(fuel) });
  const out = createSurfaceFire();
  return winds.map(({ speedMs, towardsX, towardsY }) => {
    const rates = {
      slowSm: new Float64Array(CODES).fill(Infinity),
      ...{ driftX: new Float64Array(CODES), driftY: new Float64Array(CODES) },
      flameM: new Float64Array(CODES),
    };
    beds.forEach((fuel, code) => {
      if (!fuel || code === 0) return;
      const windMs = speedMs * WIND_20FT_SHARE * fuel.windShare;
      const level = { windToRad: 0, slopeRad: 0, upslopeRad: 0 };
      const found = surfaceFire(fuel.bed, fuel.moisture, { ...level, windMs }, out);
      if (!(found.intensityKWM >= LEAST_KWM)) return;
      const ratio = found.lengthToWidth;
      const eccentricity = Math.sqrt(ratio * ratio - 1) / ratio;
      const slow = 1 / (found.rateMs * (1 - eccentricity));
      rates.slowSm[code] = slow;
      rates.driftX[code] = slow * eccentricity * towardsX;
      rates.driftY[code] = slow * eccentricity * towardsY;
      rates.flameM[code] = found.flameM;
    });
    return rates;
  });
}

function bedOf({ model: number, canopy }: GroundFuel): { bed: FuelBed; windShare: number } {
  const model = fuelModels.get(number);
  if (!model)
    throw new RangeError(`Fuel model ${number} is not there; a standard one is expected.`);
  return { bed: toFuelBed(model), windShare: windAdjustment(model.depthM, canopy) };
}
