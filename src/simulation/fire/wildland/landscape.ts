// How fire would run through each cell of a landscape in one weather: surface fire of Rothermel 1972 in the standard fuel
// models, crowns by Scott & Reinhardt 2001 where there are any. SI; angles rad clockwise from north; rows southwards.

import { type CrownFuel, crownFire } from './crown-fire.ts';
import { type FuelBed, toFuelBed } from './fuel-bed.ts';
import { fuelModels } from './fuel-models.ts';
import { createSurfaceFire, type FuelMoisture, surfaceFire } from './surface-fire.ts';
import type { FireField } from './travel-time.ts';
import { type Canopy, windAdjustment } from './wind-adjustment.ts';

/** Crowns over a fuel model. */
export interface Stand extends Canopy {
  /** What of them burns; left out where fire doesn't run in them, as in broadleaved woods. */
  readonly crowns?: CrownFuel;
}

/** One entry a cell. */
export interface Landscape {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** Number of a standard fuel model; what is none of them doesn't burn. */
  readonly fuel: Uint8Array;
  readonly slopeRad: Float32Array;
  readonly upslopeRad: Float32Array;
  /** By fuel model, what stands over it. */
  readonly stands: ReadonlyMap<number, Stand>;
}

export interface LandWeather {
  /** At 10 m above open ground. */
  readonly wind10Ms: number;
  readonly windToRad: number;
  readonly moisture: FuelMoisture;
}

export interface LandFire {
  /** For `createTravelTime`: its rows go northwards. */
  readonly field: FireField;
  /** Of the head, rows southwards as in the landscape; NaN where nothing burns. */
  readonly rateMs: Float32Array;
  readonly intensityKWM: Float32Array;
  readonly flameM: Float32Array;
}

/** Wind at 20 ft is that at 10 m over 1.15 (Lawson & Armitage 2008). */
const WIND_20FT_SHARE = 1 / 1.15;

/** Throws `RangeError` on weather that can't be (see `surfaceFire`). */
export function burnLandscape(land: Landscape, weather: LandWeather): LandFire {
  const { width, height, cellM, fuel } = land;
  const count = width * height;
  const field = {
    ...{ width, height, cellM },
    rateMs: new Float64Array(count),
    headingRad: new Float64Array(count),
    lengthToWidth: new Float64Array(count).fill(1),
  };
  const rateMs = new Float32Array(count).fill(Number.NaN);
  const intensityKWM = new Float32Array(count).fill(Number.NaN);
  const flameM = new Float32Array(count).fill(Number.NaN);
  const beds = new Map<number, Bed | undefined>();
  const out = createSurfaceFire();
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const number = fuel[cell]!;
      if (!beds.has(number)) beds.set(number, bedOf(number, land.stands.get(number)));
      const bed = beds.get(number);
      if (!bed) continue;
      const found = burnCell(bed, cell, land, weather, out);
      rateMs[cell] = found.rateMs;
      intensityKWM[cell] = found.intensityKWM;
      flameM[cell] = found.flameM;
      const up = (height - 1 - row) * width + column;
      field.rateMs[up] = found.rateMs;
      field.headingRad[up] = found.headingRad;
      field.lengthToWidth[up] = found.lengthToWidth;
    }
  return { field, rateMs, intensityKWM, flameM };
}

interface Bed {
  readonly bed: FuelBed;
  readonly windShare: number;
  readonly stand: Stand | undefined;
}

function bedOf(number: number, stand: Stand | undefined): Bed | undefined {
  const model = fuelModels.get(number);
  if (!model) return undefined;
  return { bed: toFuelBed(model), stand, windShare: windAdjustment(model.depthM, stand) };
}

interface CellFire {
  readonly rateMs: number;
  readonly headingRad: number;
  readonly intensityKWM: number;
  readonly flameM: number;
  readonly lengthToWidth: number;
}

function burnCell(
  { bed, windShare, stand }: Bed,
  cell: number,
  { slopeRad, upslopeRad }: Landscape,
  { wind10Ms, windToRad, moisture }: LandWeather,
  out: ReturnType<typeof createSurfaceFire>,
): CellFire {
  const directions = { windToRad, slopeRad: slopeRad[cell]!, upslopeRad: upslopeRad[cell]! };
  const wind20FtMs = wind10Ms * WIND_20FT_SHARE;
  surfaceFire(bed, moisture, { ...directions, windMs: wind20FtMs * windShare }, out);
  if (!stand?.crowns || out.rateMs === 0) return out;
  const crown = crownFire(stand.crowns, {
    ...{ bed, moisture, wind20FtMs, windAdjustment: windShare, directions },
  });
  if (crown.type === 'surface' || crown.type === 'conditional-crown') return out;
  const lengthToWidth = crown.type === 'crowning' ? crown.lengthToWidth : out.lengthToWidth;
  const { rateMs, intensityKWM, flameM } = crown;
  return { rateMs, intensityKWM, flameM, lengthToWidth, headingRad: out.headingRad };
}
