// What of the shown and the compared run is on the globe: the latest water while the run is followed, else the water
// of the app's time. Asks for one kept frame at a time of each; the latest wish wins.

import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { watch } from '#store/watch.ts';
import type { FloodLine, FloodNews } from '#workers/flood/client.ts';
import { FLOOD_EVENTS } from '../contract/impact.ts';
import {
  FLOOD_FRAME,
  FLOOD_IMPACT,
  FLOOD_MAP,
  FLOOD_PLACE,
  FLOOD_STATUS,
  second,
} from '../contract.ts';
import { change } from '../state/change.ts';
import { type FloodState, selectFlood } from '../state.ts';
import { messages } from './messages.ts';
import { sentenceOf } from './problems.ts';
import type { RunFollower } from './run-follower.ts';
import { Seeker } from './seeker.ts';
import type { FloodParts } from './world.ts';

/** The city's clock goes with a run that computes so often: sun and readings follow it. */
const CLOCK_EVERY_MS = 250;

type Slot = 'shown' | 'compared';
const slots: readonly Slot[] = ['shown', 'compared'];
const channelOf = (slot: Slot, channel: string) => (slot === 'shown' ? channel : second(channel));

export interface ShownRuns {
  onNews(run: string, kind: FloodNews['kind']): void;
  stop(): void;
}

export function showRuns(
  line: FloodLine,
  { store, frames, problems, now }: FloodParts,
  followerOf: (id: string) => RunFollower | undefined,
): ShownRuns {
  /** The time that the session itself set the clock to, for which run. */
  let own: { readonly run: string; readonly nowMs: number } | undefined;
  let clockMs = Number.NEGATIVE_INFINITY;
  const flood = (): FloodState => selectFlood(store.getState());
  const seekers = { shown: createSeeker('shown'), compared: createSeeker('compared') };

  function createSeeker(slot: Slot): Seeker {
    return new Seeker(line, {
      onFound(run, { frame, impact }) {
        if (flood()[slot] !== run) return;
        frames.publish(channelOf(slot, FLOOD_FRAME), frame);
        frames.publish(channelOf(slot, FLOOD_IMPACT), impact);
        problems.say('frame', undefined);
      },
      onFailure: (error) => problems.say('frame', messages.frameFailed(sentenceOf(error))),
    });
  }

  /** Time of the run that a slot shows (s); Infinity: the latest. */
  function wantedS(slot: Slot): number {
    const { followsRun, shown, runs } = flood();
    if (followsRun) {
      return slot === 'shown'
        ? Number.POSITIVE_INFINITY
        : (followerOf(shown)?.latestS ?? Number.POSITIVE_INFINITY);
    }
    const run = runs.find(({ id }) => id === flood()[slot]);
    return run ? (store.getState().clock.now - run.scenario.startMs) / 1000 : 0;
  }

  function showWater(slot: Slot): void {
    const follower = followerOf(flood()[slot]);
    if (!follower) return;
    const timeS = wantedS(slot);
    if (timeS < follower.latestS) {
      seekers[slot].ask(follower.id, timeS);
      return;
    }
    seekers[slot].cancel();
    if (follower.frame) frames.publish(channelOf(slot, FLOOD_FRAME), follower.frame);
    frames.publish(channelOf(slot, FLOOD_IMPACT), follower.impact);
    if (slot === 'shown' && flood().followsRun) takeClock(follower);
  }

  /** The clock stands where the shown water is. */
  function takeClock({ id, latestS, frame }: RunFollower): void {
    const run = flood().runs.find((one) => one.id === id);
    if (!run || !frame || now() - clockMs < CLOCK_EVERY_MS) return;
    const at = instant(Math.round(run.scenario.startMs + latestS * 1000));
    clockMs = now();
    own = { run: id, nowMs: at };
    if (store.getState().clock.now !== at) setTime(store, at);
  }

  /** Everything of a slot anew: another run is in it. */
  function showAll(slot: Slot): void {
    const follower = followerOf(flood()[slot]);
    seekers[slot].cancel();
    if (slot === 'shown') {
      own = undefined;
      clockMs = Number.NEGATIVE_INFINITY;
      frames.publish(FLOOD_EVENTS, follower?.events ?? []);
    }
    frames.publish(channelOf(slot, FLOOD_PLACE), follower?.place);
    frames.publish(channelOf(slot, FLOOD_STATUS), follower?.status);
    if (!follower?.frame) {
      frames.publish(channelOf(slot, FLOOD_FRAME), undefined);
      frames.publish(channelOf(slot, FLOOD_IMPACT), undefined);
    }
    showWater(slot);
  }

  function showNews(slot: Slot, follower: RunFollower, kind: FloodNews['kind']): void {
    switch (kind) {
      case 'place':
        frames.publish(channelOf(slot, FLOOD_PLACE), follower.place);
        return;
      case 'status':
        frames.publish(channelOf(slot, FLOOD_STATUS), follower.status);
        // Where it ends or pauses, the clock stands exactly there.
        if (follower.status?.phase === 'running') return;
        clockMs = Number.NEGATIVE_INFINITY;
        if (slot === 'shown' && flood().followsRun) takeClock(follower);
        return;
      case 'events':
        if (slot === 'shown') frames.publish(FLOOD_EVENTS, follower.events);
        return;
      case 'frame':
      case 'impact':
        // While another time is looked at, what comes is not for the eye.
        if (wantedS(slot) >= follower.latestS) showWater(slot);
        if (slot === 'shown' && flood().followsRun && flood().compared !== '')
          showWater('compared');
    }
  }

  const ends = [
    ...slots.map((slot) =>
      watch(
        store,
        (state) => [selectFlood(state)[slot]],
        () => showAll(slot),
      ),
    ),
    watch(
      store,
      (state) => [selectFlood(state).followsRun],
      () => slots.forEach(showWater),
    ),
    store.subscribe(({ clock }, { clock: before }) => {
      if (clock.now === before.now) return;
      const { followsRun, shown } = flood();
      if (!followsRun) slots.forEach(showWater);
      // A person moved the clock: from now on it says what is shown.
      else if (own?.run === shown && clock.mode === 'set' && clock.now !== own.nowMs) {
        change(store, () => ({ followsRun: false }));
      }
    }),
  ];
  slots.forEach(showAll);
  return {
    onNews(run, kind) {
      for (const slot of slots) {
        const follower = flood()[slot] === run ? followerOf(run) : undefined;
        if (follower) showNews(slot, follower, kind);
      }
    },
    stop() {
      for (const end of ends) end();
      for (const slot of slots) seekers[slot].cancel();
    },
  };
}

/** Clears everything from the globe: the city closes. */
export function hideRuns({ frames }: Pick<FloodParts, 'frames'>): void {
  for (const channel of [FLOOD_PLACE, FLOOD_FRAME, FLOOD_STATUS, FLOOD_IMPACT, FLOOD_MAP]) {
    for (const slot of slots) frames.publish(channelOf(slot, channel), undefined);
  }
  frames.publish(FLOOD_EVENTS, []);
}
