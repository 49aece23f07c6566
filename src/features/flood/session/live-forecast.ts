// The run of the live forecast: begun once, then again every few minutes from where the last one was begun, so that the
// time between is computed anew with what the gauges said meanwhile. The old run goes when the new one stands.

import type { CityManifest } from '#contract/city-package.ts';
import type { WaterReading } from '#model/water-reading.ts';
import { showLayer } from '#store/layers.ts';
import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { LiveSettings } from '../contract/live.ts';
import { FLOOD, type FloodScenario, type FloodSource } from '../contract.ts';
import { boundsFor } from '../kernel/bounds.ts';
import { type Observed, trendOf } from '../kernel/live/forecast-series.ts';
import { placeOf, rainOf, stageOf } from '../kernel/live/live-sources.ts';
import { messages } from '../panel/live/messages.ts';
import { change } from '../state/change.ts';
import { type FloodRun, selectFlood } from '../state.ts';
import type { LiveHistory } from './live-history.ts';

export interface Forecast {
  readonly run: string;
  readonly startMs: number;
  /** When the run was begun, s since `startMs`: what the next one goes on from. */
  readonly begunS: number;
  /** Levels at the start: they stay, so that the river that lies there stays at rest. */
  readonly firstM: ReadonlyMap<string, number>;
  readonly place: Pick<FloodScenario, 'boundsDeg' | 'cellM'>;
  readonly scenario: string;
  readonly restarts: number;
  /** So much of it lies before the time that the forecast began (s). */
  readonly spunUpS: number;
}

interface Inputs {
  readonly store: AppStore;
  readonly history: LiveHistory;
  readonly settings: LiveSettings;
  readonly readings: readonly WaterReading[];
  readonly nowMs: number;
}

/** Undefined where no gauge has said anything yet. `before` goes on; without it a new forecast begins now. */
export function forecast(inputs: Inputs, before: Forecast | undefined): Forecast | undefined {
  const { store, history, settings, readings, nowMs } = inputs;
  const { manifest } = store.getState().city ?? {};
  if (!manifest) return undefined;
  const driving = levelGauges(readings).filter(
    ({ sensor }) => sensor === settings.river || sensor === settings.tide,
  );
  const startMs = before?.startMs ?? Math.round(beginOf(inputs, driving));
  const begunS = Math.max(0, (nowMs - startMs) / 1000);
  const gauges = levelGauges(readings);
  const firstM =
    before?.firstM ??
    new Map(driving.map((gauge) => [gauge.sensor, levelAtStart(gauge, history, startMs)]));
  const sources = sourcesOf(inputs, driving, firstM, startMs);
  if (sources.length === 0) return undefined;
  const place = before?.place ?? placeFor(gauges, driving, manifest);
  const scenario: FloodScenario = {
    ...{ id: before?.scenario ?? newId(), name: nameOf(store), hazard: 'river' },
    ...{ startMs, durationS: Math.ceil((begunS + settings.horizonS) / 60) * 60, ...place },
    ...{ scheme: 'auto', backend: 'auto', sources, structures: [], buildings: 'walls' },
    ...{ sillM: 0.3, ground: { kind: 'none' }, hasSewers: false, roughnessFactor: 1 },
  };
  const run: FloodRun = {
    ...{ id: newId(), scenario, wanted: 'go', pace: Number.POSITIVE_INFINITY },
    ...(before ? { from: { run: before.run, timeS: before.begunS } } : {}),
  };
  addRun(store, run, before?.run);
  const restarts = before ? before.restarts + 1 : 0;
  const spunUpS = before?.spunUpS ?? begunS;
  return { run: run.id, startMs, begunS, firstM, place, scenario: scenario.id, restarts, spunUpS };
}

/** A record that begins so much later than it was asked for is none of that time. */
const LATE_S = 900;

/** Before now, where the record of a gauge that drives reaches back there; else now. */
function beginOf({ history, settings, nowMs }: Inputs, driving: readonly WaterReading[]): number {
  const wishedMs = nowMs - settings.spinUpS * 1000;
  const isKnown = driving.some(({ sensor }) => {
    const first = history.of(sensor, wishedMs).find(([timeS]) => timeS >= 0);
    return first !== undefined && first[0] <= LATE_S;
  });
  return settings.spinUpS > 0 && isKnown ? wishedMs : nowMs;
}

/** What the gauge said then: the first since, else the last before, else what it says now. */
function levelAtStart(
  { sensor, value }: WaterReading,
  history: LiveHistory,
  startMs: number,
): number {
  const said = history.of(sensor, startMs);
  const since = said.find(([timeS]) => timeS >= 0);
  return (
    (since && since[0] <= LATE_S ? since[1] : undefined) ??
    said.findLast(([timeS]) => timeS < 0)?.[1] ??
    value
  );
}

export const levelGauges = (readings: readonly WaterReading[]): WaterReading[] =>
  readings.filter(
    ({ kind, property }) => property === 'waterLevel' && (kind === 'river' || kind === 'tide'),
  );

function sourcesOf(
  { history, settings, readings, store }: Inputs,
  driving: readonly WaterReading[],
  firstM: ReadonlyMap<string, number>,
  startMs: number,
): FloodSource[] {
  const sources = driving.flatMap((gauge): FloodSource[] => {
    const said = history.of(gauge.sensor, startMs);
    const first = firstM.get(gauge.sensor);
    const since: Observed = said.filter(([timeS]) => timeS > 0);
    const known: Observed = first === undefined ? since : [[0, first], ...since];
    // A silent gauge holds what it said last.
    const trend = gauge.isStale ? 0 : trendOf(said);
    const stage = stageOf(gauge, known, settings.horizonS, trend);
    return stage ? [stage] : [];
  });
  if (!settings.usesRain || !readings.some(({ kind }) => kind === 'rain')) return sources;
  const rain = rainOf(rainName(store), sinceStart(history.rain(startMs)), settings.horizonS);
  return rain ? [...sources, rain] : sources;
}

/** Rain before the start is over; what falls at the start is what was said last. */
function sinceStart(observed: Observed): Observed {
  const since = observed.filter(([timeS]) => timeS >= 0);
  const last = observed[observed.length - 1];
  return since.length > 0 || !last ? since : [[0, last[1]]];
}

/** Around all gauges of the waters that are driven; the city's ground is cut to it. */
function placeFor(
  gauges: readonly WaterReading[],
  driving: readonly WaterReading[],
  manifest: CityManifest,
) {
  const kinds = new Set(driving.map(({ kind }) => kind));
  const places = gauges.filter(({ kind }) => kinds.has(kind)).map(placeOf);
  return boundsFor(places, 'river', manifest);
}

/** Takes the place of the forecast before it where that is shown; a person who looks at another run goes on so. */
function addRun(store: AppStore, run: FloodRun, before: string | undefined): void {
  showLayer(store, FLOOD, true);
  change(store, ({ runs, shown }) => ({
    runs: [...runs, run],
    ...(before === undefined || shown === before || shown === ''
      ? { shown: run.id, compared: '' }
      : {}),
    ...(before === undefined ? { followsRun: false } : {}),
  }));
}

/** Whether a run is ready to be gone on from: then the one before it is no longer needed. */
export const stands = (store: AppStore, run: string): boolean => {
  const phase = selectFlood(store.getState()).status[run]?.phase;
  return phase === 'running' || phase === 'done' || phase === 'paused';
};

const nameOf = (store: AppStore) => messages.runName[store.getState().preferences.language];
const rainName = (store: AppStore) => messages.rainName[store.getState().preferences.language];
