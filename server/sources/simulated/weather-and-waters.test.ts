import { describe, expect, it } from 'vitest';
import { createLocalClock, DAY, HOUR, MINUTE } from './local-clock.ts';
import { createRain, type Rain } from './rain.ts';
import { createRiver } from './river.ts';
import { createSea, tide } from './sea.ts';
import { createWeather, type Weather } from './weather.ts';

const clock = createLocalClock('Europe/Berlin');
const rain = createRain(4, clock);
const weather = createWeather(5, { longitudeDeg: 10.65, latitudeDeg: 54.3 }, clock, rain);
const middle = { x: 0, y: 0 };
const someDay = clock.dayOf(Date.parse('2026-11-24T12:00Z'));
const days = Array.from({ length: 60 }, (_, index) => someDay - index);
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const every = (fromMs: number, toMs: number, stepMs: number) =>
  Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, at) => fromMs + at * stepMs);

describe('rain', () => {
  it('passes one storm over the city each local day, within that day', () => {
    for (const day of days) {
      const { atMs, peak } = rain.stormOf(day);
      expect(clock.dayOf(atMs - 90 * MINUTE)).toBe(day);
      expect(clock.dayOf(atMs + 90 * MINUTE)).toBe(day);
      const seen = every(atMs - 30 * MINUTE, atMs + 30 * MINUTE, MINUTE);
      const most = Math.max(...seen.map((timeMs) => rain.at(middle, timeMs)));
      expect(most).toBeGreaterThan(peak * 0.7);
    }
  });

  it('reaches a gauge in the west before one in the east', () => {
    const peakAt = (x: number, day: number) => {
      const { atMs } = rain.stormOf(day);
      const times = every(atMs - 60 * MINUTE, atMs + 60 * MINUTE, 10_000);
      return times.reduce((best, timeMs) =>
        rain.at({ x, y: 0 }, timeMs) > rain.at({ x, y: 0 }, best) ? timeMs : best,
      );
    };
    for (const day of days.slice(0, 10)) {
      const lateMs = peakAt(2000, day) - peakAt(-2000, day);
      // 4 km at 5.5 to 9.5 m/s, seen a little aslant.
      expect(lateMs).toBeGreaterThan(4.5 * MINUTE);
      expect(lateMs).toBeLessThan(13 * MINUTE);
    }
  });
});

describe('weather', () => {
  const at = (iso: string) => Date.parse(iso);
  it('is cold in January, warm in July, and warmer by day than by night', () => {
    const month = (iso: string) =>
      mean(every(at(iso), at(iso) + 28 * DAY, 3 * HOUR).map((t) => weather.temperature(t, middle)));
    expect(month('2026-07-02T00:00Z') - month('2026-01-16T00:00Z')).toBeGreaterThan(11);
    const hour = (utc: number) =>
      mean(days.map((day) => weather.temperature(day * DAY + utc * HOUR, middle)));
    expect(hour(14) - hour(3)).toBeGreaterThan(1);
  });

  it('has no sun at night and never more than the sky lets through', () => {
    for (const timeMs of every(at('2026-06-01T00:00Z'), at('2026-07-01T00:00Z'), 37 * MINUTE)) {
      const watts = weather.irradiance(timeMs);
      expect(watts).toBeGreaterThanOrEqual(0);
      expect(watts).toBeLessThan(1000);
      if (clock.hourOf(timeMs) < 3) expect(watts).toBe(0);
    }
  });

  it('cools down when the storm has passed', () => {
    const drops = days.map((day) => {
      const { atMs } = rain.stormOf(day);
      const before = weather.temperature(atMs - 35 * MINUTE, middle);
      return before - weather.temperature(atMs + 15 * MINUTE, middle);
    });
    expect(mean(drops)).toBeGreaterThan(1.5);
  });

  it('is damper when it is colder, within a day', () => {
    const pairs = days.map((day) => [
      weather.humidity(day * DAY + 3 * HOUR, middle),
      weather.humidity(day * DAY + 13 * HOUR, middle),
    ]);
    expect(mean(pairs.map(([night]) => night!))).toBeGreaterThan(
      mean(pairs.map(([, day]) => day!)),
    );
  });
});

const calm = (speed: number, fromDeg: number): Weather => ({
  ...weather,
  windSpeed: () => speed,
  windFrom: () => (fromDeg * Math.PI) / 180,
});

describe('the sea', () => {
  it('has the small tide of the western Baltic, twice a lunar day', () => {
    const levels = every(0, 60 * DAY, 10 * MINUTE).map(tide);
    expect(Math.max(...levels)).toBeLessThan(0.1);
    expect(Math.max(...levels)).toBeGreaterThan(0.05);
    const risings = levels.filter(
      (level, index) => index > 0 && levels[index - 1]! < 0 && level >= 0,
    );
    // 60 days of M2 have 115.9 risings; the daily constituents hide or add a few.
    expect(Math.abs(risings.length - 116)).toBeLessThan(12);
  });

  it('is set up by wind from the north-east and drawn down by wind from the south-west', () => {
    const noon = Date.parse('2026-11-24T12:00Z');
    const still = createSea(1, calm(0, 0)).level(noon);
    // 0.0027 s²/m of set-up, in the wind's own direction; the swing has decayed.
    expect(createSea(1, calm(12, 60)).level(noon) - still).toBeCloseTo(0.39, 1);
    expect(createSea(1, calm(12, 240)).level(noon) - still).toBeCloseTo(-0.39, 1);
    expect(createSea(1, calm(12, 150)).level(noon) - still).toBeCloseTo(0, 1);
  });
});

describe('the river', () => {
  const flatSea = { level: () => 0.1 };
  const burstMs = Date.parse('2026-11-24T10:00Z');
  /** 18 mm/h everywhere for an hour. */
  const burst: Rain = {
    ...rain,
    at: (_, timeMs) => (timeMs >= burstMs && timeMs < burstMs + HOUR ? 5e-6 : 0),
  };
  const dry: Rain = { ...rain, at: () => 0 };
  const wet = createRiver(2, burst, flatSea);
  const low = createRiver(2, dry, flatSea);

  it('carries off as much as has run off, within a day', () => {
    const extra = every(burstMs - HOUR, burstMs + 24 * HOUR, 10 * MINUTE).map(
      (timeMs) => wet.discharge(timeMs, 5000) - low.discharge(timeMs, 5000),
    );
    const volume = extra.reduce((sum, flow) => sum + flow * 600, 0);
    // 0.018 m over 180 km², of which 34 % runs off; the tail after 16 hours is cut (0.1 %).
    expect(volume / (0.018 * 180e6 * 0.34)).toBeCloseTo(1, 2);
    expect(Math.min(...extra)).toBeGreaterThan(-1e-9);
  });

  it('peaks some hours after the rain, downstream later than upstream', () => {
    const peakAt = (chainageM: number) =>
      every(burstMs, burstMs + DAY, MINUTE).reduce((best, timeMs) =>
        wet.discharge(timeMs, chainageM) > wet.discharge(best, chainageM) ? timeMs : best,
      );
    expect((peakAt(3600) - burstMs) / HOUR).toBeGreaterThan(1.5);
    expect((peakAt(3600) - burstMs) / HOUR).toBeLessThan(5);
    // 3600 m at 1.6 m/s.
    expect(peakAt(0) - peakAt(3600)).toBeCloseTo((3600 / 1.6) * 1000, -5);
  });

  it('lies at the level of the sea at its mouth and rises upstream', () => {
    expect(wet.level(burstMs, 0)).toBeCloseTo(0.1, 9);
    expect(wet.level(burstMs, 3000)).toBeGreaterThan(wet.level(burstMs, 1500));
    expect(wet.level(burstMs, 1500)).toBeGreaterThan(0.15);
  });
});
