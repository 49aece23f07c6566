// Live floods: follows the city's gauges, shows residuals, restarts the forecast every few minutes while its gauges
// speak. A gauge is silent after three of its intervals; while all that drive are, the last forecast stays.

import type { SessionContext } from '#features/feature.ts';
import { WATER_READINGS, type WaterReading } from '#model/water-reading.ts';
import { presentOf } from '#store/clock.ts';
import { watch } from '#store/watch.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import { FLOOD_LIVE, type LiveDesk, type LiveGauge, type LiveSettings } from '../contract/live.ts';
import { FLOOD_LINE } from '../contract.ts';
import { meanRain, placeOf } from '../kernel/live/live-sources.ts';
import { levelAt, Residuals } from '../kernel/live/residuals.ts';
import { forgetRun } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { type Forecast, forecast, levelGauges, stands } from './live-forecast.ts';
import { LiveHistory } from './live-history.ts';
import { readPast } from './live-record.ts';
import { createWaterRecord } from './water-record.ts';

const LOOK_MS = 1000;
const COMPARE_MS = 15_000;
/** What speaks of later than this is a forecast, no reading. */
const AHEAD_MS = 60_000;

const usual: LiveSettings = {
  ...{ river: '', tide: '', usesRain: true, everyS: 300, horizonS: 3 * 3600, spinUpS: 3600 },
};

export function followLive(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  now: () => number = Date.now,
  recordOf: typeof createWaterRecord = createWaterRecord,
): () => void {
  const history = new LiveHistory();
  let residuals = new Map<string, Residuals>();
  let simulated = new Map<string, number | undefined>();
  let current: Forecast | undefined;
  let before: string | undefined;
  let comparedAt = Number.NEGATIVE_INFINITY;
  let city = store.getState().city;
  /** Of the start whose past is being read. */
  let reading: AbortController | undefined;
  let desk: LiveDesk = {
    ...{ phase: 'off', settings: usual, gauges: [], run: '', restarts: 0, restartedMs: Number.NaN },
    startMs: Number.NaN,
    ...{ rain: { fresh: 0, all: 0, meanMs: Number.NaN }, silent: [] },
    start(settings) {
      end();
      change({ phase: 'running', settings });
      void readBefore(settings);
      look();
    },
    stop() {
      end();
      change({ phase: 'off', run: '', silent: [] });
    },
  };

  const change = (part: Partial<LiveDesk>): void => {
    desk = { ...desk, ...part };
    frames.publish(FLOOD_LIVE, desk);
  };
  const present = () => presentOf(store.getState().clock, now());

  async function readBefore({ spinUpS }: LiveSettings): Promise<void> {
    if (!city || spinUpS <= 0) return;
    const own = new AbortController();
    reading = own;
    const toMs = present();
    const span = { fromMs: toMs - spinUpS * 1000, toMs };
    const record = recordOf(new URL(city.baseUrl).origin, city.manifest.id);
    let problem: string | undefined;
    try {
      history.fill(await readPast(record, span, AbortSignal.any([signal, own.signal])));
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    if (reading !== own) return;
    reading = undefined;
    if (problem !== undefined) change({ recordProblem: problem });
    look();
  }

  /** The forecast that is there stays to be looked at. */
  function end(): void {
    reading?.abort();
    reading = undefined;
    const { recordProblem: _, ...rest } = desk;
    desk = rest;
    current = undefined;
    before = undefined;
    residuals = new Map();
    simulated = new Map();
  }

  function look(): void {
    if (signal.aborted) return;
    if (store.getState().city !== city) {
      city = store.getState().city;
      history.clear();
      desk.stop();
    }
    const nowMs = present();
    const said = frames.peek<readonly WaterReading[]>(WATER_READINGS) ?? [];
    const readings = said.filter(({ timeMs }) => !(timeMs > nowMs + AHEAD_MS));
    history.take(readings, nowMs);
    if (desk.phase !== 'off' && !reading) keepForecast(readings, nowMs);
    void compare(readings, nowMs);
    change({ gauges: levelGauges(readings).map(toGauge), rain: meanRain(readings) });
  }

  function keepForecast(readings: readonly WaterReading[], nowMs: number): void {
    const { runs } = selectFlood(store.getState());
    // A person took the forecast away.
    if (current && !runs.some(({ id }) => id === current?.run)) {
      desk.stop();
      return;
    }
    if (before !== undefined && current && stands(store, current.run)) {
      forgetRun(store, before);
      before = undefined;
    }
    const { settings } = desk;
    const driving = levelGauges(readings).filter(
      ({ sensor }) => sensor === settings.river || sensor === settings.tide,
    );
    const silent = driving.filter(({ isStale }) => isStale).map(({ name }) => name);
    const hasRain = settings.usesRain && meanRain(readings).fresh > 0;
    const speaks = driving.length > silent.length || (driving.length === 0 && hasRain);
    change({ phase: speaks ? 'running' : 'stale', silent });
    const isDue = !current || nowMs - desk.restartedMs >= settings.everyS * 1000;
    // The one before is still being prepared: it is gone on from when it stands.
    const isReady = !current || (stands(store, current.run) && before === undefined);
    if (!speaks || !isDue || !isReady) return;
    const next = forecast({ store, history, settings, readings, nowMs }, current);
    if (!next) return;
    before = current?.run;
    current = next;
    change({ run: next.run, restarts: next.restarts, restartedMs: nowMs, startMs: next.startMs });
  }

  async function compare(readings: readonly WaterReading[], nowMs: number): Promise<void> {
    const line = frames.peek<FloodLine>(FLOOD_LINE);
    const { startMs, run } = current ?? {};
    if (!line || run === undefined || startMs === undefined || !stands(store, run)) return;
    if (now() - comparedAt < COMPARE_MS) return;
    comparedAt = now();
    const gauges = levelGauges(readings);
    // In the first half of what is computed before now the waters settle.
    const settledS = (current?.spunUpS ?? 0) / 2;
    const points = gauges.map(placeOf);
    try {
      const series = await line.call('series', { run, points, lines: [] }, { signal });
      if (current?.run !== run) return;
      gauges.forEach((gauge, row) => {
        const level = series.levelM[row] ?? new Float32Array();
        const depth = series.depthM[row] ?? new Float32Array();
        const at = levelAt(series.timeS, level, depth, (nowMs - startMs) / 1000);
        simulated.set(gauge.sensor, at);
        const record = residuals.get(gauge.sensor) ?? new Residuals();
        residuals.set(gauge.sensor, record);
        for (const [timeS, value] of history.of(gauge.sensor, startMs)) {
          const timeMs = startMs + timeS * 1000;
          if (timeS < settledS || timeMs <= record.lastMs) continue;
          const then = levelAt(series.timeS, level, depth, timeS);
          if (then !== undefined) record.add(timeMs, value - then);
        }
      });
    } catch {
      // The worker died or the run is being replaced: the next look asks again.
    }
  }

  function toGauge(reading: WaterReading): LiveGauge {
    const level = simulated.get(reading.sensor);
    const rmsM = residuals.get(reading.sensor)?.rmsM;
    return {
      reading,
      ...(level !== undefined && { simulatedM: level }),
      ...(level !== undefined && !reading.isStale && { residualM: reading.value - level }),
      ...(rmsM !== undefined && { rmsM }),
    };
  }

  const timer = setInterval(look, LOOK_MS);
  const unwatch = watch(store, (state) => [state.city], look);
  look();
  return () => {
    clearInterval(timer);
    unwatch();
    frames.publish(FLOOD_LIVE, undefined);
  };
}
