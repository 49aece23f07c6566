// The transport along saved hydraulics, step by step. EPANET is given a rate at which water past the source holds
// about 100 mg/L, so that its tolerance of 0.01 mg/L means the same whatever was spilled; results are scaled back,
// for the substance neither decays nor acts. kg, kg/m³, s.

import { AnalysisStatistic, InitHydOption, NodeProperty, NodeType, SourceType } from 'epanet-js';
import { viewNodes } from '../bulk-values.ts';
import type { WaterModel } from '../parts.ts';
import { nodeOf } from '../prepare.ts';
import type { FlowHistory, Spread, SpreadOptions, SpreadProgress } from './parts.ts';

const SOURCE_MG_L = 100;
/** Least flow that the rate is reckoned with, m³/s. */
const LEAST_FLOW_M3S = 1e-5;
/** Pictures that are kept of it. */
const FRAME_S = 900;

type Carried = Pick<
  Spread,
  'arrivalS' | 'peakKgM3' | 'takenKg' | 'frameS' | 'frames' | 'injectedKg' | 'massBalance'
>;

/** Leaves the hydraulics open as they were. */
export function* carryMass(
  model: WaterModel,
  options: SpreadOptions,
  history: FlowHistory,
  stepS: number,
): Generator<SpreadProgress, Carried> {
  const { project } = model;
  const { injection, horizonS } = options;
  const source = nodeOf(model, injection.node);
  const flow = Math.max(LEAST_FLOW_M3S, throughFlow(model, history, source, injection.startS));
  // mg/L × m³/s = g/s; EPANET takes mg a minute.
  const rateMgMin = SOURCE_MG_L * flow * 1000 * 60;
  const trueKgS = injection.massKg / injection.durationS;
  /** kg/m³ of the real spill by mg/L of EPANET's. */
  const scale = trueKgS / ((rateMgMin / 60) * 1e-6) / 1000;
  const tally = createTally(model, options, history, scale);
  project.setNodeValue(source, NodeProperty.SourceType, SourceType.Mass);
  project.setNodeValue(source, NodeProperty.SourceQual, 0);
  project.closeH();
  let [addedMg, lastCount] = [0, 0];
  try {
    project.openQ();
    project.initQ(InitHydOption.NoSave);
    for (;;) {
      const timeS = project.runQ();
      tally.look(timeS);
      const lastS = Math.min(stepS, horizonS - timeS);
      const share = overlap(timeS, timeS + lastS, injection) / Math.max(1, lastS);
      project.setNodeValue(source, NodeProperty.SourceQual, rateMgMin * share);
      const left = project.stepQ();
      // What EPANET really added, nothing where no water flows past: mg × 60 since it last began to count.
      const counted = project.getNodeValue(source, NodeProperty.SourceMass);
      addedMg += (counted < lastCount ? counted : counted - lastCount) / 60;
      lastCount = counted;
      if (left <= 0) break;
      if (tally.isFrame(timeS)) yield { phase: 'quality', timeS };
    }
    tally.look(horizonS);
    const massBalance = project.getStatistic(AnalysisStatistic.MassBalance);
    return { ...tally.result(), injectedKg: (addedMg / 1000) * scale, massBalance };
  } finally {
    project.closeQ();
    project.setNodeValue(source, NodeProperty.SourceQual, 0);
    project.openH();
  }
}

/** Seconds of the injection within an interval. */
const overlap = (
  from: number,
  until: number,
  { startS, durationS }: { readonly startS: number; readonly durationS: number },
) => Math.max(0, Math.min(until, startS + durationS) - Math.max(from, startS));

/** Water that comes to a node at an instant, from links or, at a source of supply, out of it, m³/s. */
export function throughFlow(
  { linkFrom, linkTo }: WaterModel,
  { timesS, flowM3s }: FlowHistory,
  node: number,
  atS: number,
): number {
  const flows = flowM3s[periodAt(timesS, atS)];
  let [into, out] = [0, 0];
  for (let link = 0; link < (flows?.length ?? 0); link += 1) {
    const flow = flows?.[link] ?? 0;
    if (linkTo[link] !== node && linkFrom[link] !== node) continue;
    const inward = linkTo[link] === node ? flow : -flow;
    if (inward > 0) into += inward;
    else out -= inward;
  }
  return Math.max(into, out);
}

/** Index of the period that an instant lies in. */
export function periodAt(timesS: readonly number[], atS: number): number {
  let [low, high] = [0, timesS.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (timesS[middle]! <= atS) low = middle;
    else high = middle - 1;
  }
  return low;
}

function createTally(
  model: WaterModel,
  { thresholdKgM3 }: SpreadOptions,
  { timesS, demandM3s }: FlowHistory,
  scale: number,
) {
  const { nodeIds, nodeType } = model;
  const count = nodeIds.length;
  const arrivalS = new Float64Array(count).fill(Number.NaN);
  const peakKgM3 = new Float64Array(count);
  const takenKg = new Float64Array(count);
  const frameS: number[] = [];
  const frames: Float32Array[] = [];
  let lastS = 0;
  const isFrame = (timeS: number) => timeS % FRAME_S === 0;
  return {
    isFrame,
    look(timeS: number): void {
      const values = viewNodes(model, NodeProperty.Quality, count);
      const demand = demandM3s[periodAt(timesS, Math.max(0, timeS - 1))];
      const lasted = timeS - lastS;
      for (let node = 0; node < count; node += 1) {
        const concentration = values[node]! * scale;
        if (concentration <= 0) continue;
        if (concentration > peakKgM3[node]!) peakKgM3[node] = concentration;
        if (concentration >= thresholdKgM3 && Number.isNaN(arrivalS[node])) arrivalS[node] = timeS;
        if (nodeType[node] !== NodeType.Junction) continue;
        takenKg[node]! += concentration * Math.max(0, demand?.[node] ?? 0) * lasted;
      }
      if (isFrame(timeS) && frameS.at(-1) !== timeS) {
        frameS.push(timeS);
        frames.push(Float32Array.from(values, (value) => value * scale));
      }
      lastS = timeS;
    },
    result: () => ({ arrivalS, peakKgM3, takenKg, frameS, frames }),
  };
}
