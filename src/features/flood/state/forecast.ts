// A forecast that others made drives a flood: each of its series at a place, a run that begins at once.

import type { Text } from '#model/text.ts';
import type { WaterReading } from '#model/water-reading.ts';
import { presentOf } from '#store/clock.ts';
import { showLayer } from '#store/layers.ts';
import { newId } from '#store/new-id.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { CityWaters } from '../contract/city-waters.ts';
import {
  FLOOD,
  type FloodSource,
  type HazardKind,
  type PlaceDeg,
  type TimeSeries,
} from '../contract.ts';
import { boundsFor } from '../kernel/bounds.ts';
import { crossAt } from '../kernel/live/live-sources.ts';
import type { SeriesQuantity } from '../kernel/series/quantities.ts';
import { courseFrom } from '../kernel/series/to-boundary.ts';
import { forecastMessages as messages } from '../messages/forecast.ts';
import { selectFlood } from '../state.ts';
import { change } from './change.ts';
import { newScenario } from './new-scenario.ts';
import { placesOf } from './parts.ts';
import { offShore } from './presets.ts';
import { startRun } from './runs.ts';

/** Where a series can act. */
export interface ForecastPlace {
  readonly id: string;
  readonly name: Text;
  /** Each gets a part of its own; none: everywhere. */
  readonly lines: readonly (readonly PlaceDeg[])[];
  readonly isSea?: boolean;
}

/** Gauges first, then what the city's waters say; of rain everywhere. */
export function forecastPlaces(
  quantity: SeriesQuantity,
  waters: CityWaters | undefined,
  readings: readonly WaterReading[],
): readonly ForecastPlace[] {
  if (quantity === 'rain') return [{ id: 'everywhere', name: messages.everywhere, lines: [] }];
  const stations = waters?.stations ?? [];
  const inlet = stations.slice(-2).map(({ place }) => place);
  const rivers: ForecastPlace[] =
    inlet.length === 2 ? [{ id: 'inlet', name: messages.inlet, lines: [inlet] }] : [];
  const gauges = gaugePlaces(readings);
  if (quantity === 'flow') return [...rivers, ...gauges.filter(({ isSea }) => !isSea)];
  const coast = (waters?.levees ?? []).filter(({ bank }) => bank === 'coast');
  const sea: ForecastPlace[] =
    coast.length > 0
      ? [
          {
            id: 'sea',
            name: messages.sea,
            isSea: true,
            lines: coast.map((wall) => offShore(wall, stations)),
          },
        ]
      : [];
  return [...gauges, ...sea, ...rivers];
}

function gaugePlaces(readings: readonly WaterReading[]): ForecastPlace[] {
  return readings.flatMap((reading): ForecastPlace[] => {
    const { kind, property, sensor, name } = reading;
    if (property !== 'waterLevel' || (kind !== 'river' && kind !== 'tide')) return [];
    const isSea = kind === 'tide';
    return [
      { id: `gauge-${sensor}`, name: { en: name, zh: name }, lines: [crossAt(reading)], isSea },
    ];
  });
}

/** One series with its place; s since `startMs` of the forecast, m, m³/s or mm/h. */
export interface PlacedSeries {
  readonly quantity: SeriesQuantity;
  readonly name: string;
  readonly course: TimeSeries;
  readonly lines: readonly (readonly PlaceDeg[])[];
  readonly isSea?: boolean;
}

export interface Forecast {
  readonly name: string;
  readonly startMs: number;
  /** When the run begins: what is before it is left out. */
  readonly beginMs: number;
  readonly series: readonly PlacedSeries[];
}

/** Undefined without a city or a series. */
export function forecastScenario(state: AppState, forecast: Forecast) {
  const { startMs, beginMs } = forecast;
  const fromS = (beginMs - startMs) / 1000;
  const parts = forecast.series.flatMap((series) => toParts(series, fromS));
  const hazard = hazardOf(forecast.series);
  const scenario = newScenario(state, hazard, forecast.name, parts);
  const manifest = state.city?.manifest;
  if (!scenario || !manifest || parts.length === 0) return undefined;
  // A river's flood goes down all of the river, wherever its gauge stands.
  const river = hazard === 'river' ? (selectFlood(state).waters?.stations ?? []) : [];
  const places = [...parts.flatMap(placesOf), ...river.map(({ place }) => place)];
  const endS = Math.max(...forecast.series.map(({ course }) => course.at(-1)?.[0] ?? 0)) - fromS;
  return {
    ...{ ...scenario, ...boundsFor(places, hazard, manifest) },
    ...{ startMs: Math.round(beginMs), durationS: Math.max(60, Math.ceil(endS)) },
  };
}

/** Runs at once; false where there is nothing to run. */
export function startForecast(store: AppStore, forecast: Forecast): boolean {
  const scenario = forecastScenario(store.getState(), forecast);
  if (!scenario) return false;
  showLayer(store, FLOOD, true);
  startRun(store, scenario);
  return true;
}

/** Keeps a table while the page is open: who goes to draw comes back to it. */
export const paste = (store: AppStore, text: string, from = '', gauge = ''): void =>
  change(store, () => ({ pasted: { text, from, gauge } }));

export const presentMs = (state: AppState): number => presentOf(state.clock, Date.now());

function hazardOf(series: readonly PlacedSeries[]): HazardKind {
  const waters = series.filter(({ quantity }) => quantity !== 'rain');
  if (waters.length === 0) return 'rain';
  return waters.every(({ isSea }) => isSea) ? 'surge' : 'river';
}

function toParts({ quantity, name, course, lines }: PlacedSeries, fromS: number): FloodSource[] {
  const series = courseFrom(course, fromS);
  const base = () => ({ id: newId(), name });
  switch (quantity) {
    case 'rain': {
      const storm = { shape: 'series', intensity: endedAfter(series) } as const;
      if (lines.length === 0) return [{ ...base(), kind: 'rain', storm }];
      return lines.map((area) => ({ ...base(), kind: 'rain', area, storm }));
    }
    case 'flow':
      return lines.map((line) => ({ ...base(), kind: 'inflow', line, flow: series }));
    case 'level':
      return lines.map((line) => ({ ...base(), kind: 'stage', line, level: series }));
  }
}

/** Rain ends with its series; a level or a flow holds. */
function endedAfter(series: TimeSeries): TimeSeries {
  const last = series.at(-1);
  return last && last[1] > 0 ? [...series, [last[0], 0]] : series;
}
