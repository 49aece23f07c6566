import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSimulated } from '#contract/live-frame.ts';
import type { ObservationBatch } from '../../observation-batch.ts';
import { aCity, aSensor, type TestCity } from './a-city.ts';
import { createForecasters, issueBefore, lastIssue, pointsOf } from './forecasts.ts';
import { createSimulatedSource } from './index.ts';
import { DAY, HOUR, MINUTE, SECOND } from './local-clock.ts';
import { createMeters } from './meters.ts';
import { noSupply } from './water/supply.ts';
import { createWorld } from './world.ts';

const now = Date.parse('2026-11-26T09:20:00Z');
const issued = Date.parse('2026-11-26T09:00:00Z');

const gauge = aSensor('R', 'river', []);
const expects = (property: 'waterLevel' | 'discharge' | 'airTemperature') => ({
  ...{ id: `${property}Forecast`, property, intervalS: 1800, forecast: true },
});
const aGauge = (...forecast: Parameters<typeof expects>[0][]): TestCity =>
  aCity({
    sensors: [
      {
        ...gauge,
        datastreams: [
          { id: 'waterLevel', property: 'waterLevel', intervalS: 60 },
          ...forecast.map(expects),
        ],
      },
    ],
  });

async function forecastersOf(city: TestCity) {
  const world = await createWorld(city.manifest, city.sensors, async () => noSupply);
  const chainageM = world.chainageOf(gauge);
  return {
    forecasters: createForecasters(world, city),
    meters: createMeters(world, city),
    level: (timeMs: number) => world.river.level(timeMs, chainageM),
  };
}

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe('forecasts', () => {
  it('speak of the two days after they came out, on the grid of their own interval', async () => {
    const { forecasters } = await forecastersOf(aGauge('waterLevel'));
    const times = [...pointsOf(forecasters[0]!, issued)].map(([timeMs]) => timeMs);
    expect(times[0]).toBe(issued + HOUR / 2);
    expect(times.at(-1)).toBe(issued + 2 * DAY);
    expect(times).toHaveLength(96);
  });

  it('are farther off the farther they look ahead, and never by much', async () => {
    const { forecasters, level } = await forecastersOf(aGauge('waterLevel'));
    const issues = Array.from({ length: 200 }, (_, at) => issued - at * 6 * HOUR);
    const off = (aheadMs: number) =>
      issues.map((at) => forecasters[0]!.expected(at, at + aheadMs) - level(at + aheadMs));
    const [soon, late] = [rootMeanSquare(off(HOUR)), rootMeanSquare(off(2 * DAY))];
    expect(soon).toBeGreaterThan(0.005);
    expect(late).toBeGreaterThan(2 * soon);
    expect(Math.max(...off(2 * DAY).map(Math.abs))).toBeLessThan(0.4);
  });

  it('differ from one issue to the next, and are the same whenever they are asked for', async () => {
    const [one, two] = await Promise.all([
      forecastersOf(aGauge('discharge')),
      forecastersOf(aGauge('discharge')),
    ]);
    const of = ({ forecasters }: typeof one, at: number) =>
      [...pointsOf(forecasters[0]!, at)].map(([timeMs]) => forecasters[0]!.expected(at, timeMs));
    expect(of(one, issued)).toEqual(of(two, issued));
    const at = issued + 12 * HOUR;
    expect(one.forecasters[0]!.expected(issued, at)).not.toBe(
      one.forecasters[0]!.expected(issued - HOUR, at),
    );
  });

  it('are no meters, and are refused in a sentence for what no model looks ahead at', async () => {
    const city = aGauge('waterLevel', 'airTemperature');
    const { forecasters, meters } = await forecastersOf(city);
    expect(meters.map(({ datastream }) => city.nameOf(datastream))).toEqual(['R.waterLevel']);
    expect(forecasters.map(({ datastream }) => city.nameOf(datastream))).toEqual([
      'R.waterLevelForecast',
    ]);
    expect(city.said).toEqual([
      'R/airTemperatureForecast has no forecast: no model here looks ahead at airTemperature.',
    ]);
  });

  it('know which issue holds now, and which spoke last of an instant before it came', () => {
    expect(lastIssue(now)).toBe(issued);
    expect(lastIssue(issued)).toBe(issued);
    expect(issueBefore(now)).toBe(issued);
    expect(issueBefore(issued)).toBe(issued - HOUR);
  });
});

describe('forecasts in the feed', () => {
  beforeEach(
    () => void vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] }),
  );
  afterEach(() => void vi.useRealTimers());

  const expectedIn = (city: TestCity, batches: readonly ObservationBatch[]) =>
    batches.flatMap(({ datastream, timeMs, value, quality }) =>
      [...datastream].flatMap((number, row) =>
        city.nameOf(number).endsWith('Forecast')
          ? [{ timeMs: timeMs[row]!, value: value[row]!, isMade: isSimulated(quality[row]!) }]
          : [],
      ),
    );

  it('come whole when they come out, say that they are simulated, and stay as history has them', async () => {
    const city = aGauge('waterLevel');
    const source = await createSimulatedSource(city);
    const batches: ObservationBatch[] = [];
    source.start((batch) => batches.push(batch));
    const run = (ms: number) => {
      batches.length = 0;
      vi.advanceTimersByTime(ms);
      return expectedIn(city, batches);
    };
    const first = run(SECOND);
    expect(first).toHaveLength(96);
    expect(first.every(({ isMade }) => isMade)).toBe(true);
    expect(run(30 * MINUTE)).toEqual([]);
    const next = run(20 * MINUTE);
    expect(next).toHaveLength(96);
    expect(next[0]?.timeMs).toBe(issued + HOUR + HOUR / 2);
    await source.stop();
    vi.useRealTimers();

    const past: ObservationBatch[] = [];
    const again = await createSimulatedSource(city);
    for await (const batch of again.history(issued, issued + 2 * HOUR)) past.push(batch);
    await again.stop();
    const kept = expectedIn(city, past).filter(({ timeMs }) => timeMs > issued);
    const told = [...first.filter(({ timeMs }) => timeMs <= issued + HOUR), ...next];
    expect(kept).toHaveLength(3);
    for (const one of kept) expect(told).toContainEqual(one);
  });
});
