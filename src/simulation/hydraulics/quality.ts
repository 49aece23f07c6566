// Age, chlorine and share of a source along with the hydraulics of an extended period. EPANET solves quality from a
// hydraulics file in its memory, which is deleted afterwards. Source: Rossman et al. 2020, EPANET 2.2 manual, ch. 12.

import {
  AnalysisStatistic,
  InitHydOption,
  LinkProperty,
  LinkType,
  NodeProperty,
  NodeType,
  Option,
  QualityType,
  TimeParameter,
} from 'epanet-js';
import { clearScratchFiles } from './epanet.ts';
import { type ExtendedOptions, prepareExtended, stepThrough } from './extended.ts';
import type { SolverFailure, WaterModel, WaterSnapshot } from './parts.ts';
import { nodeOf } from './prepare.ts';

export type Quality =
  | { readonly kind: 'age' }
  | {
      readonly kind: 'chlorine';
      /** At reservoirs, kg/m³. */
      readonly sourceKgM3: number;
      /** First order decay in the water, 1/s; positive decays. */
      readonly decayPerS: number;
    }
  | { readonly kind: 'source'; readonly node: string };

export interface QualityOptions extends ExtendedOptions {
  readonly quality: Quality;
  /** How long the same hours are run before, so that tanks don't begin with water of no age; whole days. */
  readonly warmUpS: number;
}

/** Steps × links that a run may take; more than this ran for minutes (a network of 9,000 nodes with 1-minute steps). */
export const MOST_WORK = 5e7;

export interface QualityOutcome {
  /** Mass out and stored by mass in: 1 where nothing is lost. */
  readonly massBalance: number;
  readonly stepS: number;
  /** The file's step, where the work with it would have been too much. */
  readonly fileStepS: number | undefined;
  readonly failure: SolverFailure | undefined;
}

export type QualityNews =
  | { readonly phase: 'warmUp' | 'hydraulics'; readonly snapshot: WaterSnapshot }
  /** By node index − 1: s of age, kg/m³ of chlorine, share 0–1. */
  | { readonly phase: 'quality'; readonly timeS: number; readonly values: Float64Array };

/** First all instants of the hydraulics, then the quality at each. The model is as it was when the generator ends. */
export function* runQuality(
  model: WaterModel,
  options: QualityOptions,
): Generator<QualityNews, QualityOutcome> {
  const { project } = model;
  const { quality } = options;
  const restores = [setQuality(model, quality), setStep(model, options)];
  const stepS = project.getTimeParameter(TimeParameter.QualStep);
  const fileStepS = restores[1]?.fileStepS;
  const about = { stepS, fileStepS };
  const warmUp = { ...options, horizonS: options.warmUpS };
  try {
    if (options.warmUpS > 0) {
      let last: Float64Array | undefined;
      for (const news of runOnce(model, warmUp, about)) {
        if (news.phase === 'quality') last = news.values;
        else yield { ...news, phase: 'warmUp' };
      }
      if (last) startFrom(model, last, quality);
    }
    return yield* runOnce(model, options, about);
  } finally {
    for (const { restore } of restores.reverse()) restore();
    clearScratchFiles(model);
  }
}

/** Tanks must stand as they were prepared until their quality is solved, too. */
function* runOnce(
  model: WaterModel,
  options: QualityOptions,
  about: Pick<QualityOutcome, 'stepS' | 'fileStepS'>,
): Generator<QualityNews, QualityOutcome> {
  const undo = prepareExtended(model, options);
  try {
    const steps = stepThrough(model, options, InitHydOption.SaveAndInit);
    for (;;) {
      const { done, value } = steps.next();
      if (!done) yield { phase: 'hydraulics', snapshot: value };
      else if (value) return { ...about, massBalance: Number.NaN, failure: value };
      else break;
    }
    return {
      ...about,
      massBalance: yield* readQuality(model, options.quality),
      failure: undefined,
    };
  } finally {
    undo();
  }
}

interface Restore {
  restore(): void;
  readonly fileStepS?: number | undefined;
}

/** Quality works only while hydraulics are closed. */
function* readQuality(model: WaterModel, quality: Quality): Generator<QualityNews, number> {
  const { project } = model;
  const factor = { age: 3600, chlorine: 1e-3, source: 0.01 }[quality.kind];
  project.closeH();
  try {
    project.openQ();
    project.initQ(InitHydOption.NoSave);
    for (;;) {
      const timeS = project.runQ();
      const values = Float64Array.from(
        project.getNodeValues(NodeProperty.Quality),
        (value) => value * factor,
      );
      yield { phase: 'quality', timeS, values };
      if (project.nextQ() <= 0) return project.getStatistic(AnalysisStatistic.MassBalance);
    }
  } finally {
    project.closeQ();
    project.openH();
    clearScratchFiles(model);
  }
}

function setQuality(model: WaterModel, quality: Quality): Restore {
  const { project, nodeType, nodeIds } = model;
  const before = project.getQualityInfo();
  const traced = before.traceNode > 0 ? (nodeIds[before.traceNode - 1] ?? '') : '';
  const initial = project.getNodeValues(NodeProperty.Initqual);
  const decay = project.getLinkValues(LinkProperty.KBulk);
  const restore = () => {
    project.setQualityType(before.qualType, before.chemName, before.chemUnits, traced);
    for (const [node, value] of initial.entries()) setInitial(model, node, value);
    if (quality.kind === 'chlorine') {
      for (const [link, value] of decay.entries()) setDecay(model, link, value);
    }
  };
  try {
    if (quality.kind === 'age') project.setQualityType(QualityType.Age, '', '', '');
    else if (quality.kind === 'source') {
      nodeOf(model, quality.node);
      project.setQualityType(QualityType.Trace, '', '', quality.node);
    } else {
      project.setQualityType(QualityType.Chem, 'Chlorine', 'mg/L', '');
      for (let link = 0; link < decay.length; link += 1) {
        setDecay(model, link, -quality.decayPerS * 86_400);
      }
    }
    for (let node = 0; node < initial.length; node += 1) {
      const isSource = quality.kind === 'chlorine' && nodeType[node] === NodeType.Reservoir;
      setInitial(model, node, isSource ? quality.sourceKgM3 * 1000 : 0);
    }
  } catch (error) {
    restore();
    throw error;
  }
  return { restore };
}

const setInitial = ({ project }: WaterModel, node: number, value: number) =>
  project.setNodeValue(node + 1, NodeProperty.Initqual, value);

function setDecay({ project, linkType }: WaterModel, link: number, perDay: number): void {
  if (linkType[link] === LinkType.Pipe || linkType[link] === LinkType.CVPipe) {
    project.setLinkValue(link + 1, LinkProperty.KBulk, perDay);
  }
}

/** Finer than this nobody reads a map of quality; EPANET's own default is a tenth of the hydraulic step. */
const LEAST_STEP_S = 300;
/** Ages of neighbouring water closer than this are one: with EPANET's 0.01 h a town takes ten times as long. */
const AGE_TOLERANCE_H = 0.1;

/** A step that keeps the work within bounds; EPANET keeps it below the hydraulic step. */
function setStep({ project, linkIds }: WaterModel, options: QualityOptions): Restore {
  const stepS = project.getTimeParameter(TimeParameter.QualStep);
  const tolerance = project.getOption(Option.Tolerance);
  const span = options.horizonS + options.warmUpS;
  const least = Math.max(LEAST_STEP_S, Math.ceil((span * linkIds.length) / MOST_WORK));
  const isTooMuch = least > stepS;
  if (isTooMuch) project.setTimeParameter(TimeParameter.QualStep, least);
  if (options.quality.kind === 'age') project.setOption(Option.Tolerance, AGE_TOLERANCE_H);
  return {
    fileStepS: isTooMuch ? stepS : undefined,
    restore() {
      project.setTimeParameter(TimeParameter.QualStep, stepS);
      project.setOption(Option.Tolerance, tolerance);
    },
  };
}

/** Nodes begin with what the warm-up ended with; a chlorine source keeps its own. */
function startFrom(model: WaterModel, values: Float64Array, quality: Quality): void {
  const factor = { age: 3600, chlorine: 1e-3, source: 0.01 }[quality.kind];
  for (const [node, value] of values.entries()) {
    if (model.nodeType[node] === NodeType.Reservoir) continue;
    setInitial(model, node, Math.max(0, value / factor));
  }
}
