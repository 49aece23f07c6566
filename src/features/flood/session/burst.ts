// A run whose water comes out of a broken main goes on with what the water network's solver says leaves it now: less with
// each valve that is closed, nothing once it is shut off.

import type { SessionContext } from '#features/feature.ts';
import { BURST_FLOW, type BurstFlow } from '#model/burst-flow.ts';
import { newId } from '#store/new-id.ts';
import type { FloodSource, TimeSeries } from '../contract.ts';
import type { FloodRun } from '../state/initial.ts';
import { steerPart, steerWithout } from '../state/runs.ts';
import { selectFlood } from '../state.ts';

/** Smaller changes are the solver's rounding. */
const LEAST_CHANGE_M3S = 0.001;

type Burst = Extract<FloodSource, { readonly kind: 'burst' }>;

export function followBurst({
  store,
  frames,
}: Pick<SessionContext, 'store' | 'frames'>): () => void {
  function follow(): void {
    const burst = frames.peek<BurstFlow>(BURST_FLOW);
    if (!burst) return;
    const { runs, status } = selectFlood(store.getState());
    for (const run of runs) {
      const phase = status[run.id]?.phase;
      if (run.wanted === 'stop' || phase === 'done' || phase === 'failed') continue;
      const timeS = status[run.id]?.timeS ?? 0;
      for (const source of burstsOf(run, burst.pipe)) {
        const flow = changed(source.flow, burst.flowM3s, timeS);
        if (!flow) continue;
        // A part of its own: that is how a run knows that it was steered.
        steerWithout(store, run.id, source.id);
        steerPart(store, run.id, { ...source, id: newId(), flow });
      }
    }
  }
  return frames.subscribe((channel) => channel === BURST_FLOW && follow());
}

const burstsOf = ({ scenario }: FloodRun, pipe: string): readonly Burst[] =>
  scenario.sources.filter(
    (source): source is Burst => source.kind === 'burst' && source.pipe === pipe,
  );

/** What was until `timeS`, and another flow from a second later on; undefined where it is the same. */
function changed(flow: TimeSeries, next: number, timeS: number): TimeSeries | undefined {
  const before = flow.filter(([time]) => time <= timeS);
  const last = before.at(-1)?.[1] ?? flow[0]?.[1] ?? 0;
  if (Math.abs(last - next) < LEAST_CHANGE_M3S) return undefined;
  return [...before, [timeS, last], [timeS + 1, next]];
}
