// Gas heavier than air that spreads along the ground: Britter–McQuaid, continuous and at once. m, s, m³, kg/m³, K.
// Source: Britter & McQuaid 1988 (HSE CRR 17/1988), CCPS 1999.

import { type DenseGasPoint, denseGasPoints } from './dense-gas-curves.ts';
import { aboveZero } from './in-range.ts';

const GRAVITY_MS2 = 9.80616;

export interface DenseGasAir {
  readonly wind10Ms: number;
  readonly densityKgM3: number;
  readonly temperatureK: number;
}

export interface DenseGas {
  readonly densityKgM3: number;
  /** Left out where the gas has the temperature of the air, or where heat is not to be reckoned with. */
  readonly temperatureK?: number;
  /** Volume share of it that is the substance; 1 where left out. */
  readonly initialShare?: number;
}

export interface DensePlume {
  readonly alpha: number;
  /** The curves were drawn for α up to 1, and for gas that is heavier than air. */
  readonly isWithinCurves: boolean;
  /** Half width at the source and how far it spreads against the wind, m. */
  readonly sourceHalfWidthM: number;
  readonly upwindM: number;
  /** Volume share on the ground on the axis. */
  shareAt(xM: number): number;
  /** Half of the width, m. */
  halfWidthAt(xM: number): number;
  /** From the amount that passes, m. */
  heightAt(xM: number): number;
}

/** A steady release of `volumeM3S`. @throws RangeError for gas that isn't heavier than air, no wind or no volume. */
export function densePlume(volumeM3S: number, gas: DenseGas, air: DenseGasAir): DensePlume {
  aboveZero('volume', volumeM3S, 'm³/s');
  const gravity = reducedGravity(gas, air);
  const { wind10Ms } = air;
  const scaleM = Math.sqrt(volumeM3S / wind10Ms);
  const alpha = 0.2 * Math.log10((gravity ** 2 * volumeM3S) / wind10Ms ** 5);
  const points = denseGasPoints('plume', alpha);
  const least = 10 ** Math.min(...points.map(({ log }) => log));
  const near = Math.min(30, least);
  if (near < least) points.unshift({ log: Math.log10(near), share: 306 / (306 + near ** 2) });
  const buoyancyM = (volumeM3S * gravity) / wind10Ms ** 3;
  const diluted = (xM: number) => {
    const scaled = xM / scaleM;
    if (scaled <= near) return scaled > 0 ? 306 / (306 + scaled ** 2) : 1;
    return between(points, scaled);
  };
  const shareOf = (xM: number) => warmed(diluted(xM), ratioOf(gas, air));
  const halfWidthAt = (xM: number) =>
    scaleM + 8 * buoyancyM + 2.5 * Math.cbrt(buoyancyM * Math.max(0, xM) ** 2);
  return {
    alpha,
    isWithinCurves: alpha <= 1,
    sourceHalfWidthM: scaleM + 8 * buoyancyM,
    upwindM: 0.5 * scaleM + 2 * buoyancyM,
    shareAt: (xM) => (gas.initialShare ?? 1) * shareOf(xM),
    halfWidthAt,
    heightAt: (xM) => scaleM ** 2 / (2 * halfWidthAt(xM) * shareOf(xM)),
  };
}

export interface DensePuff {
  readonly alpha: number;
  readonly isWithinCurves: boolean;
  centreAt(timeS: number): number;
  radiusAt(timeS: number): number;
  /** Volume share in the cloud, the same everywhere in it, when its front has come `xM` downwind: the highest there. */
  shareAt(xM: number): number;
  /** At a time and a place on the ground; 0 where the cloud isn't. */
  shareAtTime(xM: number, yM: number, timeS: number): number;
}

/** A release of `volumeM3` at once. @throws RangeError as for a plume. */
export function densePuff(volumeM3: number, gas: DenseGas, air: DenseGasAir): DensePuff {
  aboveZero('volume', volumeM3, 'm³');
  const gravity = reducedGravity(gas, air);
  const scaleM = Math.cbrt(volumeM3);
  const alpha = 0.5 * Math.log10((gravity * scaleM) / air.wind10Ms ** 2);
  const points = denseGasPoints('puff', alpha);
  const near = 10 ** Math.min(...points.map(({ log }) => log));
  const centreAt = (timeS: number) => 0.4 * air.wind10Ms * timeS;
  const radiusAt = (timeS: number) =>
    Math.sqrt(
      ((3 * volumeM3) / (4 * Math.PI)) ** (2 / 3) + 1.2 * Math.sqrt(gravity * volumeM3) * timeS,
    );
  const shareAt = (xM: number) => {
    const scaled = xM / scaleM;
    const isNear = scaled <= near;
    const diluted = isNear
      ? Math.max(0.1, 3.24 / (3.24 + Math.max(0, scaled) ** 2))
      : between(points, scaled);
    return (gas.initialShare ?? 1) * warmed(diluted, ratioOf(gas, air));
  };
  return {
    ...{ alpha, isWithinCurves: alpha <= 1, centreAt, radiusAt, shareAt },
    shareAtTime: (xM, yM, timeS) =>
      Math.hypot(xM - centreAt(timeS), yM) > radiusAt(timeS)
        ? 0
        : shareAt(centreAt(timeS) + radiusAt(timeS)),
  };
}

/** Farthest downwind place on the ground with at least `share` of the volume, m; 0 where it is nowhere reached. */
export function denseGasReach(cloud: Pick<DensePlume, 'shareAt'>, share: number): number {
  aboveZero('share', share, 'of the volume');
  if (cloud.shareAt(0) < share) return 0;
  let near = 0;
  let far = 1;
  while (cloud.shareAt(far) >= share) far *= 2;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (near + far) / 2;
    if (cloud.shareAt(middle) >= share) near = middle;
    else far = middle;
  }
  return near;
}

/** Linear in the log of distance between the points; beyond the last by the inverse square. */
function between(points: readonly DenseGasPoint[], scaled: number): number {
  const log = Math.log10(scaled);
  const last = points.at(-1) ?? NOWHERE;
  if (log >= last.log) return last.share * (10 ** last.log / scaled) ** 2;
  const after = Math.max(
    1,
    points.findIndex((point) => point.log > log),
  );
  const from = points[after - 1] ?? NOWHERE;
  const to = points[after] ?? NOWHERE;
  return from.share + ((to.share - from.share) * (log - from.log)) / (to.log - from.log);
}

const NOWHERE: DenseGasPoint = { log: 0, share: 0 };

/** Cold gas warms as it mixes: the share at the temperature of the air. */
const warmed = (share: number, ratio: number) => share / (share + (1 - share) * ratio);

const ratioOf = (gas: DenseGas, air: DenseGasAir) =>
  (gas.temperatureK ?? air.temperatureK) / air.temperatureK;

function reducedGravity(gas: DenseGas, air: DenseGasAir): number {
  aboveZero('wind', air.wind10Ms, 'm/s');
  aboveZero('air density', air.densityKgM3, 'kg/m³');
  if (!(gas.densityKgM3 > air.densityKgM3)) {
    throw new RangeError(
      `The gas density is ${gas.densityKgM3}; more than that of the air, ${air.densityKgM3} kg/m³, is expected.`,
    );
  }
  return (GRAVITY_MS2 * (gas.densityKgM3 - air.densityKgM3)) / air.densityKgM3;
}
