// How much each segment matters, by hydraulics: closed one at a time, pressure-driven, against how it is anyway.

import type {
  CriticalityNews,
  CriticalityRequest,
  SegmentLoss,
} from '#features/pipes/contract/water.ts';
import { noChanges } from '#model/network-changes.ts';
import { judgeSupply, servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import { isFailure } from '#simulation/hydraulics/parts.ts';
import { trySolve } from '#simulation/hydraulics/solve.ts';
import { countWorse } from './count-worse.ts';
import { toBalance } from './to-report.ts';
import type { WaterList } from './water-list.ts';
import type { WaterNetwork } from './water-network.ts';

/** Others in the worker get their turn, and the reader news, this often. */
const TURN_MS = 60;

export function createCriticalityStreams(list: WaterList) {
  return {
    /** Rejects with a `ChangeError` where a segment names a link that is not there. */
    async *criticality(
      request: CriticalityRequest,
      { signal }: { readonly signal: AbortSignal },
    ): AsyncGenerator<CriticalityNews> {
      const water = list.get(request.network);
      const close = createCloser(water, request);
      const { segments } = request;
      let losses: SegmentLoss[] = [];
      let turnAt = performance.now();
      for (const [index, { id, links }] of segments.entries()) {
        losses.push({ id, ...close(links) });
        const isLast = index === segments.length - 1;
        if (!isLast && performance.now() - turnAt < TURN_MS) continue;
        yield { losses, done: index + 1, total: segments.length };
        losses = [];
        await new Promise((resolve) => setTimeout(resolve, 0));
        turnAt = performance.now();
        if (signal.aborted) return;
      }
    },
  };
}

function createCloser(water: WaterNetwork, request: CriticalityRequest) {
  const { model, rows } = water;
  const { network } = water.parts;
  const changes = request.history.at(-1)?.changes ?? noChanges;
  const { state } = water.liveState(request, changes);
  const solve = (closedLinks: readonly string[]) => {
    const closed = { ...changes, closedLinks: [...changes.closedLinks, ...closedLinks] };
    const options = { changes: closed, state, pressureDriven: servicePressure };
    const snapshot = trySolve(model, options);
    if (isFailure(snapshot)) return snapshot;
    const supply = judgeSupply(model, snapshot);
    return { network, rows, model, snapshot, supply, changes: closed };
  };
  const normal = solve([]);
  const lost = { noSupplyCustomers: NaN, lowPressureCustomers: NaN, undeliveredM3s: NaN };
  return (links: readonly string[]): Omit<SegmentLoss, 'id'> => {
    if ('kind' in normal) return { ...lost, problem: normal.reason };
    const solved = solve(links);
    if ('kind' in solved) return { ...lost, problem: solved.reason };
    const delivered = ({ snapshot }: typeof solved) => toBalance(model, snapshot).deliveredM3s;
    return {
      ...countWorse(solved, normal),
      undeliveredM3s: Math.max(0, delivered(normal) - delivered(solved)),
      problem: undefined,
    };
  };
}
