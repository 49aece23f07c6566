// The rasters of a cloud of gas, in ppm of the volume: the worst of all times, and now.

import { substanceDensity } from '#features/fire/kernel/gas-density.ts';
import type { Substance } from '#features/fire/kernel/substances.ts';
import type { Text } from '#model/text.ts';
import { densePlume, densePuff } from '#simulation/fire/smoke/dense-gas.ts';
import { toMassConcentration } from '#simulation/fire/smoke/exposure-levels.ts';
import type { CellGrid } from '#simulation/fire/smoke/raster.ts';
import { type Box, gridAround } from '../air-grid.ts';
import { AIR_PRESSURE_PA } from '../air-levels.ts';
import { FARTHEST_M } from '../plumes/segments.ts';
import { plumeAirOf, type Sky } from '../plumes/sky.ts';
import type { ReleaseQuestion } from '../protocol.ts';
import { cautionTexts } from '../words.ts';
import { type GasCloud, plumeCloud, puffCloud } from './gas-cloud.ts';
import {
  boxOfHeavy,
  FRONT_SHARE,
  fillGrid,
  type HeavyCloud,
  steadyHeavyCloud,
  suddenHeavyCloud,
} from './heavy-cloud.ts';
import { tiersOfGas } from './release-ground.ts';
import { releaseWords } from './release-words.ts';

export interface GasPicture {
  readonly grid: CellGrid;
  /** ppm. */
  readonly worst: Float32Array;
  readonly now: Float32Array | undefined;
  readonly cautions: readonly Text[];
  readonly model: Text;
  readonly heightM: number;
}

const CELLS = 384;
const HEAVY_CELLS = 256;
/** In every way around the source, so that small clouds are seen whole. */
const MARGIN_M = 120;
const REACH_STEPS = 120;

/** A problem in words where the kind doesn't fit the gas, the amount or the wind. @throws RangeError for other inputs. */
export function gasPicture(
  question: ReleaseQuestion,
  substance: Substance,
  sky: Sky,
): GasPicture | { readonly problem: Text } {
  const { release } = question;
  const { kind, rateKgS, massKg } = release;
  const isSteady = kind === 'plume' || (kind === 'dense-gas' && rateKgS > 0);
  if (!((isSteady ? rateKgS : massKg) > 0) || (isSteady && !(release.durationS > 0))) {
    return { problem: releaseWords.noAmount };
  }
  const mildest = tiersOfGas(substance).at(-1);
  if (!mildest || substance.molarMassKgMol === undefined) {
    return { problem: releaseWords.notFor(substance.name, kind) };
  }
  return kind === 'dense-gas'
    ? heavyPicture(question, substance, mildest.ppm)
    : lightPicture(question, substance, substance.molarMassKgMol, mildest.ppm, sky);
}

function lightPicture(
  { release, wind, air, timeS }: ReleaseQuestion,
  substance: Substance,
  molarMassKgMol: number,
  mildestPpm: number,
  sky: Sky,
): GasPicture {
  const temperatureK = air.temperatureC + 273.15;
  const perPpm = toMassConcentration(1, molarMassKgMol, {
    temperatureK,
    pressurePa: AIR_PRESSURE_PA,
  });
  const { heightM, at } = release;
  const around = { latitudeDeg: at[1], highestOutletM: heightM };
  const plumeAir = plumeAirOf(sky, wind.speedMs, air.temperatureC, around);
  const cloud =
    release.kind === 'plume'
      ? plumeCloud(release, plumeAir)
      : puffCloud(release, plumeAir, perPpm * 1e6);
  const grid = gridAround(boxOfLight(cloud, mildestPpm * perPpm, wind.fromRad), CELLS);
  const toPpm = (raster: Float32Array) => raster.map((value) => value / perPpm);
  const now = cloud.now(grid, wind.fromRad, timeS);
  const wasLiquid = (substance.boilingC ?? 100) < air.temperatureC;
  return {
    ...{ grid, heightM, worst: toPpm(cloud.worst(grid, wind.fromRad)), now: now && toPpm(now) },
    model: release.kind === 'plume' ? releaseWords.plumeModel : releaseWords.puffModel,
    cautions: [
      ...cautionTexts(cloud.cautions),
      ...(substance.meaning === 'flammable' ? [releaseWords.pocket] : [releaseWords.hour]),
      ...(wasLiquid ? [releaseWords.lightGas] : []),
    ],
  };
}

function boxOfLight({ worstAt, sigmaYAt }: GasCloud, least: number, windFromRad: number): Box {
  let reachM = 300;
  for (let step = 0; step <= REACH_STEPS; step++) {
    const xM = 10 * (FARTHEST_M / 10) ** (step / REACH_STEPS);
    if (worstAt(xM) >= least) reachM = xM;
  }
  reachM = Math.min(FARTHEST_M, 1.15 * reachM);
  const east = -Math.sin(windFromRad) * reachM;
  const north = -Math.cos(windFromRad) * reachM;
  const wideM = 3 * sigmaYAt(reachM);
  const first = MARGIN_M + 3 * sigmaYAt(1);
  return {
    westM: Math.min(-first, east - wideM),
    eastM: Math.max(first, east + wideM),
    southM: Math.min(-first, north - wideM),
    northM: Math.max(first, north + wideM),
  };
}

function heavyPicture(
  { release, wind, air, timeS }: ReleaseQuestion,
  substance: Substance,
  mildestPpm: number,
): GasPicture | { readonly problem: Text } {
  if (!(wind.speedMs > 0)) return { problem: releaseWords.calm(wind.speedMs) };
  const density = substanceDensity(substance, air.temperatureC);
  if (!density || !(density.gasKgM3 > density.airKgM3)) {
    const { gasKgM3 = Number.NaN, airKgM3 = Number.NaN } = density ?? {};
    return { problem: releaseWords.lighter(substance.name, gasKgM3, airKgM3) };
  }
  const { gasKgM3, airKgM3, gasK, airK } = density;
  const gas = { densityKgM3: gasKgM3, temperatureK: gasK };
  const heavyAir = { wind10Ms: wind.speedMs, densityKgM3: airKgM3, temperatureK: airK };
  const isSteady = release.rateKgS > 0;
  const cloud: HeavyCloud = isSteady
    ? steadyHeavyCloud(
        densePlume(release.rateKgS / gasKgM3, gas, heavyAir),
        wind.speedMs,
        release.durationS,
      )
    : suddenHeavyCloud(densePuff(release.massKg / gasKgM3, gas, heavyAir), wind.speedMs);
  const reachM = Math.min(FARTHEST_M, cloud.reachOf(mildestPpm * 1e-6));
  const towards = [-Math.sin(wind.fromRad), -Math.cos(wind.fromRad)] as const;
  const grid = gridAround(boxOfHeavy(cloud, reachM, towards), HEAVY_CELLS);
  const at = (shareAt: (xM: number, yM: number) => number) =>
    fillGrid(grid, wind.fromRad, (xM, yM) => 1e6 * shareAt(xM, yM));
  const isShort = isSteady && FRONT_SHARE * wind.speedMs * release.durationS < reachM;
  return {
    ...{ grid, heightM: 0, worst: at(cloud.worstAt) },
    now: timeS >= 0 ? at((xM, yM) => cloud.nowAt(xM, yM, timeS)) : undefined,
    model: isSteady ? releaseWords.densePlumeModel : releaseWords.densePuffModel,
    cautions: [
      releaseWords.screening,
      ...(substance.meaning === 'flammable' ? [releaseWords.pocket] : [releaseWords.hour]),
      ...(gasK < airK ? [releaseWords.coldGas] : []),
      ...(cloud.isWithinCurves ? [] : [releaseWords.outsideCurves]),
      ...(isShort ? [releaseWords.tooShort] : []),
    ],
  };
}
