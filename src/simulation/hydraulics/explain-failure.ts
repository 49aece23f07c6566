// Says where EPANET found no solution, in its own words: they stand only in its report, which is off otherwise.

import { InitHydOption } from 'epanet-js';
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

/** For a solve that ended without balance: flows and heads of it are no solution. */
export function explainUnbalanced(model: WaterModel, timeS: number): SolverFailure {
  const words = wordsOf(model).filter((line) => /unbalanced|maximum|converge/i.test(line));
  const where = [...new Set(words.slice(-4).flatMap((line) => idsIn(model, line)))];
  const said = words.slice(-2).join(' ');
  model.warmth.isWarm = false;
  return {
    kind: 'failure',
    timeS,
    code: 1,
    reason: `EPANET found no balance of flows${said ? `: ${said}` : '.'}`,
    where,
  };
}

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
