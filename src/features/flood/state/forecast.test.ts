import { describe, expect, it } from 'vitest';
import type { WaterReading } from '#model/water-reading.ts';
import { selectFlood } from '../state.ts';
import { aTown, at, waters } from './a-flood.ts';
import { addPoint, drawForecast, finishDrawing } from './draw.ts';
import { type Forecast, forecastPlaces, startForecast } from './forecast.ts';

const HOUR_MS = 3_600_000;
const gauge: WaterReading = {
  ...{
    sensor: 'PEG-1',
    name: 'Mill bridge',
    kind: 'river',
    longitudeDeg: 10.64,
    latitudeDeg: 54.3,
  },
  ...{
    property: 'waterLevel',
    value: 1.5,
    timeMs: 0,
    intervalS: 60,
    isSimulated: true,
    isStale: false,
  },
};
const course = [
  [0, 1],
  [7200, 3],
] as const;
const aForecast = (part: Partial<Forecast> = {}): Forecast => ({
  ...{ name: 'Forecast: stage', startMs: 100 * HOUR_MS, beginMs: 101 * HOUR_MS },
  series: [{ quantity: 'level', name: 'stage', course, lines: [[at(0, 0), at(0, 100)]] }],
  ...part,
});
const runsOf = (store: ReturnType<typeof aTown>) => selectFlood(store.getState()).runs;

describe('a forecast series', () => {
  it('acts at gauges, at the sea and where the river enters; rain everywhere', () => {
    const ids = (quantity: 'level' | 'flow' | 'rain') =>
      forecastPlaces(quantity, waters, [gauge]).map(({ id }) => id);
    expect(ids('level')).toEqual(['gauge-PEG-1', 'sea', 'inlet']);
    expect(ids('flow')).toEqual(['inlet', 'gauge-PEG-1']);
    expect(ids('rain')).toEqual(['everywhere']);
    expect(forecastPlaces('level', undefined, [])).toEqual([]);
  });

  it('runs at once from the moment that it begins at, as long as it reaches', () => {
    const store = aTown();
    expect(startForecast(store, aForecast())).toBe(true);
    const [run] = runsOf(store);
    expect(selectFlood(store.getState()).shown).toBe(run?.id);
    expect(run?.scenario).toMatchObject({
      ...{ name: 'Forecast: stage', hazard: 'river' },
      ...{ startMs: 101 * HOUR_MS, durationS: 3600 },
    });
    expect(run?.scenario.sources).toMatchObject([
      {
        kind: 'stage',
        name: 'stage',
        level: [
          [0, 2],
          [3600, 3],
        ],
      },
    ]);
  });

  it('of a river is run along all of the river, wherever its gauge stands', () => {
    const store = aTown();
    const [one] = aForecast().series;
    if (!one) throw new Error('A series was expected.');
    const stations = waters.stations.map(({ place }) => place[1]);
    startForecast(store, aForecast({ series: [{ ...one, quantity: 'flow' }] }));
    const [, south, , north] = runsOf(store)[0]?.scenario.boundsDeg ?? [];
    expect(south).toBeLessThan(Math.min(...stations));
    expect(north).toBeGreaterThan(Math.max(...stations));
  });

  it('of the sea is a surge, of rain a storm that ends with its series', () => {
    const store = aTown();
    const [one] = aForecast().series;
    if (!one) throw new Error('A series was expected.');
    startForecast(store, aForecast({ series: [{ ...one, isSea: true }] }));
    startForecast(store, aForecast({ series: [{ ...one, quantity: 'rain', lines: [] }] }));
    const [surge, storm] = runsOf(store);
    expect(surge?.scenario.hazard).toBe('surge');
    expect(storm?.scenario.hazard).toBe('rain');
    expect(storm?.scenario.sources).toMatchObject([
      {
        kind: 'rain',
        storm: {
          intensity: [
            [0, 2],
            [3600, 3],
            [3600, 0],
          ],
        },
      },
    ]);
  });

  it('whose places are drawn one after another begins after the last one', () => {
    const store = aTown();
    const [one] = aForecast().series;
    if (!one) throw new Error('A series was expected.');
    const series = [
      { ...one, lines: [] },
      { ...one, quantity: 'flow' as const, lines: [] },
    ];
    drawForecast(store, aForecast({ series }), [0, 1]);
    expect(selectFlood(store.getState()).drawing?.part).toBe('stage');
    addPoint(store, at(0, 0));
    addPoint(store, at(0, 100));
    finishDrawing(store);
    expect(selectFlood(store.getState()).drawing?.part).toBe('inflow');
    expect(runsOf(store)).toHaveLength(0);
    addPoint(store, at(0, 900));
    finishDrawing(store);
    expect(selectFlood(store.getState()).drawing).toBeUndefined();
    expect(runsOf(store)[0]?.scenario.sources.map(({ kind }) => kind)).toEqual(['stage', 'inflow']);
  });

  it('without a place or a city is no run', () => {
    const store = aTown();
    expect(startForecast(store, aForecast({ series: [] }))).toBe(false);
    expect(runsOf(store)).toHaveLength(0);
  });
});
