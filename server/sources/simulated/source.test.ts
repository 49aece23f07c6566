import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSimulated, qualityOf } from '#contract/live-frame.ts';
import { isObservedPropertyId, observedProperties } from '#model/observed-property.ts';
import type { ObservationBatch } from '../../observation-batch.ts';
import { aCity, aSensor, type TestCity } from './a-city.ts';
import { createSimulatedSource } from './index.ts';
import { ranges } from './instruments.ts';
import { DAY, HOUR, MINUTE, SECOND } from './local-clock.ts';
import { createMeters, lastReport } from './meters.ts';
import { mix } from './noise.ts';
import { noSupply } from './water/supply.ts';
import { createWorld } from './world.ts';

interface Reading {
  readonly name: string;
  readonly timeMs: number;
  readonly value: number;
  readonly quality: number;
}

const toReadings = (city: TestCity, batch: ObservationBatch): Reading[] =>
  Array.from(batch.timeMs, (timeMs, row) => ({
    name: city.nameOf(batch.datastream[row]!),
    timeMs,
    value: batch.value[row]!,
    quality: batch.quality[row]!,
  }));

async function historyOf(city: TestCity, fromMs: number, toMs: number): Promise<Reading[]> {
  const source = await createSimulatedSource(city);
  const readings: Reading[] = [];
  for await (const batch of source.history(fromMs, toMs)) readings.push(...toReadings(city, batch));
  await source.stop();
  return readings;
}

const now = Date.parse('2026-11-26T09:00:00Z');

describe('readings', () => {
  it('stay physically possible for every property, at any instant of a year', async () => {
    const city = aCity();
    const world = await createWorld(city.manifest, city.sensors, async () => noSupply);
    const meters = createMeters(world, city);
    const verdict = { value: 0, quality: 0, isSilent: false };
    const seen = new Set<string>();
    const impossible: string[] = [];
    for (const [index, meter] of meters.entries()) {
      const name = city.nameOf(meter.datastream);
      const property = name.split('.')[1] ?? '';
      if (!isObservedPropertyId(property)) throw new Error(property);
      const [least, most] = ranges[property];
      for (let draw = 0; draw < 12; draw += 1) {
        const timeMs = lastReport(meter, now - (mix(index, draw) % (366 * 24 * 60)) * MINUTE);
        meter.read(timeMs, verdict);
        const { value, quality } = verdict;
        const kind = qualityOf(quality);
        if (kind === 'missing' || kind === 'bad') continue;
        seen.add(property);
        const isPossible = value >= least && value <= most && isSimulated(quality);
        if (!isPossible) impossible.push(`${name} at ${timeMs}: ${value}`);
      }
    }
    expect(impossible).toEqual([]);
    expect([...seen].sort()).toEqual(Object.keys(observedProperties).sort());
  });

  it('are the same however they are asked for', async () => {
    const whole = await historyOf(aCity(), now - 8 * MINUTE, now);
    const late = await historyOf(aCity(), now - 2 * MINUTE, now);
    const tail = whole.filter(({ timeMs }) => timeMs >= now - 2 * MINUTE);
    expect(late).toEqual(tail);
    expect(late.length).toBeGreaterThan(2_000);
  });

  it('are others in another city', async () => {
    const here = aCity({ sensors: [aSensor('W', 'weather', ['airTemperature'])] });
    const there = { ...here, manifest: { ...here.manifest, id: 'elsewhere' } };
    const values = async (city: TestCity) =>
      (await historyOf(city, now - MINUTE, now)).map(({ value }) => value);
    expect(await values(here)).not.toEqual(await values(there));
  });
});

describe('history', () => {
  it('comes in order of time, inside its span, on the grid of each datastream, each instant once', async () => {
    const city = aCity({
      sensors: [aSensor('W', 'weather', ['airTemperature', 'windSpeed'], { intervalS: 60 })],
    });
    const readings = await historyOf(city, now - 3 * DAY, now);
    const times = readings.map(({ timeMs }) => timeMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now - 3 * DAY);
    expect(Math.max(...times)).toBeLessThan(now);
    const keys = readings.map(({ name, timeMs }) => `${name} ${timeMs}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const name of new Set(readings.map((one) => one.name))) {
      const phases = readings
        .filter((one) => one.name === name)
        .map(({ timeMs }) => timeMs % MINUTE);
      expect(new Set(phases).size).toBe(1);
    }
  });

  it('is thinner the farther back, and gives what the feed would have given', async () => {
    const city = aCity({
      sensors: [aSensor('W', 'weather', ['airTemperature'], { intervalS: 10 })],
    });
    const readings = await historyOf(city, now - 3 * DAY, now);
    const between = (fromMs: number, toMs: number) =>
      readings.filter(({ timeMs }) => timeMs >= now - fromMs && timeMs < now - toMs).length;
    // One silence or another may take some of them.
    expect(between(4 * MINUTE, 0)).toBeGreaterThan(20);
    expect(between(55 * MINUTE, 10 * MINUTE)).toBeLessThanOrEqual(46);
    expect(between(11 * HOUR, 2 * HOUR)).toBeLessThanOrEqual(109);
    expect(between(60 * HOUR, 36 * HOUR)).toBeLessThanOrEqual(49);
    expect(between(60 * HOUR, 36 * HOUR)).toBeGreaterThan(40);
  });

  it('ends when the source stops', async () => {
    const source = await createSimulatedSource(aCity());
    let batches = 0;
    for await (const _ of source.history(now - DAY, now)) {
      batches += 1;
      if (batches === 2) await source.stop();
    }
    expect(batches).toBe(2);
  });
});

describe('the live feed', () => {
  beforeEach(
    () => void vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] }),
  );
  afterEach(() => void vi.useRealTimers());

  async function aFeed(city: TestCity) {
    const source = await createSimulatedSource(city);
    const ticks: Reading[][] = [];
    source.start((batch) => ticks.push(toReadings(city, batch)));
    const run = (seconds: number) => {
      ticks.length = 0;
      vi.advanceTimersByTime(seconds * SECOND);
      return ticks.flat();
    };
    return { source, run, ticks };
  }
  const aWeatherCity = () =>
    aCity({ sensors: [aSensor('W', 'weather', ['airTemperature', 'windSpeed', 'airPressure'])] });

  it('tells everything first, then what falls due, once each, with the grid’s own time', async () => {
    const city = aWeatherCity();
    const { source, run } = await aFeed(city);
    expect(
      run(1)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['W.airPressure', 'W.airTemperature', 'W.windSpeed']);
    const next = run(20);
    expect(next).toHaveLength(6);
    expect(new Set(next.map(({ name, timeMs }) => name + timeMs)).size).toBe(6);
    for (const { timeMs } of next) expect(timeMs % SECOND).toBe(0);
    await source.stop();
    expect(run(20)).toEqual([]);
  });

  it('gives the readings that history gives', async () => {
    const city = aWeatherCity();
    const { source, run } = await aFeed(city);
    run(1);
    const live = run(60);
    await source.stop();
    vi.useRealTimers();
    const past = await historyOf(city, now, now + 2 * MINUTE);
    for (const reading of live) expect(past).toContainEqual(reading);
    expect(live.length).toBe(18);
  });

  it('stands still while paused and goes on from there', async () => {
    const { source, run } = await aFeed(aWeatherCity());
    run(5);
    source.clock.set?.({ rate: 0 });
    expect(run(300)).toEqual([]);
    expect(source.clock.read()).toEqual({ nowMs: now + 5 * SECOND, rate: 0 });
    source.clock.set?.({ rate: 1 });
    const after = run(10);
    expect(after).toHaveLength(3);
    for (const { timeMs } of after) expect(timeMs).toBeLessThanOrEqual(now + 15 * SECOND);
    await source.stop();
  });

  it('tells each datastream at most once a tick at ten minutes a second', async () => {
    const { source, run, ticks } = await aFeed(aCity());
    source.clock.set?.({ rate: 600 });
    run(5);
    expect(ticks).toHaveLength(5);
    for (const tick of ticks) {
      expect(new Set(tick.map(({ name }) => name)).size).toBe(tick.length);
      expect(tick.length).toBeGreaterThan(300);
    }
    await source.stop();
  });

  it('tells everything anew after a rewind, with the values of then', async () => {
    const city = aWeatherCity();
    const { source, run } = await aFeed(city);
    run(30);
    const then = now - 2 * HOUR;
    source.clock.set?.({ nowMs: then });
    const rewound = run(1);
    expect(rewound).toHaveLength(3);
    for (const { timeMs } of rewound) {
      expect(timeMs).toBeGreaterThan(then - 10 * SECOND);
      expect(timeMs).toBeLessThanOrEqual(then + SECOND);
    }
    await source.stop();
    vi.useRealTimers();
    const past = await historyOf(city, then - MINUTE, then + MINUTE);
    for (const reading of rewound) expect(past).toContainEqual(reading);
  });
});

describe('a city with a water model', () => {
  const inp = `[JUNCTIONS]
 J1 20 5
[RESERVOIRS]
 R 60
[PIPES]
 P1 R J1 100 200 100 0 Open
[OPTIONS]
 Units LPS
[END]
`;
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'panopolis-source-'));
    await writeFile(join(folder, 'water.inp'), inp);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const layer = (model: string) => ({
    ...{ kind: 'network', id: 'water', name: 'Water', network: 'water', format: 'epanet-inp' },
    model,
  });
  const meters = [
    aSensor('P', 'pressure', ['waterPressure'], { element: 'J1', intervalS: 60 }),
    aSensor('F', 'flow', ['pipeFlow'], { element: 'P1', intervalS: 60 }),
    aSensor('U', 'pressure', ['waterPressure'], { element: 'J-9', intervalS: 60 }),
  ];

  it('reads pressure and flow from its solution, in pascals and cubic metres a second', async () => {
    const city = aCity({ sensors: meters, layers: [layer('water.inp')], folder });
    const readings = await historyOf(city, now - 30 * MINUTE, now);
    const of = (name: string) =>
      readings.filter((one) => one.name === name && qualityOf(one.quality) === 'good');
    // 40 m of water but for a little friction, less than a leak that may run would cost.
    for (const { value } of of('P.waterPressure')) {
      expect(value).toBeGreaterThan(3.7e5);
      expect(value).toBeLessThan(3.94e5);
    }
    for (const { value } of of('F.pipeFlow')) expect(value).toBeGreaterThan(0.0045);
    expect(of('P.waterPressure').length).toBeGreaterThan(20);
    expect(of('U.waterPressure').length).toBeGreaterThan(20);
    expect(city.said).toEqual([]);
  });

  it('says so where the file is no network, and reads its meters all the same', async () => {
    await writeFile(join(folder, 'water.inp'), '[JUNCTIONS]\n J1 high\n');
    const city = aCity({ sensors: meters, layers: [layer('water.inp')], folder });
    const readings = await historyOf(city, now - 10 * MINUTE, now);
    expect(city.said).toEqual([expect.stringMatching(/^water\.inp can't be solved: .+/)]);
    expect(readings.length).toBeGreaterThan(20);
  });
});
