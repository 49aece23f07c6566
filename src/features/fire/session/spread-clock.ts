// What burns at the time of the clock: at most five times a second, of the shown fire, without asking the worker.

import type { SessionContext } from '#features/feature.ts';
import type { Frames } from '#scene/frames.ts';
import {
  FIRE_ENSEMBLE,
  FIRE_MOMENT,
  FIRE_PLACES,
  FIRE_SPREAD,
  type FireMoment,
  type FireSpread,
  SECOND_SPREAD,
  SECOND_ZONES,
} from '../contract/spread.ts';
import { FIRE_STATUS, zonesOf } from '../contract.ts';
import { isDayAt, momentAt } from '../kernel/moment.ts';
import { shownFireOf, timeOf } from '../state/clock.ts';

const SPACING_MS = 200;

export function publishMoments({
  store,
  frames,
}: Pick<SessionContext, 'store' | 'frames'>): () => void {
  let last: { readonly spread: FireSpread; readonly timeS: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isResting = false;

  function publish(): void {
    const state = store.getState();
    const fire = shownFireOf(state);
    const spread = frames.peek<FireSpread>(FIRE_SPREAD);
    const timeS = timeOf(state);
    if (!fire || timeS === undefined || spread?.scenario !== fire.id) {
      if (frames.peek<FireMoment>(FIRE_MOMENT)) frames.publish(FIRE_MOMENT, undefined);
      last = undefined;
      return;
    }
    if (last?.spread === spread && last.timeS === timeS) return;
    if (isResting) return;
    last = { spread, timeS };
    const [longitude = 0] = fire.ignitions[0]?.building.at ?? [];
    const isDay = isDayAt(fire.startMs + timeS * 1000, longitude);
    frames.publish(FIRE_MOMENT, momentAt(spread, timeS, isDay));
    isResting = true;
    timer = setTimeout(() => {
      isResting = false;
      publish();
    }, SPACING_MS);
  }

  const unsubscribe = store.subscribe(publish);
  const unlisten = frames.subscribe((channel) => {
    if (channel === FIRE_SPREAD) publish();
  });
  publish();
  return () => {
    unsubscribe();
    unlisten();
    clearTimeout(timer);
  };
}

export function hideSpread(frames: Frames): void {
  const channels = [
    FIRE_SPREAD,
    SECOND_SPREAD,
    SECOND_ZONES,
    FIRE_MOMENT,
    FIRE_PLACES,
    FIRE_ENSEMBLE,
  ];
  for (const channel of [...channels, FIRE_STATUS, zonesOf('spread')]) {
    if (frames.peek(channel) !== undefined) frames.publish(channel, undefined);
  }
}
