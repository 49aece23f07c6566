// The shown release: its zones and, while its cloud drifts, the cloud at the time of the clock.

import type { SessionContext } from '#features/feature.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { FireSmokeWorker, ReleaseQuestion } from '#workers/fire-smoke/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { FIRE_RELEASE, FIRE_RELEASE_REPORT, type ReleaseScenario } from '../../contract/smoke.ts';
import { zonesOf } from '../../contract.ts';
import { shownReleaseOf } from '../../state/releases.ts';
import { weatherAt } from '../../state/weather.ts';
import { selectFire } from '../../state.ts';
import { type SmokeParts, sentenceOf } from './fire-smoke.ts';
import { smokeSessionMessages as messages } from './messages.ts';
import { createPaced } from './paced.ts';

const EVERY_MS = 500;
/** A cloud of gas looks the same a few seconds later. */
const STEP_S = 5;
/** Slower than any wind that is reckoned with carries a cloud out of the formulas. */
const LONGEST_DRIFT_S = 6 * 3600;

export function followReleases(
  { store, frames, problems, signal }: SmokeParts,
  worker: Pick<FireSmokeWorker, 'call'>,
): () => void {
  let asked: readonly unknown[] = [];

  async function ask(): Promise<void> {
    const state = store.getState();
    const release = shownReleaseOf(state);
    if (!release) {
      asked = [];
      hideRelease(frames);
      return;
    }
    const timeS = timeOfRelease(state, release);
    const about = [release, timeS, selectFire(state).stations];
    if (about.every((one, at) => one === asked[at])) return;
    asked = about;
    try {
      const answer = await worker.call('release', questionOf(state, release, timeS), { signal });
      if (signal.aborted || shownReleaseOf(store.getState())?.id !== release.id) return;
      problems.say('release', undefined);
      const owner = drifts(release) ? 'release' : 'blast';
      const other = owner === 'release' ? 'blast' : 'release';
      frames.publish(FIRE_RELEASE_REPORT, answer.report);
      frames.publish(FIRE_RELEASE, answer.frame);
      frames.publish(zonesOf(owner), answer.zones);
      if (frames.peek(zonesOf(other))) frames.publish(zonesOf(other), undefined);
    } catch (error) {
      asked = [];
      if (signal.aborted || error instanceof WorkerDiedError) return;
      problems.say('release', messages.releaseFailed(release.name, sentenceOf(error)));
    }
  }

  const paced = createPaced(EVERY_MS, ask);
  const unwatch = watch(
    store,
    (state) => {
      const release = shownReleaseOf(state);
      return [release, release && timeOfRelease(state, release), selectFire(state).stations];
    },
    paced.poke,
  );
  paced.poke();
  return () => {
    unwatch();
    paced.stop();
  };
}

export function hideRelease(frames: SessionContext['frames']): void {
  const channels = [FIRE_RELEASE, FIRE_RELEASE_REPORT, zonesOf('release'), zonesOf('blast')];
  for (const channel of channels) if (frames.peek(channel)) frames.publish(channel, undefined);
}

/** Whether it is carried by the wind, and so looks different from one moment to the next. */
const drifts = ({ kind }: ReleaseScenario) =>
  kind === 'plume' || kind === 'puff' || kind === 'dense-gas';

/** In steps; −1 before it begins, and no later than when its cloud is gone for certain. */
function timeOfRelease(state: AppState, release: ReleaseScenario): number {
  if (!drifts(release)) return 0;
  const sinceS = (state.clock.now - release.startMs) / 1000;
  if (sinceS < 0) return -1;
  const lastS = release.durationS + LONGEST_DRIFT_S;
  return Math.min(lastS, Math.floor(sinceS / STEP_S) * STEP_S);
}

/** With the wind of the nearest station where it is live; temperature is the station's in any case. */
export function questionOf(
  state: AppState,
  release: ReleaseScenario,
  timeS: number,
): ReleaseQuestion {
  const { speedMs, fromRad, air } = weatherAt(state, release.at);
  const { cloud, stability } = release;
  if (release.wind === 'live') {
    return { release, timeS, wind: { speedMs, fromRad }, air: { ...air, cloud, stability } };
  }
  const given = { ...air, cloud, stability, source: { kind: 'given' } as const };
  return { release, timeS, wind: release.wind, air: given };
}
