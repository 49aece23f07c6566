// Runs the cases of the shared plume.json that name what src/simulation/fire/smoke builds, each beside its expected figure.

import { densePlume, densePuff } from '#simulation/fire/smoke/dense-gas.ts';
import { denseGasPoints } from '#simulation/fire/smoke/dense-gas-curves.ts';
import {
  plumeConcentration,
  puffConcentration,
  shareOfDuration,
} from '#simulation/fire/smoke/gaussian.ts';
import { type RisingAir, stackRise, stackTipDownwash } from '#simulation/fire/smoke/plume-rise.ts';
import {
  crosswindSpread,
  type PlumeSpread,
  puffCrosswindSpread,
  puffVerticalSpread,
  verticalSpread,
} from '#simulation/fire/smoke/spread.ts';
import type { StabilityClass } from '#simulation/fire/smoke/stability.ts';
import {
  neutralMixingHeight,
  type WindProfile,
  windAt,
} from '#simulation/fire/smoke/wind-profile.ts';

type Figures = Readonly<Record<string, number>>;

export interface PlumeVector {
  readonly id: string;
  readonly model: string;
  readonly inputs: Figures & {
    readonly stabilityClass: StabilityClass;
    readonly set?: string;
    readonly sigmaSet?: string;
    readonly profile?: string;
    readonly concentrationRatio?: readonly number[];
    readonly temperatureCorrection?: boolean;
    readonly downwash?: boolean;
    readonly plumeRise?: boolean;
    readonly point: Readonly<Record<'xM' | 'yM' | 'zM' | 'tS', number>>;
  };
  readonly expected: Readonly<Record<string, number | string | readonly number[]>>;
  readonly tolerance: { readonly relative?: number; readonly absolute?: number };
  readonly caution?: { readonly isc3FinalRiseM?: number };
}

export interface Compared {
  readonly id: string;
  readonly model: string;
  readonly figure: string;
  readonly ours: number;
  readonly expected: number;
  readonly holds: boolean;
}

const spreads: Readonly<Record<string, PlumeSpread>> = {
  briggsUrban: 'briggs-urban',
  briggsRural: 'briggs-rural',
  spicerHavensYSeinfeldZ: 'spicer-havens-seinfeld',
};
const profiles: Readonly<Record<string, WindProfile>> = {
  ...{ irwinUrban: 'urban', irwinRural: 'rural', isc3Urban: 'isc3-urban', default: 'open' },
};

type Ours = Readonly<Record<string, number | readonly number[]>>;

/** Every figure of a case beside ours; empty where we don't build what it names. */
export function compareVector(vector: PlumeVector): Compared[] {
  const ours = ourFiguresOf(vector);
  if (!ours) return [];
  return Object.entries(ours).flatMap(([figure, value]) => {
    const values = typeof value === 'number' ? [value] : value;
    const expected = expectedOf(vector, figure);
    return values.map((one, at) => toCompared(vector, figure, one, expected[at] ?? Number.NaN));
  });
}

function expectedOf({ expected, caution }: PlumeVector, figure: string): readonly number[] {
  // The reference divides by the exit velocity where ISC3 has the wind; the case names ISC3's figure.
  if (caution?.isc3FinalRiseM !== undefined && figure === 'finalRiseM')
    return [caution.isc3FinalRiseM];
  const value = expected[figure];
  return typeof value === 'number' ? [value] : Array.isArray(value) ? value : [];
}

function toCompared(vector: PlumeVector, figure: string, ours: number, expected: number): Compared {
  const { relative = 0, absolute = 0 } = vector.tolerance;
  // ISC3's figure is given with ten digits.
  const printed = vector.caution ? 1e-8 : 0;
  const allowed = Math.max(absolute, (relative + printed) * Math.abs(expected));
  const holds = Math.abs(ours - expected) <= allowed;
  return { id: vector.id, model: vector.model, figure, ours, expected, holds };
}

function ourFiguresOf(vector: PlumeVector): Ours | undefined {
  const { inputs } = vector;
  const { stabilityClass, downwindDistanceM = 0 } = inputs;
  switch (vector.model) {
    case 'plumeSigma': {
      const set = spreads[inputs.set ?? ''];
      if (!set) return undefined;
      return {
        sigmaYM: crosswindSpread(set, stabilityClass, downwindDistanceM),
        sigmaZM: verticalSpread(set, stabilityClass, downwindDistanceM),
      };
    }
    case 'puffSigma': {
      if (inputs.set !== 'ccpsPuff') return undefined;
      const sigmaYM = puffCrosswindSpread(stabilityClass, downwindDistanceM);
      const sigmaZM = puffVerticalSpread(stabilityClass, downwindDistanceM);
      return { sigmaXM: sigmaYM, sigmaYM, sigmaZM };
    }
    case 'windPowerLaw': {
      const profile = profiles[inputs.profile ?? ''];
      const { referenceSpeedMPerS: speedMs = 0, referenceHeightM: heightM = 0 } = inputs;
      if (!profile) return undefined;
      const ours = windAt({ speedMs, heightM }, inputs.heightM ?? 0, stabilityClass, profile);
      return { windSpeedMPerS: ours };
    }
    case 'briggsPlumeRise':
      return riseOf(vector);
    case 'gaussianPlume':
    case 'gaussianPlumeMixingLayer':
      return plumeOf(vector);
    case 'gaussianPuff':
      return puffOf(vector);
    case 'integratedPuff':
    case 'palazziPuff':
      return limitedReleaseOf(vector);
    case 'britterMcQuaidPlumeCorrelation':
    case 'britterMcQuaidPuffCorrelation': {
      const kind = vector.model.includes('Plume') ? 'plume' : 'puff';
      return { beta: denseGasPoints(kind, inputs.alpha ?? 0).map(({ log }) => log) };
    }
    case 'britterMcQuaidPlume':
    case 'britterMcQuaidPuff':
      return denseOf(vector);
    default:
      return undefined;
  }
}

const airOf = ({ stabilityClass, ...inputs }: PlumeVector['inputs']): RisingAir => ({
  windMs: inputs.windSpeedMPerS ?? 0,
  temperatureK: inputs.ambientTemperatureK ?? 0,
  stability: stabilityClass,
});

function riseOf({ inputs, expected, caution }: PlumeVector): Ours {
  const stack = {
    diameterM: inputs.stackDiameterM ?? 0,
    exitMs: inputs.exitVelocityMPerS ?? 0,
    exitTemperatureK: inputs.exitTemperatureK ?? 0,
  };
  const rise = stackRise(stack, airOf(inputs));
  const { finalRiseM, finalDistanceM } = rise;
  if (rise.regime !== expected.regime) return { finalRiseM: Number.NaN };
  const ours: Record<string, number> = { finalRiseM, finalDistanceM };
  if ('buoyancyFluxM4PerS3' in expected) ours.buoyancyFluxM4PerS3 = rise.fluxM4S3;
  // A rise on the way is capped by the final one, which the reference has otherwise.
  if ('riseAt50mM' in expected && !caution) {
    ours.riseAt50mM = rise.riseAt(50);
    ours.riseAtTwiceFinalDistanceM = rise.riseAt(2 * finalDistanceM);
  }
  return ours;
}

function plumeOf({ inputs, expected, ...vector }: PlumeVector): Ours {
  const air = airOf(inputs);
  const { windMs, stability } = air;
  const stack = {
    diameterM: inputs.jetDiameterM ?? 0,
    exitMs: inputs.jetVelocityMPerS ?? 0,
    exitTemperatureK: inputs.releaseTemperatureK ?? 0,
  };
  const drawn = inputs.downwash ? stackTipDownwash(stack, windMs) : 0;
  const baseM = (inputs.releaseHeightM ?? 0) + drawn;
  if ('effectiveStackHeightM' in expected) return { effectiveStackHeightM: baseM };
  const { xM, yM, zM } = inputs.point;
  const density = inputs.gasDensityKgPerM3 ?? 1;
  const rateKgS = inputs.massRateKgPerS ?? 0;
  if (xM === 0) {
    const undiluted = rateKgS / ((Math.PI / 4) * stack.diameterM ** 2 * stack.exitMs);
    return { volumeFraction: undiluted / density };
  }
  const hasRise = inputs.plumeRise === true;
  const riseM = hasRise ? stackRise(stack, air).riseAt(xM) : 0;
  const set = spreads[inputs.sigmaSet ?? ''] ?? 'briggs-rural';
  const widened = (sigmaM: number) => Math.hypot(sigmaM, riseM / (inputs.riseSpreadDivisor ?? 3.5));
  const isMixed = vector.model === 'gaussianPlumeMixingLayer';
  const mixingHeightM = isMixed
    ? neutralMixingHeight(windMs, ((inputs.latitudeDeg ?? 0) * Math.PI) / 180)
    : Infinity;
  const section = {
    ...{ rateKgS, windMs, mixingHeightM, heightM: baseM + riseM },
    sigmaYM: widened(crosswindSpread(set, stability, xM)),
    sigmaZM: widened(verticalSpread(set, stability, xM)),
  };
  const massConcentrationKgPerM3 = plumeConcentration(section, yM, zM);
  const volumeFraction = massConcentrationKgPerM3 / density;
  if (isMixed) return { mixingHeightM, volumeFraction };
  return 'massConcentrationKgPerM3' in expected
    ? { massConcentrationKgPerM3, volumeFraction }
    : { volumeFraction };
}

function puffOf({ inputs }: PlumeVector): Ours {
  const { xM, yM, zM, tS } = inputs.point;
  const driftM = (inputs.windSpeedMPerS ?? 0) * tS;
  const sigmaYM = puffCrosswindSpread(inputs.stabilityClass, driftM);
  const puff = {
    ...{ massKg: inputs.massKg ?? 0, heightM: inputs.releaseHeightM ?? 0 },
    ...{ sigmaXM: sigmaYM, sigmaYM },
    sigmaZM: puffVerticalSpread(inputs.stabilityClass, driftM),
  };
  const massConcentrationKgPerM3 = puffConcentration(puff, xM - driftM, yM, zM);
  const volumeFraction = massConcentrationKgPerM3 / (inputs.gasDensityKgPerM3 ?? 1);
  return { massConcentrationKgPerM3, volumeFraction };
}

function limitedReleaseOf({ inputs, model, expected }: PlumeVector): Ours {
  const { xM, yM, zM, tS } = inputs.point;
  const { stabilityClass, durationS = 0, massRateKgPerS: rateKgS = 0, releaseHeightM = 0 } = inputs;
  const windMs = inputs.windSpeedMPerS ?? 0;
  const isPuffs = model === 'integratedPuff';
  const set = 'spicer-havens-seinfeld';
  const sigmaY = (atM: number) =>
    isPuffs ? puffCrosswindSpread(stabilityClass, atM) : crosswindSpread(set, stabilityClass, atM);
  const sigmaZM = isPuffs
    ? puffVerticalSpread(stabilityClass, xM)
    : verticalSpread(set, stabilityClass, xM);
  const section = { rateKgS, windMs, heightM: releaseHeightM, sigmaYM: sigmaY(xM), sigmaZM };
  const edges = isPuffs
    ? { tailM: sigmaY(windMs * Math.max(0, tS - durationS)), frontM: sigmaY(windMs * tS) }
    : { tailM: sigmaY(xM), frontM: sigmaY(xM) };
  const share = shareOfDuration({ durationS, windMs }, { xM, timeS: tS }, edges);
  const massConcentrationKgPerM3 = share * plumeConcentration(section, yM, zM);
  const volumeFraction = massConcentrationKgPerM3 / (inputs.gasDensityKgPerM3 ?? 1);
  return 'massConcentrationKgPerM3' in expected
    ? { massConcentrationKgPerM3, volumeFraction }
    : { volumeFraction };
}

function denseOf({ inputs, model }: PlumeVector): Ours {
  const { xM, yM, tS } = inputs.point;
  const gas = {
    densityKgM3: inputs.gasDensityKgPerM3 ?? 0,
    initialShare: inputs.initialConcentration ?? 1,
    ...(inputs.temperatureCorrection ? { temperatureK: inputs.releaseTemperatureK ?? 0 } : {}),
  };
  const air = {
    wind10Ms: inputs.windSpeed10mMPerS ?? 0,
    densityKgM3: inputs.airDensityKgPerM3 ?? 0,
    temperatureK: inputs.ambientTemperatureK ?? 0,
  };
  if (model === 'britterMcQuaidPlume') {
    const plume = densePlume(inputs.volumeRateM3PerS ?? 0, gas, air);
    return { volumeFraction: plume.shareAt(xM) };
  }
  return { volumeFraction: densePuff(inputs.volumeM3 ?? 0, gas, air).shareAtTime(xM, yM, tS) };
}
