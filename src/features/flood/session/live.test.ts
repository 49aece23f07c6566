import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { WATER_READINGS, type WaterReading } from '#model/water-reading.ts';
import { createFrames } from '#scene/frames.ts';
import { followSource } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import { FLOOD_LIVE, type LiveDesk } from '../contract/live.ts';
import { FLOOD_LINE, type FloodStatus } from '../contract.ts';
import { forgetRun, setStatus } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { followLive } from './live.ts';
import type { WaterRecord } from './water-record.ts';

const START_MS = 1_700_000_000_000;
const settings = {
  ...{ river: 'PEG-1', tide: '', usesRain: false, everyS: 120, horizonS: 3600, spinUpS: 0 },
};

function aTown(
  recordOf: () => WaterRecord = () => {
    throw new Error('No record is asked for here.');
  },
) {
  const store = createAppStore();
  const manifest = {
    ...{ id: 'town', build: '0123456789ab', boundsDeg: [10, 54, 10.04, 54.02] },
    layers: [{ kind: 'buildings' }],
  } as unknown as CityManifest;
  store.setState({ city: { manifest, baseUrl: 'http://city/' } as never });
  const frames = createFrames();
  const call = vi.fn(async () => ({
    timeS: Float64Array.of(0, 600),
    levelM: [Float32Array.of(2.1, 2.1)],
    depthM: [Float32Array.of(1, 1)],
    speedMs: [],
    flowM3s: [],
  }));
  frames.publish(FLOOD_LINE, { call });
  const life = new AbortController();
  const stop = followLive({ store, frames }, life.signal, Date.now, recordOf);
  const gauge = (value: number, isStale = false): WaterReading => ({
    ...{ sensor: 'PEG-1', name: 'Bridge', kind: 'river', longitudeDeg: 10.02 },
    ...{ latitudeDeg: 54.01, property: 'waterLevel', intervalS: 60, isSimulated: true },
    ...{ value, isStale, timeMs: Date.now() },
  });
  return {
    ...{ store, frames, call, stop },
    say: (value: number, isStale?: boolean) =>
      frames.publish(WATER_READINGS, [gauge(value, isStale)]),
    reading: (value: number) => [gauge(value)] as const,
    desk: () => frames.peek<LiveDesk>(FLOOD_LIVE)!,
    runs: () => selectFlood(store.getState()).runs,
    pass: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000),
    stand(run: string) {
      setStatus(store, { run, phase: 'running', timeS: 0 } as unknown as FloodStatus);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a live forecast', () => {
  it('begins from the gauge’s level and restarts from where the last one was begun', async () => {
    const town = aTown();
    town.say(2);
    town.desk().start(settings);
    const [first] = town.runs();
    expect(first?.from).toBeUndefined();
    expect(first?.scenario).toMatchObject({ startMs: START_MS, durationS: 3600 });
    expect(first?.scenario.sources[0]).toMatchObject({ kind: 'stage', datastream: 'PEG-1' });
    expect(selectFlood(town.store.getState()).shown).toBe(first?.id);
    town.stand(first?.id ?? '');
    await town.pass(60);
    town.say(2.3);
    await town.pass(61);
    const [old, next] = town.runs();
    expect(old?.id).toBe(first?.id);
    expect(next?.from).toEqual({ run: first?.id, timeS: 0 });
    const stage = next?.scenario.sources[0];
    if (stage?.kind !== 'stage') throw new Error('A stage was expected.');
    // What was at the start stays; what the gauge said since is observed.
    expect(stage.level[0]).toEqual([0, 2]);
    expect(stage.level[1]?.[1]).toBe(2.3);
    expect(town.desk().restarts).toBe(1);
    // The old one goes when the next one stands.
    town.stand(next?.id ?? '');
    await town.pass(1);
    expect(town.runs().map(({ id }) => id)).toEqual([next?.id]);
    await town.pass(120);
    expect(town.runs().at(-1)?.from?.timeS).toBeCloseTo(120, -1);
  });

  it('does not restart while its gauge is silent, says so, and goes on afterwards', async () => {
    const town = aTown();
    town.say(2);
    town.desk().start(settings);
    town.stand(town.runs()[0]?.id ?? '');
    town.say(2, true);
    await town.pass(300);
    expect(town.runs()).toHaveLength(1);
    expect(town.desk()).toMatchObject({ phase: 'stale', silent: ['Bridge'], restarts: 0 });
    town.say(2.2);
    await town.pass(1);
    expect(town.desk().phase).toBe('running');
    expect(town.runs()).toHaveLength(2);
  });

  it('tells the residual of each gauge', async () => {
    const town = aTown();
    town.say(2);
    town.desk().start(settings);
    town.stand(town.runs()[0]?.id ?? '');
    await town.pass(20);
    const [gauge] = town.desk().gauges;
    expect(gauge?.simulatedM).toBeCloseTo(2.1, 6);
    expect(gauge?.residualM).toBeCloseTo(-0.1, 6);
    expect(gauge?.rmsM).toBeCloseTo(0.1, 6);
  });

  it('ends when a person takes it away or stops it', async () => {
    const town = aTown();
    town.say(2);
    town.desk().start(settings);
    forgetRun(town.store, town.runs()[0]?.id ?? '');
    await town.pass(1);
    expect(town.desk().phase).toBe('off');
    town.desk().start(settings);
    expect(town.desk().phase).toBe('running');
    town.desk().stop();
    await town.pass(600);
    expect(town.runs()).toHaveLength(1);
    town.stop();
    expect(town.frames.peek(FLOOD_LIVE)).toBeUndefined();
  });

  it('is driven by the record of the hours before it, and compares all of its later half', async () => {
    const [hourMs, minuteMs] = [3_600_000, 60_000];
    const datastream = {
      ...{
        number: 1,
        sensor: 'PEG-1',
        name: 'Bridge',
        kind: 'river',
        property: 'waterLevel' as const,
      },
      ...{ longitudeDeg: 10.02, latitudeDeg: 54.01, isForecast: false },
    };
    const asked: { fromMs: number; toMs: number }[] = [];
    const town = aTown(() => ({
      datastreams: async () => [datastream],
      async read(wanted, span) {
        asked.push(span);
        const points = [60, 45, 30, 15].map(
          (minutes) => [START_MS - minutes * minuteMs, 2 - minutes / 100] as const,
        );
        return wanted.map((one) => ({ ...one, points }));
      },
    }));
    town.say(2);
    town.desk().start({ ...settings, spinUpS: 3600 });
    expect(town.runs()).toHaveLength(0);
    await town.pass(1);
    const [run] = town.runs();
    expect(asked).toEqual([expect.objectContaining({ fromMs: START_MS - hourMs, toMs: START_MS })]);
    expect(run?.scenario.startMs).toBeCloseTo(START_MS - hourMs, -4);
    expect(run?.scenario.durationS).toBe(2 * 3600);
    const [stage] = run?.scenario.sources ?? [];
    if (stage?.kind !== 'stage') throw new Error('A stage was expected.');
    expect(stage.level.slice(0, 4).map(([, levelM]) => levelM)).toEqual([1.4, 1.55, 1.7, 1.85]);
    expect(town.desk().startMs).toBe(run?.scenario.startMs);
    town.call.mockImplementation(async () => ({
      timeS: Float64Array.of(0, 1800, 2700, 3600),
      levelM: [Float32Array.of(1.5, 1.8, 1.95, 2.1)],
      depthM: [Float32Array.of(1, 1, 1, 1)],
      speedMs: [],
      flowM3s: [],
    }));
    town.stand(run?.id ?? '');
    await town.pass(20);
    // 1.70, 1.85 and 2.00 m against what the run had then.
    expect(town.desk().gauges[0]?.rmsM).toBeCloseTo(0.1, 3);
  });

  it('begins now, and says why, where the record can’t be had', async () => {
    const town = aTown(() => ({
      datastreams: async () => {
        throw new Error('The server answered 503.');
      },
      read: async () => [],
    }));
    town.say(2);
    town.desk().start({ ...settings, spinUpS: 3600 });
    await town.pass(1);
    expect(town.runs()[0]?.scenario.startMs).toBeGreaterThanOrEqual(START_MS);
    expect(town.desk().recordProblem).toBe('The server answered 503.');
    town.desk().stop();
    expect(town.desk().recordProblem).toBeUndefined();
  });

  it('takes no reading of times to come for a measurement', async () => {
    const town = aTown();
    const [gauge] = town.reading(2);
    town.frames.publish(WATER_READINGS, [
      gauge,
      { ...gauge, value: 9, timeMs: Date.now() + 3_600_000 },
    ]);
    await town.pass(1);
    expect(town.desk().gauges.map(({ reading }) => reading.value)).toEqual([2]);
  });

  it('goes by the clock of the source', async () => {
    const town = aTown();
    const source = { now: instant(START_MS + 5e6), wall: instant(START_MS), rate: 1 };
    followSource(town.store, source);
    town.say(2);
    town.desk().start(settings);
    expect(town.runs()[0]?.scenario.startMs).toBe(START_MS + 5e6);
  });
});
