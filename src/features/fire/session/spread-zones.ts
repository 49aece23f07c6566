// Outlines of what burns at the shown time and of what will soon, of the shown fire and of the one it is compared with:
// asked for when a minute of the fire has gone by or it was computed anew, one question at a time.

import type { SpreadWorker } from '#workers/fire-spread/client.ts';
import {
  FIRE_MOMENT,
  FIRE_SPREAD,
  type FireMoment,
  type FireSpread,
  SECOND_SPREAD,
  SECOND_ZONES,
} from '../contract/spread.ts';
import { type HazardZones, zonesOf } from '../contract.ts';
import type { SpreadParts } from './spread-fires.ts';

const STEP_S = 60;
const SPACING_MS = 1000;

type Parts = Pick<SpreadParts, 'frames'>;

export function followZones(parts: Parts, worker: SpreadWorker): () => void {
  const ends = [
    followZonesOf(parts, worker, FIRE_SPREAD, zonesOf('spread')),
    followZonesOf(parts, worker, SECOND_SPREAD, SECOND_ZONES),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** `of` and `to`: the channels of a spread and of its outlines. */
function followZonesOf({ frames }: Parts, worker: SpreadWorker, of: string, to: string) {
  const life = new AbortController();
  let told: { readonly spread: FireSpread; readonly timeS: number } | undefined;
  let isAsking = false;

  function wanted(): typeof told {
    const moment = frames.peek<FireMoment>(FIRE_MOMENT);
    const shown = frames.peek<FireSpread>(FIRE_SPREAD);
    const spread = frames.peek<FireSpread>(of);
    if (!moment || !spread || moment.scenario !== shown?.scenario) return undefined;
    return { spread, timeS: Math.floor(moment.timeS / STEP_S) * STEP_S };
  }

  async function ask(): Promise<void> {
    const next = wanted();
    if (!next) {
      told = undefined;
      if (frames.peek<HazardZones>(to)) frames.publish(to, undefined);
      return;
    }
    if (isAsking || (told?.spread === next.spread && told.timeS === next.timeS)) return;
    isAsking = true;
    told = next;
    try {
      const { spread, timeS } = next;
      const params = { scenario: spread.scenario, timeS };
      const zones = await worker.call('zones', params, { signal: life.signal });
      if (wanted()?.spread.scenario === spread.scenario) frames.publish(to, zones);
      await new Promise((resolve) => setTimeout(resolve, SPACING_MS));
    } catch {
      // The next minute's outlines come, from this worker or the next.
    }
    isAsking = false;
    if (!life.signal.aborted) void ask();
  }

  const unlisten = frames.subscribe((channel) => {
    if (channel === FIRE_MOMENT || channel === FIRE_SPREAD || channel === of) void ask();
  });
  void ask();
  return () => {
    unlisten();
    life.abort();
  };
}
