// Says where EPANET found no solution, in its own words: they stand only in its report, which is off otherwise.

import { AnalysisStatistic, InitHydOption, LinkProperty, Option } from 'epanet-js';
import { EpanetError } from './epanet.ts';
import { findFed } from './judge-supply.ts';
import type { SolverFailure, WaterModel, WaterSnapshot } from './parts.ts';

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

/** Flows that change by less have settled, L/s and share. */
const SETTLED_LS = 0.01;
const SETTLED_SHARE = 0.01;

/**
 * For a solve that ended without balance: flows and heads of it are no solution. EPANET names nothing then, so one more
 * trial tells which links' flows still change most. Undefined where only pockets without any source are unsettled:
 * what is cut off from all water has no pressure that could be found, and no supply.
 */
export function explainUnbalanced(
  model: WaterModel,
  snapshot: WaterSnapshot,
): SolverFailure | undefined {
  const { project, linkIds, linkFrom, linkTo } = model;
  const trials = project.getOption(Option.Trials);
  const share = project.getStatistic(AnalysisStatistic.RelativeError);
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
  const isFed = findFed(model, snapshot.isOpen);
  const flows = project.getLinkValues(LinkProperty.Flow);
  const changes = flows
    .map((flow, link) => {
      const before = (snapshot.flowM3s[link] ?? 0) * 1000;
      const change = Math.abs(flow - before);
      const isIn = [linkFrom, linkTo].some((ends) => isFed[(ends[link] ?? 0) - 1] === 1);
      const isSettled = change < Math.max(SETTLED_LS, SETTLED_SHARE * Math.abs(before));
      return { id: linkIds[link] ?? '', change, isLost: isIn && !isSettled };
    })
    .filter(({ isLost }) => isLost)
    .sort((a, b) => b.change - a.change);
  const [most] = changes;
  if (!most) return undefined;
  const named = changes.slice(0, MOST_NAMED).map(({ id }) => wholeOf(model, id));
  const where = [...new Set(named)];
  const largest = `Link ${wholeOf(model, most.id)} still changes by ${most.change.toFixed(2)} L/s.`;
  const reason = `EPANET found no balance of flows: they change by ${(share * 100).toFixed(1)} % after ${trials} trials. ${largest}`;
  return { kind: 'failure', timeS: snapshot.timeS, code: 1, reason, where };
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
