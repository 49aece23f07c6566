// Leaks in L-TOWN that are looked for under stated noise: demands and roughness of the true network differ by up to
// ±10 % from the model's, loggers say ±0.05 m, twelve samples before and after, at midnight and at nine.

import { LinkProperty, LinkType, NodeType } from 'epanet-js';
import { noChanges } from '#model/network-changes.ts';
import { searchLeak } from '#simulation/hydraulics/leak-search/leak-search.ts';
import {
  type LeakFinding,
  type LeakInstant,
  type LeakSensor,
  usualLeakSearch,
} from '#simulation/hydraulics/leak-search/parts.ts';
import { centreOf } from '#simulation/hydraulics/leak-search/posterior.ts';
import type { SolveOptions, WaterModel } from '#simulation/hydraulics/parts.ts';
import { nodeOf, prepare } from '#simulation/hydraulics/prepare.ts';
import { solveHeads } from '#simulation/hydraulics/solve-heads.ts';
import { createRandom, normal } from './random.ts';

const NOISE_M = 0.05;
const SAMPLES = 12;
/** Of the difference of two means. */
export const CHANGE_NOISE_M = (NOISE_M / Math.sqrt(SAMPLES)) * Math.SQRT2;
export const HOURS = [0, 9];
/** BattLeDIM counts a leak as found within this distance. */
export const FOUND_M = 300;

/** Nodes that the file's comments call pressure sensors. */
export const sensorsOf = (inp: string): LeakSensor[] =>
  [...inp.matchAll(/^\s*(\S+)\s.*PRESSURE SENSOR\s*$/gm)].map(([, node = '']) => ({
    node,
    noiseM: CHANGE_NOISE_M,
  }));

const optionsAt = (hour: number): SolveOptions => ({
  changes: noChanges,
  state: {
    ...{ patternS: hour * 3600, tankLevelM: new Map(), pumps: new Map(), demandFactor: 1 },
  },
  pressureDriven: undefined,
});

export interface Trial {
  /** From the leak to the middle of the pipe where the search says to begin. */
  readonly offM: number;
  readonly isInArea: boolean;
  readonly finding: LeakFinding;
}

export function runTrials(
  model: WaterModel,
  sensors: readonly LeakSensor[],
  flowM3s: number,
  count: number,
  seed: number,
): Trial[] {
  const random = createRandom(seed);
  const places = placesOf(model);
  const pipes = [...model.linkType.keys()].filter((link) => isPipe(model, link));
  return Array.from({ length: count }, () => {
    const link = pipes[Math.floor(random() * pipes.length)] ?? 0;
    const share = random();
    const instants = seeLeak(model, sensors, { link, share, flowM3s }, random);
    const finding = finish(searchLeak(model, sensors, instants, usualLeakSearch));
    const centre = centreOf(finding.probability, places.middles, finding.area, FOUND_M);
    const [x, y] = places.along(link, share);
    const offM = Math.hypot(
      (places.middles[2 * centre] ?? Number.NaN) - x,
      (places.middles[2 * centre + 1] ?? Number.NaN) - y,
    );
    return { offM, isInArea: finding.area.includes(link), finding };
  });
}

function finish<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

interface TrueLeak {
  readonly link: number;
  readonly share: number;
  readonly flowM3s: number;
}

/** What sensors of a network that differs from the model say before and after. */
function seeLeak(
  model: WaterModel,
  sensors: readonly LeakSensor[],
  leak: TrueLeak,
  random: () => number,
): LeakInstant[] {
  const restore = disturb(model, random);
  const at = sensors.map(({ node }) => nodeOf(model, node) - 1);
  try {
    return HOURS.map((hour) => {
      const options = optionsAt(hour);
      const before = headsWith(model, options, undefined);
      const after = headsWith(model, options, leak);
      const changeM = at.map(
        (node) => (after[node] ?? 0) - (before[node] ?? 0) + CHANGE_NOISE_M * normal(random),
      );
      return { options, changeM };
    });
  } finally {
    restore();
  }
}

function headsWith(model: WaterModel, options: SolveOptions, leak: TrueLeak | undefined) {
  const idAt = (ends: Uint32Array) => model.nodeIds[(ends[leak?.link ?? 0] ?? 1) - 1] ?? '';
  const extraDemands = leak
    ? [
        { node: idAt(model.linkFrom), flowM3s: leak.flowM3s * (1 - leak.share) },
        { node: idAt(model.linkTo), flowM3s: leak.flowM3s * leak.share },
      ]
    : [];
  const undo = prepare(model, { ...options, changes: { ...noChanges, extraDemands } });
  try {
    const heads = solveHeads(model);
    if (!heads) throw new Error('L-TOWN could not be solved.');
    return heads;
  } finally {
    undo();
  }
}

function disturb(model: WaterModel, random: () => number): () => void {
  const { project, nodeType, linkType } = model;
  const restores: (() => void)[] = [];
  const factor = () => 0.9 + 0.2 * random();
  for (const [at, type] of nodeType.entries()) {
    if (type !== NodeType.Junction) continue;
    for (let demand = 1; demand <= project.getNumberOfDemands(at + 1); demand += 1) {
      const before = project.getBaseDemand(at + 1, demand);
      project.setBaseDemand(at + 1, demand, before * factor());
      restores.push(() => project.setBaseDemand(at + 1, demand, before));
    }
  }
  for (const [at, type] of linkType.entries()) {
    if (type !== LinkType.Pipe) continue;
    const before = project.getLinkValue(at + 1, LinkProperty.Roughness);
    project.setLinkValue(at + 1, LinkProperty.Roughness, before * factor());
    restores.push(() => project.setLinkValue(at + 1, LinkProperty.Roughness, before));
  }
  return () => {
    for (const restore of restores) restore();
  };
}

function isPipe({ linkType, linkFrom, linkTo, nodeType }: WaterModel, link: number): boolean {
  const ends = [linkFrom[link] ?? 0, linkTo[link] ?? 0];
  return linkType[link] === LinkType.Pipe && ends.every((node) => nodeType[node - 1] === 0);
}

function placesOf({ project, linkFrom, linkTo, linkIds }: WaterModel) {
  const middles = new Float64Array(2 * linkIds.length);
  const along = (link: number, share: number): [number, number] => {
    const [from, to] = [linkFrom, linkTo].map((ends) => project.getCoordinates(ends[link] ?? 1));
    return [
      (from?.x ?? 0) * (1 - share) + (to?.x ?? 0) * share,
      (from?.y ?? 0) * (1 - share) + (to?.y ?? 0) * share,
    ];
  };
  for (let link = 0; link < linkIds.length; link += 1) middles.set(along(link, 0.5), 2 * link);
  return { middles, along };
}
