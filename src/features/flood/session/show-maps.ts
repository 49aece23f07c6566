// The maps of the shown and the compared run, anew each second while it computes: maxima, arrival, difference.

import { watch } from '#store/watch.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import {
  FLOOD_MAP,
  type FloodColouring,
  type FloodMap,
  isOfEnsemble,
  second,
} from '../contract.ts';
import { selectFlood } from '../state.ts';
import { messages } from './messages.ts';
import { sentenceOf } from './problems.ts';
import type { FloodParts } from './world.ts';

const MAP_EVERY_MS = 1000;

/** Those that the worker makes of maxima; the others are drawn from the moving water or come from elsewhere. */
const maps: ReadonlySet<FloodColouring> = new Set([
  ...(['max-depth', 'max-speed', 'max-hazard'] as const),
  ...(['arrival', 'duration', 'difference'] as const),
]);

export function showMaps(line: FloodLine, { store, frames, problems }: FloodParts): () => void {
  let isAsking = false;
  let isWanted = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hadMaps = false;

  function ask(): void {
    isWanted = true;
    if (!isAsking && timer === undefined) void askOn();
  }

  async function askOn(): Promise<void> {
    isWanted = false;
    isAsking = true;
    try {
      await show();
      problems.say('map', undefined);
    } catch (error) {
      if (!isStopped && !(error instanceof WorkerDiedError)) {
        problems.say('map', messages.mapFailed(sentenceOf(error)));
      }
    }
    isAsking = false;
    if (isStopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) void askOn();
    }, MAP_EVERY_MS);
  }

  async function show(): Promise<void> {
    const { look, shown, compared, status } = selectFlood(store.getState());
    const { colouring, arrivalDepthM, rating } = look;
    const isReady = (run: string) => (status[run]?.phase ?? 'preparing') !== 'preparing';
    const mapOf = async (run: string, other?: string): Promise<FloodMap | undefined> => {
      if (!maps.has(colouring) || run === '' || !isReady(run)) return undefined;
      const wish = { run, colouring, arrivalDepthM, rating, ...(other !== undefined && { other }) };
      const { values } = await line.call('map', wish);
      return { run, colouring, values };
    };
    const isDifference = colouring === 'difference';
    const canDiffer = compared !== '' && isReady(compared);
    const first = isDifference ? canDiffer && (await mapOf(shown, compared)) : await mapOf(shown);
    const next = isDifference ? undefined : await mapOf(compared);
    if (isStopped || !isOurs(colouring)) return;
    frames.publish(FLOOD_MAP, first || undefined);
    frames.publish(second(FLOOD_MAP), next);
    hadMaps = true;
  }

  /** Other parts show maps too (probability): theirs stay. */
  function isOurs(colouring: FloodColouring): boolean {
    if (selectFlood(store.getState()).look.colouring !== colouring) return false;
    if (maps.has(colouring)) return true;
    const isLeft = hadMaps && !isOfEnsemble(colouring);
    hadMaps = false;
    return isLeft;
  }

  const unwatch = watch(
    store,
    (state) => {
      const { look, shown, compared, status } = selectFlood(state);
      const { colouring, arrivalDepthM, rating } = look;
      const wish = [colouring, shown, compared, arrivalDepthM, rating];
      return maps.has(colouring) ? [...wish, status[shown], status[compared]] : wish;
    },
    ask,
  );
  ask();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unwatch();
  };
}
