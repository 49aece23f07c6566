// Crown fire: initiation by Van Wagner 1977, active rate by Rothermel 1991 (INT-438) and Cruz et al. 2005, type and rate
// by Scott & Reinhardt 2001 (RMRS-RP-29), flames by Thomas 1963. SI; angles rad; moistures are fractions.

import { createFuelBed, type FuelBed, toFuelBed } from './fuel-bed.ts';
import { fuelModels } from './fuel-models.ts';
import {
  createSurfaceFire,
  type FuelMoisture,
  surfaceFire,
  type WindAndSlope,
} from './surface-fire.ts';
import { KW_M_PER_BTU_FT_S, M_PER_FT, MS_PER_MPH } from './units.ts';

export interface CrownFuel {
  readonly canopyHeightM: number;
  readonly canopyBaseM: number;
  readonly bulkDensityKgM3: number;
  readonly foliarMoisture: number;
}

export type CrownFireType = 'surface' | 'torching' | 'conditional-crown' | 'crowning';

export interface CrownFire {
  readonly type: CrownFireType;
  /** Rothermel's, of an active crown fire. */
  readonly crownRateMs: number;
  readonly crownIntensityKWM: number;
  readonly crownFlameM: number;
  readonly lengthToWidth: number;
  /** Which the surface fire has to have to reach the crowns. */
  readonly criticalIntensityKWM: number;
  /** At which a fire stays in the crowns. */
  readonly criticalRateMs: number;
  /** At 20 ft, at which the fire becomes active; NaN where it can't. */
  readonly crowningWindMs: number;
  readonly crownShareBurned: number;
  /** By type, as linked by Scott & Reinhardt. */
  readonly rateMs: number;
  readonly intensityKWM: number;
  readonly flameM: number;
}

export interface CrownSurface {
  readonly bed: FuelBed;
  readonly moisture: FuelMoisture;
  /** At 20 ft above the canopy. */
  readonly wind20FtMs: number;
  /** What of it reaches the surface fire. */
  readonly windAdjustment: number;
  readonly directions: Omit<WindAndSlope, 'windMs'>;
}

const CROWN_RATE = 3.34;
const CROWN_ADJUSTMENT = 0.4;
const CROWN_HEAT_KJ_KG = 8000 * 2.326;
/** kg/m²/s that keep a crown fire going (Van Wagner 1977). */
const MASS_FLOW = 3 / 60;

/** kW/m: Van Wagner 1977, with Behave's floors of 30 % and 0.1 m; of foliar moisture as a fraction. */
export const initiationIntensityKWM = (canopyBaseM: number, foliarMoisture: number): number =>
  (0.01 * Math.max(canopyBaseM, 0.1) * (460 + 25.9 * Math.max(foliarMoisture * 100, 30))) ** 1.5;

/** m/s of an active crown fire (Cruz, Alexander & Wakimoto 2005), wind at 10 m. */
export const cruzCrownRateMs = (wind10mMs: number, bulkDensityKgM3: number, h1: number): number =>
  (11.02 * (wind10mMs * 3.6) ** 0.9 * bulkDensityKgM3 ** 0.19 * Math.exp(-0.17 * h1 * 100)) / 60;

/** Above it a crown fire is active (Van Wagner 1977). */
export const activeCrownRateMs = (bulkDensityKgM3: number): number => MASS_FLOW / bulkDensityKgM3;

/** Rothermel 1991, eq. 10. */
export const crownLengthToWidth = (wind20FtMs: number): number =>
  1 + (0.125 * Math.max(0, wind20FtMs)) / MS_PER_MPH;

/** m, Thomas 1963: 0.2 I^(2/3) in ft of Btu/ft/s. */
export const crownFlameM = (intensityKWM: number): number =>
  intensityKWM > 0 ? 0.2 * (intensityKWM / KW_M_PER_BTU_FT_S) ** (2 / 3) * M_PER_FT : 0;

/** m², m of a crown fire's ellipse from a point (Rothermel 1991, eqs. 11–12). */
export const crownFireSize = (distanceM: number, ratio: number) => ({
  areaM2: (Math.PI * distanceM ** 2) / (4 * ratio),
  perimeterM: 0.5 * Math.PI * distanceM * (1 + 1 / ratio),
});

/** Throws `RangeError` where the canopy's base lies above its top or its density is not positive. */
export function crownFire(canopy: CrownFuel, surface: CrownSurface): CrownFire {
  const { canopyHeightM, canopyBaseM, bulkDensityKgM3, foliarMoisture } = canopy;
  if (!(canopyBaseM >= 0 && canopyBaseM <= canopyHeightM))
    throw new RangeError(
      `The canopy is from ${canopyBaseM} to ${canopyHeightM} m; its base is expected below its top.`,
    );
  if (!(bulkDensityKgM3 > 0))
    throw new RangeError(`The bulk density is ${bulkDensityKgM3} kg/m³; more than 0 is expected.`);
  const { bed, moisture, wind20FtMs, windAdjustment, directions } = surface;
  const burn = (wind: number) =>
    surfaceFire(bed, moisture, { ...directions, windMs: wind * windAdjustment });
  const below = burn(wind20FtMs);
  const level = { windToRad: 0, slopeRad: 0, upslopeRad: 0 };
  const crown = (wind: number) =>
    surfaceFire(crownBed(), moisture, { ...level, windMs: wind * CROWN_ADJUSTMENT }, scratch)
      .rateMs * CROWN_RATE;
  const crownRateMs = crown(wind20FtMs);
  const crownHeat = bulkDensityKgM3 * (canopyHeightM - canopyBaseM) * CROWN_HEAT_KJ_KG;
  const crownIntensityKWM = crownRateMs * (below.heatPerAreaKJM2 + crownHeat);
  const criticalIntensityKWM = initiationIntensityKWM(canopyBaseM, foliarMoisture);
  const criticalRateMs = activeCrownRateMs(bulkDensityKgM3);
  const isLit = below.intensityKWM >= criticalIntensityKWM;
  const isActive = crownRateMs >= criticalRateMs;
  const type = isLit
    ? isActive
      ? 'crowning'
      : 'torching'
    : isActive
      ? 'conditional-crown'
      : 'surface';
  const crowningWindMs = crowningWind(crown(0), moisture, criticalRateMs);
  const initiationMs =
    below.heatPerAreaKJM2 > 0 ? criticalIntensityKWM / below.heatPerAreaKJM2 : Infinity;
  const fullMs = crowningWindMs >= 0 ? burn(crowningWindMs).rateMs : Infinity;
  const crownShareBurned =
    fullMs - initiationMs > 0 && fullMs < Infinity
      ? Math.min(1, Math.max(0, (below.rateMs - initiationMs) / (fullMs - initiationMs)))
      : 0;
  const final = finalFire();
  return {
    ...{ type, crownRateMs, crownIntensityKWM, crownFlameM: crownFlameM(crownIntensityKWM) },
    ...{ lengthToWidth: crownLengthToWidth(wind20FtMs), criticalIntensityKWM, criticalRateMs },
    ...{ crowningWindMs, crownShareBurned, ...final },
  };

  function finalFire() {
    if (type === 'crowning')
      return {
        ...{ rateMs: crownRateMs, intensityKWM: crownIntensityKWM },
        flameM: crownFlameM(crownIntensityKWM),
      };
    if (type !== 'torching')
      return { rateMs: below.rateMs, intensityKWM: below.intensityKWM, flameM: below.flameM };
    const rateMs = below.rateMs + crownShareBurned * (crownRateMs - below.rateMs);
    const intensityKWM = rateMs * (below.heatPerAreaKJM2 + crownHeat * crownShareBurned);
    return { rateMs, intensityKWM, flameM: crownFlameM(intensityKWM) };
  }
}

/** Scott & Reinhardt 2001, eq. 20: the wind in which Rothermel's crown fire is just active. */
function crowningWind(calmRateMs: number, moisture: FuelMoisture, criticalRateMs: number): number {
  if (!(calmRateMs > 0)) return Number.NaN;
  const needed = criticalRateMs / calmRateMs - 1;
  if (needed <= 0) return 0;
  // The factor of model 10's wind is a power law of the wind that doesn't depend on moisture: two winds tell it.
  const level = { windToRad: 0, slopeRad: 0, upslopeRad: 0 };
  const one = surfaceFire(crownBed(), moisture, { ...level, windMs: 1 }, scratch).windFactor;
  const two = surfaceFire(crownBed(), moisture, { ...level, windMs: 2 }, scratch).windFactor;
  const power = Math.log2(two / one);
  return (needed / one) ** (1 / power) / CROWN_ADJUSTMENT;
}

const scratch = createSurfaceFire();
let timberLitter: FuelBed | undefined;

/** Model 10, timber litter and understorey: which Rothermel 1991 scales to crown fires. */
function crownBed(): FuelBed {
  if (!timberLitter) {
    const model = fuelModels.get(10);
    timberLitter = model
      ? toFuelBed(model)
      : createFuelBed({ particles: [], depthM: 1, deadExtinction: 1, totalMinerals: 0 });
  }
  return timberLitter;
}
