// Tells others which streets the shown run closes, with their windows: to cars, and to fire engines.

import type { SessionContext } from '#features/feature.ts';
import { type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import { watch } from '#store/watch.ts';
import type { FloodHits, FloodLine } from '#workers/flood/client.ts';
import type { FloodImpact, RoadClosure } from '../contract/impact.ts';
import { FLOOD_IMPACT, FLOOD_LINE } from '../contract.ts';
import type { FloodRun } from '../state/initial.ts';
import { selectFlood } from '../state.ts';

const CHANNEL = roadClosuresOf('flood');
/** Closures of a run that goes on are asked for so often. */
const EVERY_MS = 2000;

export function publishRoadClosures(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let told: RoadClosures | undefined;

  function later(): void {
    const { shown } = selectFlood(store.getState());
    if (shown === '') {
      publish(undefined);
      return;
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isAsking) later();
      else void ask();
    }, EVERY_MS);
  }

  async function ask(): Promise<void> {
    const { shown, runs } = selectFlood(store.getState());
    const run = runs.find(({ id }) => id === shown);
    const line = frames.peek<FloodLine>(FLOOD_LINE);
    const impact = frames.peek<FloodImpact>(FLOOD_IMPACT);
    if (!run || !line || impact?.run !== shown) return;
    isAsking = true;
    try {
      const query = { lists: ['closures'] } as const;
      const hits: FloodHits = await line.call('hits', { run: shown, query }, { signal });
      if (selectFlood(store.getState()).shown === shown) publish(closuresOf(run, hits.closures));
    } catch {
      // The worker died or the run is forgotten: the next impact asks again.
    } finally {
      isAsking = false;
    }
  }

  function publish(closures: RoadClosures | undefined): void {
    const next = closures?.streets.length === 0 ? undefined : closures;
    if (JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    frames.publish(CHANNEL, next);
  }

  const ends = [
    frames.subscribe((channel) => channel === FLOOD_IMPACT && later()),
    watch(store, (state) => [selectFlood(state).shown], later),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
    frames.publish(CHANNEL, undefined);
  };
}

/** Windows of the run on the one clock of the app. */
export function closuresOf(
  { scenario }: Pick<FloodRun, 'scenario'>,
  closures: readonly Pick<RoadClosure, 'id' | 'windows'>[],
): RoadClosures {
  const atMs = (timeS: number) => scenario.startMs + timeS * 1000;
  return {
    ...{ source: 'flood', name: scenario.name, isSimulated: true },
    streets: closures.flatMap(({ id, windows }) =>
      windows.map(({ to, closedS, openS }) => ({
        ...{ id, to: to === 'car' ? ('cars' as const) : ('engines' as const) },
        fromMs: atMs(closedS),
        ...(openS !== undefined && { untilMs: atMs(openS) }),
      })),
    ),
  };
}
