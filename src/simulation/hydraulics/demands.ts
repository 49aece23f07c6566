// What the file's demands come to at a time, without asking EPANET: base × pattern × multiplier, L/s.

import { CountType, NodeType, type Project } from 'epanet-js';
import type { WaterModel } from './parts.ts';

/** One row a demand category of a junction. */
export interface Demands {
  /** Index (from 1) of the junction and of the category among its own. */
  readonly node: Uint32Array;
  readonly category: Uint16Array;
  readonly baseLs: Float64Array;
  /** Index (from 1) of its pattern; 0 is none. */
  readonly pattern: Uint32Array;
  /** Factors by pattern index; of none it is 1. */
  readonly patterns: readonly Float64Array[];
}

const known = new WeakMap<Project, Demands>();

/** Read once a project, before anything scales them. */
export function demandsOf(model: WaterModel): Demands {
  const { project, nodeType } = model;
  const before = known.get(project);
  if (before) return before;
  const rows: [node: number, category: number, base: number, pattern: number][] = [];
  for (let node = 1; node <= nodeType.length; node += 1) {
    if (nodeType[node - 1] !== NodeType.Junction) continue;
    const count = project.getNumberOfDemands(node);
    for (let category = 1; category <= count; category += 1) {
      const base = project.getBaseDemand(node, category);
      if (base !== 0) rows.push([node, category, base, project.getDemandPattern(node, category)]);
    }
  }
  const demands: Demands = {
    node: Uint32Array.from(rows, ([node]) => node),
    category: Uint16Array.from(rows, ([, category]) => category),
    baseLs: Float64Array.from(rows, ([, , base]) => base),
    pattern: Uint32Array.from(rows, ([, , , pattern]) => pattern),
    patterns: readPatterns(project),
  };
  known.set(project, demands);
  return demands;
}

function readPatterns(project: Project): Float64Array[] {
  const patterns = [Float64Array.of(1)];
  const count = project.getCount(CountType.PatCount);
  for (let pattern = 1; pattern <= count; pattern += 1) {
    const length = project.getPatternLength(pattern);
    patterns.push(
      Float64Array.from({ length }, (_, step) => project.getPatternValue(pattern, step + 1)),
    );
  }
  return patterns;
}

/** m³/s asked at each node at a time of the patterns, by index − 1, before anything scales them. */
export function demandAt(model: WaterModel, patternS: number): Float64Array {
  const { node, baseLs, pattern, patterns } = demandsOf(model);
  const period = Math.floor(patternS / model.patternStepS);
  const now = patterns.map((factors) => factors[period % factors.length] ?? 1);
  const demand = new Float64Array(model.nodeType.length);
  for (let row = 0; row < node.length; row += 1) {
    demand[node[row]! - 1]! += (baseLs[row]! * now[pattern[row]!]! * model.demandFactor) / 1000;
  }
  return demand;
}

const applied = new WeakMap<Project, ReadonlyMap<string, number>>();
const none: ReadonlyMap<string, number> = new Map();

/**
 * Lets the demands of nodes stand at the file's times these factors until it is called again. Nothing happens where
 * the factors are the same object as before: setting 12,000 demands takes 10 ms, a warm solve takes less.
 */
export function scaleDemands(model: WaterModel, factors: ReadonlyMap<string, number> = none): void {
  const { project, nodeIds } = model;
  const before = applied.get(project) ?? none;
  if (before === factors) return;
  const { node, category, baseLs } = demandsOf(model);
  for (let row = 0; row < node.length; row += 1) {
    const id = nodeIds[node[row]! - 1]!;
    const factor = factors.get(id) ?? 1;
    if (factor === (before.get(id) ?? 1)) continue;
    project.setBaseDemand(node[row]!, category[row]!, baseLs[row]! * factor);
  }
  applied.set(project, factors);
}
