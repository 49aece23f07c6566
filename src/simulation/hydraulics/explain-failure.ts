// Says where EPANET found no solution, in its own words: they stand only in its report, which is off otherwise.

import { AnalysisStatistic, InitHydOption, LinkProperty, Option } from 'epanet-js';
import { EpanetError } from './epanet.ts';
import type { SolverFailure, WaterModel } from './parts.ts';

const COPY = 'where.txt';

/** Runs the state once more with the report on. */
export function explainFailure(
  model: WaterModel,
  error: EpanetError,
  timeS: number,
): SolverFailure {
  const words = timeS === 0 ? wordsOf(model) : [];
  const where = [...new Set(words.flatMap((line) => idsIn(model, line)))];
  const last = words.at(-1);
  return {
    kind: 'failure',
    timeS,
    code: error.code,
    reason: last === undefined ? error.message : `${error.message}: ${last}`,
    where,
  };
}

/** Links that are named where flows don't settle. */
const MOST_NAMED = 5;

/**
 * For a solve that ended without balance: flows and heads of it are no solution. EPANET names nothing then, so one more
 * trial tells which links' flows still change most.
 */
export function explainUnbalanced(model: WaterModel, timeS: number): SolverFailure {
  const { project, linkIds } = model;
  const before = project.getLinkValues(LinkProperty.Flow);
  const trials = project.getOption(Option.Trials);
  const error = project.getStatistic(AnalysisStatistic.RelativeError);
  try {
    project.setOption(Option.Trials, 1);
    project.initH(InitHydOption.NoSave);
    project.runH();
  } catch (thrown) {
    if (!(thrown instanceof EpanetError)) throw thrown;
  } finally {
    project.setOption(Option.Trials, trials);
  }
  model.takeWarnings();
  model.warmth.isWarm = false;
  const changes = project
    .getLinkValues(LinkProperty.Flow)
    .map((flow, link) => ({
      id: linkIds[link] ?? '',
      change: Math.abs(flow - (before[link] ?? 0)),
    }))
    .sort((a, b) => b.change - a.change)
    .slice(0, MOST_NAMED);
  const [most] = changes;
  const where = [...new Set(changes.map(({ id }) => wholeOf(model, id)))];
  const largest = most
    ? ` Link ${wholeOf(model, most.id)} still changes by ${most.change.toFixed(2)} L/s.`
    : '';
  const reason = `EPANET found no balance of flows: they change by ${(error * 100).toFixed(1)} % after ${trials} trials.${largest}`;
  return { kind: 'failure', timeS, code: 1, reason, where };
}

/** A piece of a pipe that is cut is known by the pipe. */
const wholeOf = ({ splits }: WaterModel, id: string) =>
  splits.has(id.slice(1)) && id.startsWith('~') ? id.slice(1) : id;

/** Lines of EPANET's report about the last solve; empty where it says none. */
export function wordsOf(model: WaterModel): readonly string[] {
  const { workspace, project } = model;
  project.clearReport();
  project.setReport('MESSAGES YES');
  project.setStatusReport(2);
  try {
    project.initH(InitHydOption.InitFlow);
    project.runH();
  } catch (error) {
    if (!(error instanceof EpanetError)) throw error;
  } finally {
    project.setStatusReport(0);
    project.setReport('MESSAGES NO');
  }
  project.copyReport(COPY);
  project.clearReport();
  model.takeWarnings();
  return workspace
    .readFile(COPY)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Ids of the model that a line of the report names after "Node", "Link", "Pump" and the like. */
function idsIn({ nodeIndex, linkIndex }: WaterModel, line: string): readonly string[] {
  const named = [...line.matchAll(/\b(?:node|link|pipe|pump|valve|tank|\w*RV)\s+(\S+)/gi)];
  return named
    .map(([, id = '']) => id.replace(/[.,;:]$/, ''))
    .filter((id) => nodeIndex.has(id) || linkIndex.has(id));
}
