// Keeps the readings that the charts draw: fetched whole when what is charted changes, then continued.

import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { FeedWorker } from '#workers/feed/client.ts';
import { SENSOR_SERIES, SENSORS, type SensorSeries, type SeriesFrame } from '../contract.ts';
import { findChartedRow, findSensor, rowsOf } from '../kernel/columns.ts';
import { appendReadings, spanMs, thinning } from '../kernel/series.ts';
import { MOST_CHARTED, report, selectSensors } from '../state.ts';
import type { Desk } from './desk.ts';
import type { FeedParts } from './world.ts';

/** How often what is drawn is continued. */
const STEP_MS = 2000;
/** A jump of the clock by more than this share of the span is a new chart. */
const JUMP_SHARE = 0.5;
const LATE_MS = 10_000;

interface Wanted {
  /** Numbers of the datastreams. */
  readonly numbers: readonly number[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly everyS: number;
  readonly isZoomed: boolean;
}

/** Starts keeping; returns how to stop. */
export function keepCharts(
  worker: FeedWorker,
  desk: Desk,
  { store, frames }: FeedParts,
  signal: AbortSignal,
): () => void {
  let kept: SeriesFrame | undefined;
  let keptNumbers = '';
  let isBusy = false;
  let isWanted = false;

  async function renew(): Promise<void> {
    isWanted = true;
    if (isBusy) return;
    isBusy = true;
    while (isWanted && !signal.aborted) {
      isWanted = false;
      const wanted = wantedOf(store.getState(), desk);
      try {
        await bring(wanted);
        report(store, { isSeriesLoading: false, seriesFailure: undefined });
      } catch (error) {
        if (signal.aborted) break;
        const seriesFailure = error instanceof Error ? error.message : String(error);
        report(store, { isSeriesLoading: false, seriesFailure });
      }
    }
    isBusy = false;
  }

  async function bring(wanted: Wanted): Promise<void> {
    const numbers = wanted.numbers.join();
    if (wanted.numbers.length === 0) {
      kept = undefined;
      keptNumbers = '';
      frames.publish(SENSOR_SERIES, undefined);
      return;
    }
    const continues = numbers === keptNumbers && kept !== undefined && isContinued(kept, wanted);
    if (continues && wanted.isZoomed) return;
    if (!continues) report(store, { isSeriesLoading: true });
    const fromMs = continues && kept ? continuedFrom(kept) : wanted.fromMs;
    const history = await worker.call(
      'history',
      {
        datastreams: wanted.numbers,
        fromMs,
        toMs: wanted.toMs + 1,
        ...(wanted.everyS > 0 && { everyS: wanted.everyS }),
      },
      { signal },
    );
    const series = new Map<number, SensorSeries>();
    for (const { datastream, ...part } of history) {
      const before = continues ? kept?.series.get(datastream) : undefined;
      series.set(datastream, before ? appendReadings(before, part, wanted.fromMs) : part);
    }
    kept = { fromMs: wanted.fromMs, toMs: wanted.toMs, everyS: wanted.everyS, series };
    keptNumbers = numbers;
    frames.publish(SENSOR_SERIES, kept);
  }

  const timer = setInterval(() => {
    if (kept && !kept.series.keys().next().done) void renew();
  }, STEP_MS);
  const unwatch = watch(
    store,
    (state) => {
      const { charted, span, zoom } = selectSensors(state);
      const { mode } = state.clock;
      return [charted, span, zoom, state.selection, mode];
    },
    () => void renew(),
  );
  void renew();
  return () => {
    clearInterval(timer);
    unwatch();
    frames.publish(SENSOR_SERIES, undefined);
  };
}

function wantedOf(state: AppState, { columns }: Desk): Wanted {
  const { charted, span, zoom } = selectSensors(state);
  const selected = state.selection
    .filter(({ feature }) => feature === SENSORS)
    .slice(0, MOST_CHARTED)
    .flatMap(({ id }) => {
      const sensor = findSensor(columns, id);
      return sensor === undefined ? [] : rowsOf(columns, sensor);
    });
  const compared = charted.flatMap((id) => findChartedRow(columns, id) ?? []);
  const rows = [...new Set([...compared, ...selected])];
  const intervalS = Math.min(...rows.map((row) => columns.rows.intervalS[row] ?? 1));
  const { now } = state.clock;
  const range = zoom ?? { fromMs: now - spanMs[span], toMs: now };
  return {
    ...range,
    numbers: rows.map((row) => columns.rows.number[row] ?? 0),
    everyS: thinning(range.toMs - range.fromMs, intervalS),
    isZoomed: zoom !== undefined,
  };
}

function isContinued(kept: SeriesFrame, wanted: Wanted): boolean {
  const span = wanted.toMs - wanted.fromMs;
  return (
    kept.everyS === wanted.everyS &&
    Math.abs(span - (kept.toMs - kept.fromMs)) < 1 &&
    wanted.toMs >= kept.toMs &&
    wanted.toMs - kept.toMs < span * JUMP_SHARE
  );
}

/** From where series are continued: thinned ones by their whole last bucket, with room for what came late. */
const continuedFrom = ({ toMs, everyS }: SeriesFrame): number => toMs - everyS * 1000 - LATE_MS;
