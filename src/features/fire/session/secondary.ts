// What a fire in each building would come to in the wind of now, for the risk: computed by a spread worker of its own,
// which ends when it is done, once risk is shown and again when the wind has become another.

import type { SessionContext } from '#features/feature.ts';
import { selectLayer } from '#store/layers.ts';
import { type SpreadWorker, startSpreadWorker } from '#workers/fire-spread/client.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { FIRE_RISK } from '../contract/risk.ts';
import { FIRE_SECONDARY, type SecondaryIgnitions } from '../contract/spread.ts';
import { FIRE } from '../contract.ts';
import { weatherAt } from '../state/weather.ts';
import { createFireProblems } from './problems.ts';
import { secondaryMessages } from './secondary-messages.ts';

export interface SecondaryWorld {
  readonly startWorker: () => SpreadWorker;
  readonly now: () => number;
  /** How often it is looked whether there is anything to do. */
  readonly lookEveryMs: number;
  /** How long a station is waited for before light air is assumed. */
  readonly patienceMs: number;
  /** Least time from one computation to the next. */
  readonly againMs: number;
}

const world: SecondaryWorld = {
  ...{ startWorker: startSpreadWorker, now: Date.now },
  ...{ lookEveryMs: 5000, patienceMs: 30_000, againMs: 600_000 },
};

const WITHIN_S = 3600;
/** Between two winds as arrows; below it a fire comes to nearly the same. */
const OTHER_WIND_MS = 2;

type Wind = SecondaryIgnitions['wind'];

export const followSecondary = (context: SessionContext, signal: AbortSignal) =>
  startSecondary(context, signal, world);

export function startSecondary(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, lookEveryMs, patienceMs, againMs }: SecondaryWorld,
): (() => void) | undefined {
  const { city } = store.getState();
  if (!city?.manifest.layers.some(({ kind }) => kind === 'buildings')) return undefined;
  const files = townFilesOf(city.manifest, city.baseUrl);
  const [west, south, east, north] = city.manifest.boundsDeg;
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const problems = createFireProblems(store, 'secondary', now);
  let known: (Wind & { readonly isHeard: boolean }) | undefined;
  let wantedMs: number | undefined;
  let notBeforeMs = Number.NEGATIVE_INFINITY;
  let isComputing = false;

  async function compute(wind: Wind, isHeard: boolean): Promise<void> {
    isComputing = true;
    notBeforeMs = now() + againMs;
    const worker = startWorker();
    try {
      await worker.call('open', { city: files }, { signal });
      const wanted = { wind, withinS: WITHIN_S };
      for await (const { result } of worker.stream('secondary', wanted, { signal })) {
        if (!result || signal.aborted) continue;
        known = { ...wind, isHeard };
        frames.publish(FIRE_SECONDARY, result);
        problems.say('run', undefined);
      }
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      problems.say('run', secondaryMessages.failed(reason));
    } finally {
      worker.close();
      isComputing = false;
    }
  }

  function look(): void {
    const state = store.getState();
    if (isComputing || !selectLayer(FIRE)(state).on || !frames.peek(FIRE_RISK)) return;
    wantedMs ??= now();
    const { speedMs, fromRad, air } = weatherAt(state, middle);
    const isHeard = air.source.kind === 'station';
    if (!isHeard && (known || now() - wantedMs < patienceMs)) return;
    const isFirstHeard = isHeard && known?.isHeard === false;
    if (!isFirstHeard && now() < notBeforeMs) return;
    if (!isFirstHeard && known && apartMs(known, { speedMs, fromRad }) < OTHER_WIND_MS) return;
    void compute({ speedMs, fromRad }, isHeard);
  }

  const timer = setInterval(look, lookEveryMs);
  look();
  return () => {
    clearInterval(timer);
    problems.clearAll();
    frames.publish(FIRE_SECONDARY, undefined);
  };
}

function apartMs(one: Wind, other: Wind): number {
  const x = one.speedMs * Math.sin(one.fromRad) - other.speedMs * Math.sin(other.fromRad);
  const y = one.speedMs * Math.cos(one.fromRad) - other.speedMs * Math.cos(other.fromRad);
  return Math.hypot(x, y);
}
