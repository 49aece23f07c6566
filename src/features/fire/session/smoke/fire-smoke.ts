// Smoke of the shown fire: what burns at the shown time is handed to the worker at most twice a second.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import type { BurningNow, FireSmokeWorker, SmokeQuestion } from '#workers/fire-smoke/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { FIRE_SMOKE, FIRE_SMOKE_REPORT } from '../../contract/smoke.ts';
import {
  FIRE_MOMENT,
  FIRE_SPREAD,
  type FireMoment,
  type FireSpread,
} from '../../contract/spread.ts';
import { type FireScenario, zonesOf } from '../../contract.ts';
import { shownFireOf } from '../../state/clock.ts';
import { selectFire } from '../../state.ts';
import type { FireProblems } from '../problems.ts';
import { smokeSessionMessages as messages } from './messages.ts';
import { createPaced } from './paced.ts';

export interface SmokeParts extends Pick<SessionContext, 'store' | 'frames'> {
  readonly problems: FireProblems;
  readonly signal: AbortSignal;
}

const EVERY_MS = 500;
/** Below, smoke leaves cold: a room that has not flashed over, embers. */
const SMOULDERING_KW = 500;
/** Of the peak: what burns down. */
const SMOULDERING_SHARE = 0.1;
const zones = zonesOf('smoke');

export function followFireSmoke(
  { store, frames, problems, signal }: SmokeParts,
  worker: Pick<FireSmokeWorker, 'call'>,
): () => void {
  let asked: readonly unknown[] = [];

  async function ask(): Promise<void> {
    const state = store.getState();
    const fire = shownFireOf(state);
    const moment = frames.peek<FireMoment>(FIRE_MOMENT);
    if (!fire || moment?.scenario !== fire.id) {
      asked = [];
      hideFireSmoke(frames, fire?.id);
      return;
    }
    const { air, band } = selectFire(state).look;
    const quantity = air === 'none' ? 'particles' : air;
    const spread = frames.peek<FireSpread>(FIRE_SPREAD);
    const { wind, startMs } = fire;
    const about = [fire.id, moment, spread, wind, fire.air, startMs, quantity, band];
    if (about.every((one, at) => one === asked[at])) return;
    asked = about;
    const question = questionOf(fire, moment, spread?.scenario === fire.id ? spread : undefined);
    try {
      const answer = await worker.call('smoke', { ...question, quantity, band }, { signal });
      if (signal.aborted || shownFireOf(store.getState())?.id !== fire.id) return;
      problems.say('fire', undefined);
      frames.publish(FIRE_SMOKE, answer.frame);
      frames.publish(FIRE_SMOKE_REPORT, answer.report);
      frames.publish(zones, answer.zones);
    } catch (error) {
      asked = [];
      if (signal.aborted || error instanceof WorkerDiedError) return;
      problems.say('fire', messages.smokeFailed(sentenceOf(error)));
    }
  }

  const paced = createPaced(EVERY_MS, ask);
  const ends = [
    frames.subscribe((channel) => channel === FIRE_MOMENT && paced.poke()),
    watch(
      store,
      (state) => {
        const { look, scenarios, shown } = selectFire(state);
        return [look.air, look.band, scenarios, shown];
      },
      paced.poke,
    ),
    paced.stop,
  ];
  paced.poke();
  return () => {
    for (const end of ends) end();
  };
}

/** Forgets what is drawn, unless it is of the fire `but`: until its first moment comes, its last picture stays. */
export function hideFireSmoke(frames: SessionContext['frames'], but = ''): void {
  const known = frames.peek<{ of: string }>(FIRE_SMOKE_REPORT);
  if (!known || known.of === but) return;
  for (const channel of [FIRE_SMOKE, FIRE_SMOKE_REPORT, zones]) frames.publish(channel, undefined);
}

export function questionOf(
  { id, startMs, wind, air }: FireScenario,
  { timeS, burning, heatKW }: FireMoment,
  spread: FireSpread | undefined,
): Omit<SmokeQuestion, 'quantity' | 'band'> {
  const now: BurningNow = {
    index: burning,
    heatKW,
    sinceS: Float32Array.from(burning, (index) => spread?.ignitionS[index] ?? 0),
    isSmouldering: Uint8Array.from(burning, (index, at) => {
      const least = Math.max(SMOULDERING_KW, SMOULDERING_SHARE * (spread?.peakKW[index] ?? 0));
      return heatKW[at]! < least ? 1 : 0;
    }),
  };
  return { of: id, startMs, timeS, burning: now, wind, air };
}

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
