// Arrivals everywhere and what is sent to the shown building: anew when stations, closures or the building change.

import { closureSources, roadClosuresOf } from '#model/road-closures.ts';
import { watch } from '#store/watch.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { FIRE_COVER, FIRE_DISPATCH } from '../../contract/response.ts';
import { targetOf } from '../../state/change-response.ts';
import { selectFire } from '../../state.ts';
import { responseMessages } from './messages.ts';
import { type ResponseParts, sentenceOf } from './parts.ts';
import { keyOf, wishOf } from './wish.ts';

/** Two looks a second are enough for a clock that runs. */
const LOOK_MS = 500;

const channels: ReadonlySet<string> = new Set(closureSources.map(roadClosuresOf));

export function followCover(parts: ResponseParts): () => void {
  const { store, frames, worker, problems, now, signal } = parts;
  let coverKey = '';
  let dispatchKey = '';
  let isAsking = false;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    isWanted = true;
    if (!isAsking) void askOn();
  }

  async function askOn(): Promise<void> {
    isAsking = true;
    try {
      while (isWanted && !signal.aborted) {
        isWanted = false;
        await look();
      }
      problems.say('cover', undefined);
    } catch (error) {
      coverKey = '';
      dispatchKey = '';
      if (!signal.aborted && !(error instanceof WorkerDiedError))
        problems.say('cover', responseMessages.coverFailed(sentenceOf(error)));
    } finally {
      isAsking = false;
    }
  }

  async function look(): Promise<void> {
    const state = store.getState();
    const wish = wishOf(state, frames, now());
    const key = keyOf(wish);
    const target = targetOf(state);
    const wantedDispatch = target ? `${target.index} ${key}` : '';
    if (wantedDispatch !== dispatchKey) {
      dispatchKey = wantedDispatch;
      const found =
        target && (await worker.call('dispatch', { ...wish, building: target.index }, { signal }));
      if (wantedDispatch === dispatchKey) frames.publish(FIRE_DISPATCH, found);
    }
    if (key !== coverKey) {
      coverKey = key;
      frames.publish(FIRE_COVER, await worker.call('cover', wish, { signal }));
    }
  }

  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      ask();
    }, LOOK_MS);
  }

  const ends = [
    frames.subscribe((channel) => channels.has(channel) && ask()),
    watch(store, (state) => [selectFire(state).response, targetOf(state)?.id], ask),
    watch(store, ({ clock }) => [clock.now, clock.mode], later),
  ];
  ask();
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
