// Where a plume is at or above a level near the ground: how far, how wide, how large, and its outline. m, m².

import { aboveZero } from './in-range.ts';
import type { Plume } from './plume.ts';

export interface IsoZone {
  /** kg/m³. */
  readonly level: number;
  /** Downwind; undefined, as `farthestM`, where the level isn't reached. */
  readonly nearestM: number | undefined;
  readonly farthestM: number | undefined;
  /** Whether it goes on beyond the distance that was looked at. */
  readonly isCut: boolean;
  readonly widestM: number;
  readonly areaM2: number;
  /** Rings of x downwind and y across, in turn; y to the left of who looks downwind. */
  readonly rings: readonly Float64Array[];
}

const FIRST_M = 1;
const STEPS = 600;

/** Zone of `rateKgS` at or above `level` at `receptorM`, out to `farM`. @throws RangeError for what isn't above 0. */
export function isoZone(
  plume: Plume,
  rateKgS: number,
  level: number,
  { receptorM, farM }: { readonly receptorM: number; readonly farM: number },
): IsoZone {
  aboveZero('emission', rateKgS, 'kg/s');
  aboveZero('level', level, 'kg/m³');
  aboveZero('farthest distance', farM, 'm');
  const excessAt = (xM: number) =>
    Math.log((rateKgS * plume.unitConcentration(xM, 0, receptorM)) / level);
  const halfWidthAt = (xM: number) => plume.sigmaYAt(xM) * Math.sqrt(2 * Math.max(0, excessAt(xM)));
  const runs = findRuns(excessAt, farM);
  const rings = runs.map(({ from, to }) => outline(from, to, halfWidthAt));
  let areaM2 = 0;
  let widestM = 0;
  for (const ring of rings) {
    areaM2 += ringArea(ring);
    for (let at = 1; at < ring.length; at += 2) widestM = Math.max(widestM, 2 * ring[at]!);
  }
  const last = runs.at(-1);
  return {
    ...{ level, areaM2, widestM, rings },
    nearestM: runs[0]?.from,
    farthestM: last?.to,
    isCut: last?.to === farM,
  };
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Stretches of the axis above the level, their ends found by halving. */
function findRuns(excessAt: (xM: number) => number, farM: number): Run[] {
  const runs: Run[] = [];
  const growth = Math.max(farM / FIRST_M, 2) ** (1 / STEPS);
  let lastM = Math.min(FIRST_M, farM / 2);
  let from = excessAt(lastM) >= 0 ? lastM : undefined;
  for (let step = 1; step <= STEPS; step++) {
    const xM = step === STEPS ? farM : lastM * growth;
    const isAbove = excessAt(xM) >= 0;
    if (isAbove && from === undefined) from = crossing(excessAt, xM, lastM);
    if (!isAbove && from !== undefined) {
      runs.push({ from, to: crossing(excessAt, lastM, xM) });
      from = undefined;
    }
    lastM = xM;
  }
  if (from !== undefined) runs.push({ from, to: farM });
  return runs;
}

function crossing(excessAt: (xM: number) => number, aboveM: number, belowM: number): number {
  let above = aboveM;
  let below = belowM;
  for (let halving = 0; halving < 50; halving++) {
    const middle = (above + below) / 2;
    if (excessAt(middle) >= 0) above = middle;
    else below = middle;
  }
  return above;
}

/** Points crowd towards both ends, where the zone narrows as a root. */
function outline(from: number, to: number, halfWidthAt: (xM: number) => number): Float64Array {
  const points = 200;
  const ring = new Float64Array(4 * (points + 1));
  for (let at = 0; at <= points; at++) {
    const xM = from + ((to - from) * (1 - Math.cos((Math.PI * at) / points))) / 2;
    const half = halfWidthAt(xM);
    ring.set([xM, half], 2 * at);
    ring.set([xM, -half], 2 * (2 * points + 1 - at));
  }
  return ring;
}

function ringArea(ring: Float64Array): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    twice += ring[at]! * ring[next + 1]! - ring[next]! * ring[at + 1]!;
  }
  return Math.abs(twice) / 2;
}
