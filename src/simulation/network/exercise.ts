// Which valves are worth turning: those whose failing would cost the most more customers when one of their segments
// has to be closed off, then those not turned for long. Exact for the valves given back.

import type { NetworkChanges } from '#model/network-changes.ts';
import { type Cells, findCells, reachCells } from './cells.ts';
import { findCosts, type SegmentCosts, weigh } from './criticality.ts';
import type { PreparedNetwork } from './isolate.ts';
import { toOperation } from './operation.ts';

export interface ValveWorth {
  readonly valve: number;
  /** Customers out at the worst of its two segments with the valve working, and with it stuck open. */
  readonly customers: number;
  readonly customersIfStuck: number;
}

/** Up to `limit` valves, the most worth turning first; those inside one segment part nothing and are left out. */
export function rankValves(
  prepared: PreparedNetwork,
  limit: number,
  changes?: NetworkChanges,
): readonly ValveWorth[] {
  const { network, graph, segments } = prepared;
  const { valves } = network;
  const costs = findCosts(prepared, changes);
  const cells = findCells(network, graph, segments, toOperation(network, graph, changes));
  const rough: { readonly valve: number; readonly a: number; readonly b: number; more: number }[] =
    [];
  for (let valve = 0; valve < valves.ids.length; valve++) {
    const a = segments.ofLink[valves.link[valve]!]!;
    const b = segments.ofNode[valves.node[valve]!]!;
    if (a === b) continue;
    rough.push({ valve, a, b, more: Math.min(outOf(costs, a), outOf(costs, b)) });
  }
  const order = (one: { readonly valve: number; readonly more: number }) =>
    one.more * 4096 + (4000 - valves.exercisedYear[one.valve]!);
  rough.sort((x, y) => order(y) - order(x));
  const weights = weigh(cells, network.nodes.customers);
  const isReached = reachCells(cells, new Set());
  const inSegment = new Float64Array(segments.count);
  let reached = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    if (isReached[cell] === 0) continue;
    reached += weights[cell]!;
    inSegment[cells.segmentOf[cell]!]! += weights[cell]!;
  }
  const outTogether = (a: number, b: number): number => {
    const isolated = costs.isolatedCustomers[a]! + costs.isolatedCustomers[b]!;
    const beyond = sumReached(cells, weights, new Set([a, b]));
    return isolated + reached - inSegment[a]! - inSegment[b]! - beyond;
  };
  return rough
    .slice(0, limit)
    .map(({ valve, a, b }) => ({
      valve,
      customers: Math.max(outOf(costs, a), outOf(costs, b)),
      customersIfStuck: outTogether(a, b),
    }))
    .sort(
      (x, y) =>
        y.customersIfStuck - y.customers - (x.customersIfStuck - x.customers) ||
        valves.exercisedYear[x.valve]! - valves.exercisedYear[y.valve]!,
    );
}

const outOf = ({ isolatedCustomers, strandedCustomers }: SegmentCosts, segment: number): number =>
  isolatedCustomers[segment]! + strandedCustomers[segment]!;

function sumReached(cells: Cells, weights: Float64Array, barred: ReadonlySet<number>): number {
  const isReached = reachCells(cells, barred);
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell++) if (isReached[cell] === 1) sum += weights[cell]!;
  return sum;
}
