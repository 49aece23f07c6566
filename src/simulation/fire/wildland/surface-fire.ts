// Surface fire of Rothermel 1972 with the changes of Albini 1976, as written up in Andrews 2018 (RMRS-GTR-371):
// reaction intensity, rate of spread by wind and slope, Byram's intensity and flame length. SI; angles rad.

import { lengthToWidth } from './ellipse.ts';
import { type FuelBed, MAX_PARTICLES } from './fuel-bed.ts';
import {
  KJ_M2_PER_BTU_FT2,
  KW_M_PER_BTU_FT_S,
  KW_M2_PER_BTU_FT2_MIN,
  M_PER_FT,
  MS_PER_FT_MIN,
} from './units.ts';

/** Fractions of oven-dry mass. */
export interface FuelMoisture {
  readonly h1: number;
  readonly h10: number;
  readonly h100: number;
  readonly liveHerb: number;
  readonly liveWood: number;
}

export interface WindAndSlope {
  /** At midflame height, see `wind-adjustment.ts`. */
  readonly windMs: number;
  /** Whither it blows, clockwise from north (or from any one direction that `upslopeRad` has too). */
  readonly windToRad: number;
  readonly slopeRad: number;
  /** Whither it goes up. */
  readonly upslopeRad: number;
}

export interface SurfaceFire {
  /** Of the head. */
  rateMs: number;
  /** Whither the head runs. */
  headingRad: number;
  /** Without wind and slope. */
  calmRateMs: number;
  reactionKWM2: number;
  heatPerAreaKJM2: number;
  /** Byram's, of the head. */
  intensityKWM: number;
  flameM: number;
  residenceS: number;
  /** Which alone would drive the fire as wind and slope together do. */
  effectiveWindMs: number;
  lengthToWidth: number;
  windFactor: number;
  slopeFactor: number;
  /** Of the bed, weighted by surface. */
  savrPerM: number;
  deadMoisture: number;
  liveMoisture: number;
  liveExtinction: number;
  /** What heats the fuel ahead, wind and slope added whatever their directions. */
  heatSourceKWM2: number;
}

export const createSurfaceFire = (): SurfaceFire => ({
  ...{ rateMs: 0, headingRad: 0, calmRateMs: 0, reactionKWM2: 0, heatPerAreaKJM2: 0 },
  ...{ intensityKWM: 0, flameM: 0, residenceS: 0, effectiveWindMs: 0, lengthToWidth: 1 },
  ...{ windFactor: 0, slopeFactor: 0, savrPerM: 0, deadMoisture: 0, liveMoisture: 0 },
  ...{ liveExtinction: 0, heatSourceKWM2: 0 },
});

/**
 * Fire in `bed`; written to `out`, so that a raster makes no garbage. Above the moisture of extinction the rate is 0.
 * No limit is set to the wind (Andrews 2013). Throws `RangeError` on moistures, wind or slope that can't be.
 */
export function surfaceFire(
  bed: FuelBed,
  moisture: FuelMoisture,
  weather: WindAndSlope,
  out: SurfaceFire = createSurfaceFire(),
): SurfaceFire {
  check(moisture, weather);
  weigh(bed, moisture);
  out.savrPerM = sums.savr / M_PER_FT;
  out.deadMoisture = sums.deadMoisture;
  out.liveMoisture = sums.liveMoisture;
  out.liveExtinction = sums.liveExtinction;
  if (!(sums.savr > 0)) return extinguish(out);
  const { savr, packing, heatSink } = sums;
  const relative = packing / (3.348 / savr ** 0.8189);
  const reaction = reactionIntensity(bed, relative);
  const flux =
    Math.exp((0.792 + 0.681 * Math.sqrt(savr)) * (packing + 0.1)) / (192 + 0.2595 * savr);
  const calm = (reaction * flux) / heatSink;
  const residenceMin = 384 / savr;
  const windScale =
    7.47 * Math.exp(-0.133 * savr ** 0.55) * relative ** (-0.715 * Math.exp(-0.000359 * savr));
  const windPower = 0.02526 * savr ** 0.54;
  const wind = weather.windMs > 0 ? windScale * (weather.windMs / MS_PER_FT_MIN) ** windPower : 0;
  const slope =
    weather.slopeRad > 0 ? 5.275 * packing ** -0.3 * Math.tan(weather.slopeRad) ** 2 : 0;
  const east = slope * Math.sin(weather.upslopeRad) + wind * Math.sin(weather.windToRad);
  const north = slope * Math.cos(weather.upslopeRad) + wind * Math.cos(weather.windToRad);
  const factor = Math.sqrt(east * east + north * north);
  const rate = calm * (1 + factor);
  const effective = factor > 0 ? (factor / windScale) ** (1 / windPower) * MS_PER_FT_MIN : 0;
  const intensity = (rate * reaction * residenceMin) / 60;
  out.rateMs = rate * MS_PER_FT_MIN;
  out.headingRad = Math.atan2(east, north);
  out.calmRateMs = calm * MS_PER_FT_MIN;
  out.reactionKWM2 = reaction * KW_M2_PER_BTU_FT2_MIN;
  out.heatPerAreaKJM2 = reaction * residenceMin * KJ_M2_PER_BTU_FT2;
  out.intensityKWM = intensity * KW_M_PER_BTU_FT_S;
  out.flameM = flameLengthM(out.intensityKWM);
  out.residenceS = residenceMin * 60;
  out.effectiveWindMs = effective;
  out.lengthToWidth = lengthToWidth(effective);
  out.windFactor = wind;
  out.slopeFactor = slope;
  out.heatSourceKWM2 = reaction * flux * (1 + wind + slope) * KW_M2_PER_BTU_FT2_MIN;
  return out;
}

/** Byram 1959: 0.45 I^0.46 in ft of Btu/ft/s. */
export const flameLengthM = (intensityKWM: number): number =>
  intensityKWM > 0 ? 0.45 * (intensityKWM / KW_M_PER_BTU_FT_S) ** 0.46 * M_PER_FT : 0;

/** The share of live herbs that count as dead: all below 30 % moisture, none above 120 % (as BehavePlus has it). */
export const curedShare = (herbMoisture: number): number =>
  herbMoisture < 0.3 ? 1 : herbMoisture <= 1.2 ? Math.max(0, 1.333 - 1.11 * herbMoisture) : 0;

// Scratch: written by `weigh`, read within the same call.
const load = new Float64Array(MAX_PARTICLES);
const share = new Float64Array(MAX_PARTICLES);
const classShare = new Float64Array(12);
const moistures = new Float64Array(5);
const sums = {
  ...{ savr: 0, packing: 0, heatSink: 0, liveExtinction: 0 },
  ...{ deadMoisture: 0, deadLoad: 0, deadHeat: 0, deadMinerals: 0 },
  ...{ liveMoisture: 0, liveLoad: 0, liveHeat: 0, liveMinerals: 0 },
};

/** Weighting by surface (eqs. 53–66 of Rothermel 1972), live moisture of extinction (Albini 1976, p. 89). */
function weigh(bed: FuelBed, moisture: FuelMoisture): void {
  const { count, isLive, savrPerFt, densityLbFt3, sizeClass, moistureClass } = bed;
  moistures[0] = moisture.h1;
  moistures[1] = moisture.h10;
  moistures[2] = moisture.h100;
  moistures[3] = moisture.liveHerb;
  moistures[4] = moisture.liveWood;
  const cured = bed.cureFrom < 0 ? 0 : curedShare(moisture.liveHerb);
  let deadArea = 0;
  let liveArea = 0;
  let totalLoad = 0;
  let packing = 0;
  let liveFuel = 0;
  for (let i = 0; i < count; i++) {
    let own = bed.loadLbFt2[i]!;
    if (i === bed.cureFrom) own *= 1 - cured;
    else if (i === bed.cureTo) own = bed.loadLbFt2[bed.cureFrom]! * cured;
    load[i] = own;
    const volume = own / densityLbFt3[i]!;
    const area = volume * savrPerFt[i]!;
    share[i] = area;
    if (isLive[i]) {
      liveArea += area;
      liveFuel += bed.loadLbFt2[i]!;
    } else deadArea += area;
    totalLoad += own;
    packing += volume;
  }
  const deadPart = deadArea + liveArea > 0 ? deadArea / (deadArea + liveArea) : 0;
  const livePart = 1 - deadPart;
  classShare.fill(0);
  for (let i = 0; i < count; i++) {
    const area = isLive[i] ? liveArea : deadArea;
    share[i] = area > 0 ? share[i]! / area : 0;
    const at = (isLive[i] ? 6 : 0) + sizeClass[i]!;
    classShare[at] = classShare[at]! + share[i]!;
  }
  classShare[5] = 0;
  classShare[11] = 0;
  let savr = 0;
  let heatSink = 0;
  let fineDead = 0;
  let fineDeadWater = 0;
  let fineLive = 0;
  sums.deadMoisture = sums.deadLoad = sums.deadHeat = sums.deadMinerals = 0;
  sums.liveMoisture = sums.liveLoad = sums.liveHeat = sums.liveMinerals = 0;
  for (let i = 0; i < count; i++) {
    const part = share[i]!;
    const wet = moistures[moistureClass[i]!]!;
    const heating = bed.deadHeating[i]!;
    const net = load[i]! * bed.netFraction;
    if (isLive[i]) {
      sums.liveMoisture += part * wet;
      sums.liveHeat += part * bed.heatBtuLb[i]!;
      sums.liveMinerals += part * bed.effectiveMinerals[i]!;
      sums.liveLoad += classShare[6 + sizeClass[i]!]! * net;
      savr += livePart * part * savrPerFt[i]!;
      heatSink += livePart * part * (250 + 1116 * wet) * heating;
      fineLive += load[i]! * bed.liveHeating[i]!;
    } else {
      sums.deadMoisture += part * wet;
      sums.deadHeat += part * bed.heatBtuLb[i]!;
      sums.deadMinerals += part * bed.effectiveMinerals[i]!;
      sums.deadLoad += classShare[sizeClass[i]!]! * net;
      savr += deadPart * part * savrPerFt[i]!;
      heatSink += deadPart * part * (250 + 1116 * wet) * heating;
      fineDead += load[i]! * heating;
      fineDeadWater += load[i]! * heating * wet;
    }
  }
  sums.savr = savr;
  sums.packing = packing / bed.depthFt;
  sums.heatSink = (heatSink * totalLoad) / bed.depthFt;
  sums.liveExtinction = 0;
  if (liveFuel > 0) {
    const ratio = fineLive > 1e-7 ? fineDead / fineLive : 0;
    const fineMoisture = fineDead > 1e-7 ? fineDeadWater / fineDead : 0;
    const extinction = 2.9 * ratio * (1 - fineMoisture / bed.deadExtinction) - 0.226;
    sums.liveExtinction = Math.max(extinction, bed.deadExtinction);
  }
}

/** Eqs. 27–38 of Rothermel 1972, with A of Albini 1976. Btu/ft²/min. */
function reactionIntensity(bed: FuelBed, relative: number): number {
  const { savr } = sums;
  const a = 133 / savr ** 0.7913;
  const power = savr * Math.sqrt(savr);
  const gamma = (power / (495 + 0.0594 * power)) * relative ** a * Math.exp(a * (1 - relative));
  const dead =
    sums.deadLoad > 0
      ? sums.deadLoad *
        sums.deadHeat *
        damping(sums.deadMoisture, bed.deadExtinction) *
        minerals(sums.deadMinerals)
      : 0;
  const live =
    sums.liveLoad > 0
      ? sums.liveLoad *
        sums.liveHeat *
        damping(sums.liveMoisture, sums.liveExtinction) *
        minerals(sums.liveMinerals)
      : 0;
  return gamma * (dead + live);
}

function damping(moisture: number, extinction: number): number {
  if (moisture >= extinction) return 0;
  const r = moisture / extinction;
  return 1 - r * (2.59 - r * (5.11 - 3.52 * r));
}

const minerals = (effective: number) =>
  effective > 0 ? Math.min(1, 0.174 * effective ** -0.19) : 0;

function extinguish(out: SurfaceFire): SurfaceFire {
  out.rateMs = out.headingRad = out.calmRateMs = out.reactionKWM2 = out.heatPerAreaKJM2 = 0;
  out.intensityKWM = out.flameM = out.residenceS = out.effectiveWindMs = 0;
  out.windFactor = out.slopeFactor = out.heatSourceKWM2 = 0;
  out.lengthToWidth = 1;
  return out;
}

function check(moisture: FuelMoisture, { windMs, windToRad, slopeRad, upslopeRad }: WindAndSlope) {
  const { h1, h10, h100, liveHerb, liveWood } = moisture;
  if (!(h1 >= 0 && h10 >= 0 && h100 >= 0 && liveHerb >= 0 && liveWood >= 0))
    throw new RangeError(
      `Fuel moistures are ${[h1, h10, h100, liveHerb, liveWood].join(', ')}; fractions of 0 or more are expected.`,
    );
  if (!(windMs >= 0 && windMs < Infinity))
    throw new RangeError(`The wind is ${windMs} m/s; 0 or more is expected.`);
  if (!(slopeRad >= 0 && slopeRad < Math.PI / 2))
    throw new RangeError(`The slope is ${slopeRad} rad; 0 to π/2 is expected.`);
  if (!Number.isFinite(windToRad + upslopeRad))
    throw new RangeError(
      `Directions are ${windToRad} and ${upslopeRad} rad; numbers are expected.`,
    );
}
