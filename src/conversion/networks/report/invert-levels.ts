// Invert levels of nodes: what is known, and between known ones what a straight fall along the pipes gives
// (the harmonic interpolation: each unknown level is the mean of its neighbours', weighted by 1 / length).

import type { ImportedNetwork } from '../imported-network.ts';
import { lengthOf, type NetworkPlan } from './network-plan.ts';

const SWEEPS = 400;
const STEADY_M = 1e-4;

/** By node id, m; nodes that no known level surrounds are left out. `ignored` pipes say nothing. */
export function invertLevels(
  { nodes, pipes }: ImportedNetwork,
  plan: NetworkPlan,
  ignored: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const lower = (id: string, level: number | undefined) => {
    if (level === undefined || !Number.isFinite(level)) return;
    known.set(id, Math.min(known.get(id) ?? level, level));
  };
  for (const { id, invertM } of nodes) lower(id, invertM);
  for (const { id, from, to, fromInvertM, toInvertM } of pipes) {
    if (ignored.has(id)) continue;
    lower(from, fromInvertM);
    lower(to, toInvertM);
  }
  const neighbours = new Map<string, { readonly id: string; readonly weight: number }[]>();
  const link = (a: string, b: string, weight: number) => {
    const list = neighbours.get(a);
    if (list) list.push({ id: b, weight });
    else neighbours.set(a, [{ id: b, weight }]);
  };
  for (const { id, from, to } of pipes) {
    const weight = 1 / Math.max(lengthOf(plan.lines.get(id) ?? []), 0.1);
    link(from, to, weight);
    link(to, from, weight);
  }
  const open = surrounded(known, neighbours);
  const levels = new Map(known);
  const middle = [...known.values()].reduce((sum, level) => sum + level, 0) / (known.size || 1);
  for (const id of open) levels.set(id, middle);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let change = 0;
    for (const id of open) {
      let [sum, weights] = [0, 0];
      for (const near of neighbours.get(id) ?? []) {
        const level = levels.get(near.id);
        if (level === undefined) continue;
        sum += level * near.weight;
        weights += near.weight;
      }
      const level = sum / weights;
      change = Math.max(change, Math.abs(level - (levels.get(id) ?? level)));
      levels.set(id, level);
    }
    if (change < STEADY_M) break;
  }
  return levels;
}

/** Unknown nodes that lie between at least two known ones: beyond the last known one nothing is between. */
function surrounded(
  known: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, readonly { readonly id: string }[]>,
): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const start of neighbours.keys()) {
    if (known.has(start) || seen.has(start)) continue;
    const part = [start];
    const edges = new Set<string>();
    seen.add(start);
    for (const id of part) {
      for (const near of neighbours.get(id) ?? []) {
        if (known.has(near.id)) edges.add(near.id);
        else if (!seen.has(near.id)) {
          seen.add(near.id);
          part.push(near.id);
        }
      }
    }
    if (edges.size >= 2) found.push(...part);
  }
  return found;
}
