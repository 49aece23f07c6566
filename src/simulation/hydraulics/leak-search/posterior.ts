// From likelihoods of pipes to an area: a pipe is as likely to leak as it is long, before anything is measured; the
// area is the shortest length of pipes that holds a share of the probability. m and m³/s.

import { LinkType, NodeType } from 'epanet-js';
import type { WaterModel } from '../parts.ts';
import { type Evidence, type Fit, fitLeak, withoutLeak } from './likelihood.ts';
import { LEAST_STRENGTH, type LeakFinding } from './parts.ts';
import type { Sensitivity } from './sensitivity.ts';

/** Indices − 1 of pipes with a junction at one end at least. */
export function candidatePipes(model: WaterModel): Int32Array {
  const { linkType, linkFrom, linkTo, nodeType } = model;
  const isJunction = (node: number) => nodeType[node - 1] === NodeType.Junction;
  const isCandidate = (link: number) =>
    (linkType[link] === LinkType.Pipe || linkType[link] === LinkType.CVPipe) &&
    (isJunction(linkFrom[link]!) || isJunction(linkTo[link]!));
  return Int32Array.from(linkType.keys()).filter(isCandidate);
}

/** Of a pipe: the mean of what leaks at its two ends would do; undefined where neither can leak. */
export function effectOf(
  { linkFrom, linkTo }: WaterModel,
  { effect, width }: Sensitivity,
  link: number,
): Float64Array | undefined {
  const rows = [linkFrom[link]! - 1, linkTo[link]! - 1]
    .map((node) => effect.subarray(node * width, (node + 1) * width))
    .filter((row) => !row.some(Number.isNaN));
  const [first, second] = rows;
  if (!first) return undefined;
  return first.map((value, at) => (value + (second ?? first)[at]!) / 2);
}

export interface Judged {
  readonly links: Int32Array;
  readonly fits: readonly (Fit | undefined)[];
}

export function judgePipes(
  model: WaterModel,
  sensitivity: Sensitivity,
  evidence: Evidence,
  links: Int32Array,
): Judged {
  const fits = Array.from(links, (link) => {
    const effect = effectOf(model, sensitivity, link);
    return effect && fitLeak(evidence, effect);
  });
  return { links, fits };
}

export function toFinding(
  model: WaterModel,
  evidence: Evidence,
  { links, fits }: Judged,
  areaShare: number,
  solves: number,
): LeakFinding {
  const { lengthM } = model;
  const probability = new Float64Array(model.linkIds.length);
  const flowM3s = new Float64Array(model.linkIds.length);
  const best = fits.reduce<Fit | undefined>(
    (top, fit) => (fit && (!top || fit.logLikelihood > top.logLikelihood) ? fit : top),
    undefined,
  );
  let total = 0;
  for (const [at, link] of links.entries()) {
    const fit = fits[at];
    if (!fit || !best || fit.flowM3s <= 0) continue;
    const weight = lengthM[link]! * Math.exp(fit.logLikelihood - best.logLikelihood);
    probability[link] = weight;
    flowM3s[link] = fit.flowM3s;
    total += weight;
  }
  if (total > 0) for (const link of links) probability[link]! /= total;
  const strength = best ? 2 * (best.logLikelihood - withoutLeak(evidence)) : 0;
  const area = smallestArea(probability, lengthM, links, areaShare);
  return {
    strength,
    isFound: total > 0 && strength >= LEAST_STRENGTH,
    probability,
    flowM3s,
    area,
    areaLengthM: area.reduce((sum, link) => sum + lengthM[link]!, 0),
    ...flowRange(probability, flowM3s, links),
    match: best?.cosine ?? 0,
    solves,
  };
}

/** Links by probability a metre, the densest first, until they hold the share. */
export function smallestArea(
  probability: Float64Array,
  lengthM: Float64Array,
  links: Int32Array,
  share: number,
): Int32Array {
  const density = (link: number) => probability[link]! / Math.max(1e-6, lengthM[link]!);
  const sorted = Array.from(links).sort(
    (one, other) => density(other) - density(one) || one - other,
  );
  const area: number[] = [];
  let held = 0;
  for (const link of sorted) {
    if (held >= share || probability[link]! <= 0) break;
    held += probability[link]!;
    area.push(link);
  }
  return Int32Array.from(area);
}

function flowRange(probability: Float64Array, flowM3s: Float64Array, links: Int32Array) {
  const sorted = Array.from(links)
    .filter((link) => probability[link]! > 0)
    .sort((one, other) => flowM3s[one]! - flowM3s[other]!);
  const at = (share: number) => {
    let held = 0;
    for (const link of sorted) {
      held += probability[link]!;
      if (held >= share) return flowM3s[link]!;
    }
    return Number.NaN;
  };
  return {
    meanFlowM3s: sorted.reduce((sum, link) => sum + probability[link]! * flowM3s[link]!, 0),
    lowFlowM3s: at(0.05),
    highFlowM3s: at(0.95),
  };
}

/**
 * The pipe around which most of the probability lies within `radiusM`, as its index − 1: where to begin. `middles`
 * has x and y of each link's middle, m.
 */
export function centreOf(
  probability: Float64Array,
  middles: Float64Array,
  area: Int32Array,
  radiusM: number,
): number {
  let [best, most] = [-1, -1];
  for (const link of area) {
    let held = 0;
    for (const other of area) {
      const x = middles[2 * link]! - middles[2 * other]!;
      const y = middles[2 * link + 1]! - middles[2 * other + 1]!;
      if (x * x + y * y <= radiusM * radiusM) held += probability[other]!;
    }
    if (held > most + 1e-12) [best, most] = [link, held];
  }
  return best;
}
