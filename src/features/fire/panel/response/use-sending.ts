// Engines that were found for the shown building, with those that are on their way to the shown fire already.

import { useAppState, useAppStore } from '#store/use-store.tsx';
import type { Dispatch } from '../../contract/response.ts';
import type { EngineAtFire } from '../../contract.ts';
import { shownFireOf } from '../../state/clock.ts';
import { sendDispatched } from '../../state/steer.ts';
import { useFireTimeS, useShownFire } from '../use-fire.ts';
import { useDispatch } from './use-response.ts';

export type FoundEngine = Dispatch['engines'][number];

export interface Sending {
  readonly engines: readonly FoundEngine[];
  readonly hasFire: boolean;
  /** Seconds until a sent engine is there, by the clock; undefined where it isn't sent. */
  readonly dueS: (engine: FoundEngine) => number | undefined;
  /** Of the full alarm, not sent yet. */
  readonly unsent: readonly FoundEngine[];
  readonly sentCount: number;
  send(): void;
}

export function useSending(): Sending {
  const store = useAppStore();
  const dispatch = useDispatch();
  const fire = useShownFire();
  const timeS = useFireTimeS();
  const isOfFire = useAppState((state) =>
    shownFireOf(state)?.ignitions.some(({ building }) => building.id === dispatch?.building.id),
  );
  const sent = new Map<string, EngineAtFire>(
    isOfFire ? fire?.engines.map((engine) => [engine.id, engine]) : [],
  );
  const engines = dispatch?.engines ?? [];
  const unsent = engines.filter(({ id, role }) => role !== 'more' && !sent.has(id));
  return {
    engines,
    hasFire: isOfFire === true,
    dueS(engine) {
      const known = sent.get(engine.id);
      return known && known.arriveS - timeS;
    },
    unsent,
    sentCount: engines.filter(({ id }) => sent.has(id)).length,
    send() {
      if (dispatch) sendDispatched(store, { building: dispatch.building, engines: unsent });
    },
  };
}
