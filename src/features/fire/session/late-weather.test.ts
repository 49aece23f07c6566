import { beforeEach, expect, it, vi } from 'vitest';
import type { WeatherReading } from '#model/weather-reading.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { aBuilding } from '../state/a-fire.ts';
import { change } from '../state/change.ts';
import { backToLive, shownFireOf } from '../state/clock.ts';
import { ignite } from '../state/fires.ts';
import { heardAt, takeHeard } from '../state/late-weather.ts';
import { turnWind, undo } from '../state/steer.ts';
import { takeLateWeather } from './late-weather.ts';

const station: WeatherReading = {
  ...{ sensor: 's', name: 'Harbour', longitudeDeg: 10.64, latitudeDeg: 54.3, heightM: 10 },
  ...{ values: { windSpeed: 4, windDirection: 2 }, timeMs: 1, isSimulated: true, isStale: false },
};

let store: AppStore;
let now = 0;
const hear = () => change(store, () => ({ stations: [{ ...station }] }));
const speed = () => shownFireOf(store.getState())?.wind[0]?.speedMs;

beforeEach(() => {
  store = createAppStore();
  now = 0;
  takeLateWeather({ store }, () => now);
});

it('takes the wind of a station that is heard soon after, as if it had been there', () => {
  ignite(store, aBuilding('b'));
  expect(speed()).toBe(1);
  now = 59_000;
  hear();
  expect(shownFireOf(store.getState())).toMatchObject({
    wind: [{ fromS: 0, speedMs: 4, fromRad: 2 }],
    air: { source: { kind: 'station', name: 'Harbour' } },
  });
});

it('leaves a fire alone that was looked at for a minute, and offers the wind for a press', () => {
  ignite(store, aBuilding('b'));
  now = 61_000;
  hear();
  const fire = shownFireOf(store.getState());
  expect(fire?.wind[0]?.speedMs).toBe(1);
  expect(fire && heardAt(store.getState(), fire)?.speedMs).toBe(4);
  takeHeard(store);
  expect(speed()).toBe(4);
  undo(store);
  expect(speed()).toBe(1);
});

it('leaves wind alone that a person has set', () => {
  ignite(store, aBuilding('b'));
  turnWind(store, { speedMs: 9, fromRad: 0 });
  hear();
  expect(speed()).toBe(9);
  takeHeard(store);
  expect(speed()).toBe(9);
});

it('leaves fires alone that were there before, as those of a link', () => {
  ignite(store, aBuilding('b'));
  takeLateWeather({ store }, () => now);
  now = 61_000;
  hear();
  expect(speed()).toBe(1);
});

it('lets a fire without a station wait in the present, where one is heard, then play', () => {
  vi.useFakeTimers();
  const mode = () => store.getState().clock.mode;
  ignite(store, aBuilding('b'));
  expect(mode()).toBe('live');
  hear();
  expect(mode()).toBe('set');
  backToLive(store, 5);
  hear();
  expect(mode()).toBe('live');
  change(store, () => ({ stations: [] }));
  ignite(store, aBuilding('c'));
  vi.advanceTimersByTime(7999);
  expect(mode()).toBe('live');
  vi.advanceTimersByTime(1);
  expect(mode()).toBe('set');
  vi.useRealTimers();
});
