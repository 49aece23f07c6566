import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { radians } from '#model/units.ts';
import { createFrames } from '#scene/frames.ts';
import { goLive, jump, presentOf, setTime } from '#store/clock.ts';
import { retryLayer } from '#store/layers.ts';
import { select } from '#store/selection.ts';
import { createAppStore, type OpenCity } from '#store/store.ts';
import { SENSOR_SERIES, SENSORS, type SensorFrame, type SeriesFrame } from './contract.ts';
import { aCatalogue } from './kernel/a-catalogue.ts';
import { toColumns } from './kernel/columns.ts';
import { statusOf } from './kernel/status.ts';
import { aFeed, anAlarm, START_MS } from './session/a-feed.ts';
import { startSensorsSession } from './session.ts';
import {
  acknowledge,
  ask,
  changeFilter,
  colourSensors,
  selectRequest,
  selectSensors,
  setSpan,
  toggleCharted,
} from './state.ts';

const catalogue = aCatalogue()
  .with('R-1', 'river', [
    { property: 'waterLevel', thresholds: { warningHigh: 2, alarmHigh: 3 } },
    { property: 'discharge' },
  ])
  .with('P-1', 'pressure', [{ property: 'waterPressure' }], { name: 'Hydrant', building: 'B-7' })
  .with('C-1', 'camera')
  .build();

const aCity = (layers: readonly { kind: string }[] = [{ kind: 'sensors' }]): OpenCity => ({
  manifest: { id: 'town', layers, timeZone: 'UTC' } as unknown as CityManifest,
  baseUrl: 'https://twin.example/cities/town/',
});

const running: { stop(): void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});

function start(
  feed = aFeed(catalogue),
  city: OpenCity | undefined = aCity(),
  { wallMs = START_MS, waitMs = 20 } = {},
) {
  const store = createAppStore({ city, clock: { now: instant(wallMs), mode: 'live', rate: 1 } });
  const frames = createFrames();
  const saved: { file: string; text: string }[] = [];
  const find = async (_: string, id: string) =>
    id === 'B-7'
      ? {
          title: id,
          detail: '',
          selected: { feature: 'city', index: 7, id },
          at: {
            longitude: radians(0),
            latitude: radians(0),
            height: 0 as never,
            radius: 9 as never,
          },
        }
      : undefined;
  const session = startSensorsSession(
    { store, frames, find },
    {
      startWorker: feed.startWorker,
      now: () => wallMs,
      save: (file, text) => saved.push({ file, text }),
      waitMs,
    },
  );
  running.push(session);
  return {
    ...{ store, frames, session, feed, saved },
    state: () => selectSensors(store.getState()),
    report: () => selectSensors(store.getState()).report,
    frame: () => frames.peek<SensorFrame>(SENSORS),
    series: () => frames.peek<SeriesFrame>(SENSOR_SERIES),
    problems: () => store.getState().problems.map(({ path }) => path),
  };
}

const { waitFor } = vi;

describe('the session of the sensors', () => {
  it('asks the server of the city for its feed, and shows what comes to list and globe alike', async () => {
    const { feed, frame, report } = start();
    feed.say({ sequence: 5 }, [3.5, 40, 4e5]);
    await waitFor(() => expect(frame()?.sequence).toBe(5));
    expect(feed.paramsOf('open')).toEqual([{ city: 'town', origin: 'https://twin.example' }]);
    const shown = frame();
    expect(shown && statusOf(shown, 0)).toBe('alarm');
    expect(report()).toMatchObject({
      connection: 'live',
      isSimulated: true,
      counts: { total: 3, byStatus: { alarm: 1, normal: 1, none: 1 } },
    });
  });

  it('does nothing in a city without sensors, and leaves when the city is closed', async () => {
    const { feed, store, frame, report } = start(aFeed(catalogue), aCity([]));
    expect(feed.asked).toEqual([]);
    store.setState({ city: aCity() });
    feed.say({}, [1, 1, 1]);
    await waitFor(() => expect(frame()?.value[0]).toBe(1));
    store.setState({ city: undefined });
    expect(frame()).toBeUndefined();
    expect(report().connection).toBe('opening');
    expect(store.getState().clock.source).toBeUndefined();
  });

  it('makes a new frame at once when filter or colours change, with the readings it has', async () => {
    const { feed, frame, store, report } = start();
    feed.say({}, [1, 40, 4e5]);
    await waitFor(() => expect(frame()?.value[1]).toBe(40));
    changeFilter(store, { kinds: ['river'] });
    expect([...(frame()?.isMatching ?? [])]).toEqual([1, 0, 0]);
    expect(report().counts?.matching).toBe(1);
    colourSensors(store, 'discharge');
    expect(frame()?.shownRow[0]).toBe(1);
    expect(frame()?.scale?.property).toBe('discharge');
  });

  it('finds sensors by words and inside a drawn area', async () => {
    const { session, frame } = start();
    await waitFor(() => expect(frame()).toBeDefined());
    const { signal } = new AbortController();
    const hits = await session.search?.('hydrant', { limit: 5, signal });
    expect(hits).toMatchObject([
      {
        title: 'Hydrant',
        detail: 'Water pressure · P-1',
        selected: { feature: 'sensors', index: 1 },
      },
    ]);
    const corner = (eastDeg: number, northDeg: number) =>
      [radians((eastDeg * Math.PI) / 180), radians((northDeg * Math.PI) / 180)] as const;
    const box = [corner(3.9, 51.9), corner(4.0005, 51.9), corner(4.0005, 52.1), corner(3.9, 52.1)];
    expect(await session.findInside?.(box, signal)).toEqual([
      { feature: 'sensors', index: 0, id: 'R-1' },
    ]);
  });
});

describe('the clock', () => {
  it('is that of the source while live, and as fast', async () => {
    const { feed, store } = start();
    feed.say({
      sourceTimeMs: START_MS + 600_000,
      clock: { nowMs: 0, rate: 60, isSettable: true },
    });
    await waitFor(() => expect(store.getState().clock.now).toBe(START_MS + 600_000));
    expect(presentOf(store.getState().clock, START_MS + 1000)).toBe(START_MS + 660_000);
  });

  it('has the feed show the past where a person set it there, and the present again', async () => {
    const { feed, store, frame } = start();
    await waitFor(() => expect(feed.paramsOf('show')).toEqual([{ kind: 'live' }]));
    setTime(store, instant(START_MS - 3_600_000));
    jump(store, -1000);
    goLive(store, instant(START_MS));
    await waitFor(() =>
      expect(feed.paramsOf('show').slice(1)).toEqual([
        { kind: 'replay', atMs: START_MS - 3_600_000, rate: 0 },
        { kind: 'live' },
      ]),
    );
    feed.say({ shown: 'replay', sourceTimeMs: START_MS - 5000, sequence: 9 }, [1, 1, 1]);
    await waitFor(() => expect(frame()?.sourceTimeMs).toBe(START_MS - 5000));
    expect(frame()?.sequence).toBe(-1);
    expect(store.getState().clock.now).toBe(START_MS);
  });
});

describe('what can go wrong', () => {
  it('is said with its time while the feed is offline, and taken back when it returns', async () => {
    const { feed, store, problems, report } = start();
    feed.say(
      { connection: 'offline', connectionSinceMs: START_MS - 9000, problem: 'Refused.' },
      [1, 1, 1],
    );
    await waitFor(() => expect(problems()).toEqual(['sensors/feed']));
    expect(store.getState().problems[0]).toMatchObject({ since: START_MS - 9000 });
    expect(store.getState().problems[0]?.text.en).toContain('Refused.');
    feed.say({ connection: 'live', problem: undefined });
    await waitFor(() => expect(problems()).toEqual([]));
    expect(report().connection).toBe('live');
  });

  it('lets readings grow old while the feed is offline', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    try {
      const { feed, frame } = start(aFeed(catalogue), aCity(), {
        wallMs: START_MS + 60_000,
      });
      feed.say({ connection: 'offline' }, [1, 1, 1]);
      await waitFor(() => expect(frame()?.value[0]).toBe(1));
      expect(frame()?.isStale[0]).toBe(0);
      vi.advanceTimersByTime(5000);
      expect([...(frame()?.isStale ?? [])]).toEqual([1, 1, 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is said where every reading is old though the line is up', async () => {
    const { feed, problems } = start();
    feed.say({ count: 3, staleCount: 3 });
    await waitFor(() => expect(problems()).toEqual(['sensors/readings']));
    feed.say({ count: 3, staleCount: 1 });
    await waitFor(() => expect(problems()).toEqual([]));
  });

  it('starts again with another worker when one dies, and says so meanwhile', async () => {
    const { feed, frame, problems } = start();
    feed.say({ sequence: 1 }, [1, 1, 1]);
    await waitFor(() => expect(frame()?.value[0]).toBe(1));
    feed.crash();
    await waitFor(() => expect(feed.paramsOf('open')).toHaveLength(2));
    feed.say({ sequence: 2 }, [2, 2, 2]);
    await waitFor(() => expect(frame()?.value[0]).toBe(2));
    expect(problems()).toEqual([]);
  });

  it.each([
    ['by itself', 20],
    ['when told to', 60_000],
  ])('asks again %s where the server knows no feed of the city', async (_, waitMs) => {
    let tries = 0;
    const feed = aFeed(catalogue, {
      open: () => {
        tries += 1;
        if (tries < 2) throw new Error('There is no city town.');
        return toColumns(catalogue);
      },
    });
    const { store, problems, report } = start(feed, aCity(), { waitMs });
    await waitFor(() => expect(problems()).toEqual(['sensors/catalogue']), { interval: 1 });
    expect(report().connection).toBe('absent');
    if (waitMs > 1000) retryLayer(store, SENSORS);
    await waitFor(() => expect(report().connection).toBe('connecting'));
    expect([tries, problems()]).toEqual([2, []]);
  });
});

describe('alarms', () => {
  it('are told with the sensor that they are about, and leave when they are over', async () => {
    const { feed, report, frame } = start();
    const alarms = [anAlarm(1, 100), anAlarm(2, 102)];
    feed.say({}, [3.5, 1, 1], { alarms: { isSnapshot: true, alarms } });
    await waitFor(() => expect(report().alarms).toHaveLength(2));
    expect(report().alarms[1]).toMatchObject({ sensorId: 'P-1', name: 'Hydrant', sensor: 1 });
    expect([...(frame()?.isUnacknowledged ?? [])]).toEqual([1, 1, 0]);
    const over = anAlarm(2, 102, { clearedAtMs: 1, acknowledgedAtMs: 2 });
    feed.say({}, undefined, { alarms: { isSnapshot: false, alarms: [over] } });
    await waitFor(() => expect(report().alarms.map(({ id }) => id)).toEqual([1]));
  });

  it('are acknowledged at the server, and say why where that failed', async () => {
    const feed = aFeed(catalogue, {
      acknowledge: ({ id, by }) => {
        if (id === 2) throw new Error('There is no alarm 2.');
        return anAlarm(id, 100, { acknowledgedAtMs: START_MS, acknowledgedBy: by });
      },
    });
    const { store, report } = start(feed);
    const alarms = [anAlarm(1, 100), anAlarm(2, 102)];
    feed.say({}, [3.5, 1, 1], { alarms: { isSnapshot: true, alarms } });
    await waitFor(() => expect(report().alarms).toHaveLength(2));
    acknowledge(store, report().alarms);
    await waitFor(() =>
      expect(selectRequest('acknowledge 2')(store.getState())?.failure?.en).toContain('no alarm 2'),
    );
    expect(selectRequest('acknowledge 1')(store.getState())).toBeUndefined();
    expect(report().alarms.find(({ id }) => id === 1)).toMatchObject({
      acknowledgedBy: 'Control room',
    });
  });

  it('are announced when they are raised, not when the list is read, until nobody has to know', async () => {
    const feed = aFeed(catalogue, {
      acknowledge: ({ id }) => anAlarm(id, 100, { acknowledgedAtMs: START_MS }),
    });
    const { store, report } = start(feed);
    const notices = () => store.getState().workbench.notices.map(({ text }) => text.en);
    feed.say({}, [3.5, 1, 1], { alarms: { isSnapshot: true, alarms: [] } });
    feed.say({}, undefined, { alarms: { isSnapshot: false, alarms: [anAlarm(7, 100)] } });
    await waitFor(() => expect(notices()).toEqual(['Alarm at R-1: 3.50 m']));
    acknowledge(store, report().alarms);
    await waitFor(() => expect(notices()).toEqual([]));
    const warning = anAlarm(8, 102, { level: 'warning' });
    feed.say({}, undefined, { alarms: { isSnapshot: false, alarms: [warning] } });
    await waitFor(() => expect(report().alarms).toHaveLength(2));
    expect(notices()).toEqual([]);
  });

  it('are flown to one after the other', async () => {
    const { feed, store, report, state } = start();
    const alarms = [anAlarm(1, 100, { raisedAtMs: 9 }), anAlarm(2, 102, { raisedAtMs: 5 })];
    feed.say({}, [3.5, 1, 1], { alarms: { isSnapshot: true, alarms } });
    await waitFor(() => expect(report().alarms).toHaveLength(2));
    const visited: (string | undefined)[] = [];
    for (let step = 0; step < 3; step += 1) {
      ask(store, { id: 'next-alarm', kind: 'next-alarm' });
      await waitFor(() => expect(state().requests).toEqual([]));
      visited.push(store.getState().selection[0]?.id);
    }
    expect(visited).toEqual(['R-1', 'P-1', 'R-1']);
    expect(store.getState().camera.flight).toBeDefined();
  });
});

describe('requests', () => {
  it('change thresholds and the clock of the source, and select the building of a sensor', async () => {
    const { feed, store, state } = start();
    ask(store, { id: 't', kind: 'thresholds', number: 100, thresholds: { alarmHigh: 4 } });
    ask(store, { id: 'c', kind: 'clock', rate: 0 });
    ask(store, { id: 'b', kind: 'select-building', building: 'B-7' });
    await waitFor(() => expect(state().requests).toEqual([]));
    expect(feed.paramsOf('setThresholds')).toEqual([{ number: 100, thresholds: { alarmHigh: 4 } }]);
    expect(feed.paramsOf('setClock')).toEqual([{ rate: 0 }]);
    expect(store.getState().clock.source?.rate).toBe(0);
    expect(store.getState().selection).toEqual([{ feature: 'city', index: 7, id: 'B-7' }]);
  });

  it('judge by changed thresholds at once', async () => {
    const { feed, store, frame, state } = start();
    feed.say({}, [1, 1, 1]);
    await waitFor(() => expect(frame()?.value[0]).toBe(1));
    ask(store, { id: 't', kind: 'thresholds', number: 100, thresholds: { alarmHigh: 0.5 } });
    await waitFor(() => expect(state().requests).toEqual([]));
    const shown = frame();
    expect(shown && statusOf(shown, 0)).toBe('alarm');
  });

  it('say that a building is not in this city', async () => {
    const { store } = start();
    ask(store, { id: 'b', kind: 'select-building', building: 'B-8' });
    await waitFor(() =>
      expect(selectRequest('b')(store.getState())?.failure?.zh).toContain('未在此城市中找到'),
    );
  });

  it('export the readings of a time as they are stored', async () => {
    const feed = aFeed(catalogue, {
      history: ({ datastreams }) =>
        datastreams.map((datastream) => ({
          datastream,
          timeMs: Float64Array.of(START_MS),
          value: Float64Array.of(1.25),
          quality: Uint8Array.of(4),
        })),
    });
    const { store, saved } = start(feed);
    ask(store, { id: 'e', kind: 'export', numbers: [100], span: '24h' });
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.file).toBe('R-1-24h-2026-11-26T1300Z.csv');
    expect(saved[0]?.text).toContain('R-1,R-1,Water level,1.25,m,good,yes');
  });
});

describe('the charts', () => {
  const history = vi.fn(({ datastreams, fromMs }) =>
    (datastreams as number[]).map((datastream) => ({
      datastream,
      timeMs: Float64Array.of(Math.max(fromMs, START_MS - 5000), START_MS),
      value: Float64Array.of(1, 2),
      quality: Uint8Array.of(0, 0),
    })),
  );

  it('draw what is compared and what is selected, over the span', async () => {
    const feed = aFeed(catalogue, { history });
    const { store, series, frame } = start(feed);
    await waitFor(() => expect(frame()).toBeDefined());
    toggleCharted(store, 'P-1/waterPressure');
    select(store, [{ feature: 'sensors', index: 0, id: 'R-1' }]);
    await waitFor(() => expect([...(series()?.series.keys() ?? [])]).toEqual([102, 100, 101]));
    expect(series()).toMatchObject({ fromMs: START_MS - 3_600_000, toMs: START_MS, everyS: 0 });
    setSpan(store, '7d');
    await waitFor(() => expect(series()?.everyS).toBeGreaterThan(0));
    expect(history.mock.lastCall?.[0]).toMatchObject({ fromMs: START_MS - 604_800_000 });
    toggleCharted(store, 'P-1/waterPressure');
    select(store, []);
    await waitFor(() => expect(series()).toBeUndefined());
  });

  it('say why they have no readings', async () => {
    const feed = aFeed(catalogue, {
      history: () => {
        throw new Error('The server does not answer.');
      },
    });
    const { store, report, frame } = start(feed);
    await waitFor(() => expect(frame()).toBeDefined());
    toggleCharted(store, 'P-1/waterPressure');
    await waitFor(() => expect(report().seriesFailure).toBe('The server does not answer.'));
    expect(report().isSeriesLoading).toBe(false);
  });
});
