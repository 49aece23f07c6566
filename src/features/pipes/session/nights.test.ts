import { describe, expect, it } from 'vitest';
import { formatLiveFrame } from '#contract/live-frame.ts';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { PIPES_LINE } from '../contract/channels.ts';
import { NIGHT_LINE, type NightLine, type NightRequest } from '../contract/night-flow.ts';
import { createFlowRecord, type FlowRecord } from './nights/flow-record.ts';
import { nightSpans, startNightsPart } from './nights.ts';

const HOUR_MS = 3_600_000;
const settings = { fromHour: 2, untilHour: 4, useM3sACustomer: 1e-6, nightDayHours: 24 };
const signal = new AbortController().signal;

describe('the nights that are asked for', () => {
  it('are the latest seven, by the local day, none past the present', () => {
    const present = Date.UTC(2026, 10, 26, 2, 30);
    const spans = nightSpans(present, 'Europe/Berlin', 2, 4);
    expect(spans).toHaveLength(7);
    expect(spans[0]).toEqual({
      fromMs: Date.UTC(2026, 10, 20, 0, 0),
      toMs: Date.UTC(2026, 10, 20, 4, 0),
    });
    expect(spans.at(-1)).toEqual({ fromMs: Date.UTC(2026, 10, 26, 0, 0), toMs: present });
  });

  it('leave out the night that has not begun, and stand the change of clocks', () => {
    const before = nightSpans(Date.UTC(2026, 9, 25, 22), 'Europe/Berlin', 2, 4);
    // On the 25th clocks went back at three: four o'clock is 3 UTC, and the day before it was 2 UTC.
    expect(before.at(-1)?.toMs).toBe(Date.UTC(2026, 9, 25, 4));
    expect(before.at(-2)?.toMs).toBe(Date.UTC(2026, 9, 24, 3));
    const early = nightSpans(Date.UTC(2026, 10, 26, 23, 30), 'Europe/Berlin', 2, 4);
    expect(early).toHaveLength(6);
  });
});

const frame = (rows: readonly (readonly [number, number, number, number])[]) =>
  formatLiveFrame({
    ...{ sequence: -1, topic: 0, sourceTimeMs: 1e12, isSnapshot: false },
    datastream: Uint32Array.from(rows, ([number]) => number),
    timeMs: Float64Array.from(rows, ([, time]) => time),
    value: Float64Array.from(rows, ([, , value]) => value),
    quality: Uint8Array.from(rows, ([, , , quality]) => quality),
  });

const flowMeter = (id: string, number: number, more: object = {}) => ({
  ...{ id, kind: 'flow', name: `Meter ${id}`, longitudeDeg: 10, latitudeDeg: 54, heightM: 0 },
  ...{ network: 'water', element: `pipe-${id}` },
  datastreams: [{ id: 'pipeFlow', property: 'pipeFlow', intervalS: 60, number }],
  ...more,
});

describe('the record of flow meters', () => {
  function server(answers: Readonly<Record<string, () => Response>>) {
    const asked: URL[] = [];
    const fetch = async (wanted: RequestInfo | URL) => {
      const url = new URL(String(wanted));
      asked.push(url);
      return answers[url.pathname]?.() ?? new Response(null, { status: 404 });
    };
    return { asked, record: createFlowRecord('http://city', 'town', fetch) };
  }

  it('knows the meters of water pipes, each pipe once', async () => {
    const sensors = [
      flowMeter('A', 7),
      flowMeter('twin', 8, { element: 'pipe-A' }),
      flowMeter('G', 9, { network: 'gas' }),
      { ...flowMeter('P', 10), datastreams: [] },
    ];
    const { record } = server({
      '/live/datastreams': () => Response.json({ sensors, simulated: true }),
    });
    expect(await record.meters(signal)).toEqual({
      meters: [{ sensor: 'A', name: 'Meter A', element: 'pipe-A', number: 7 }],
      isSimulated: true,
    });
  });

  it('joins the nights in order of time and leaves out what is bad', async () => {
    const T = 1e12;
    const { record, asked } = server({
      '/live/history': () =>
        new Response(
          frame([
            [7, T - 1000, 0.002, 0],
            [7, T - 2000, 0.001, 0],
            [7, T - 500, 9, 2],
          ]),
        ),
    });
    const meters = [{ sensor: 'A', name: 'A', element: 'a', number: 7 }];
    const shares: number[] = [];
    const spans = [
      { fromMs: T - 5000, toMs: T },
      { fromMs: T, toMs: T + 5000 },
    ];
    const [found] = await record.read(meters, spans.slice(0, 1), signal, (one) => shares.push(one));
    expect([...(found?.timesMs ?? [])]).toEqual([T - 2000, T - 1000]);
    expect([...(found?.flowM3s ?? [])]).toEqual([0.001, 0.002]);
    expect(shares).toEqual([1]);
    expect(asked[0]?.searchParams.get('datastreams')).toBe('7');
    expect(asked[0]?.searchParams.get('every')).toBeNull();
  });

  it('says what the server says where it refuses', async () => {
    const { record } = server({
      '/live/datastreams': () =>
        Response.json({ error: 'There is no city town.' }, { status: 404 }),
    });
    await expect(record.meters(signal)).rejects.toThrow('There is no city town.');
  });
});

describe('a report of the nights', () => {
  function begin(record: Partial<FlowRecord>, networks = [{ utility: 'water' }]) {
    const frames = createFrames();
    const manifest = { id: 'town', timeZone: 'Europe/Berlin' };
    const store = createAppStore({
      city: { manifest, baseUrl: 'http://city/tiles/' } as never,
    });
    const asked: NightRequest[] = [];
    const calls = {
      call: async (_: string, request: NightRequest) => {
        asked.push(request);
        return { districts: [], unclosed: [], unused: [] };
      },
    };
    frames.publish(PIPES_LINE, calls);
    const stop = startNightsPart(
      { store, frames, networks, signal, now: () => Date.UTC(2026, 10, 26, 12) } as never,
      () => record as FlowRecord,
    );
    return { frames, asked, stop, line: () => frames.peek<NightLine>(NIGHT_LINE) };
  }

  it('is of the record that the city’s server has', async () => {
    const { line, asked } = begin({
      meters: async () => ({
        meters: [{ sensor: 'A', name: 'A', element: 'a', number: 7 }],
        isSimulated: true,
      }),
      read: async (meters) =>
        meters.map(({ number: _, ...meter }) => ({
          ...meter,
          timesMs: new Float64Array(),
          flowM3s: new Float64Array(),
        })),
    });
    const report = await line()?.report('water', settings, signal, () => {});
    expect(report).toMatchObject({ ...settings, network: 'water', isSimulated: true });
    expect(report?.toMs).toBe(Date.UTC(2026, 10, 26, 3) + HOUR_MS);
    expect(asked[0]).toMatchObject({ network: 'water', timeZone: 'Europe/Berlin' });
    expect(asked[0]?.meters.map(({ sensor }) => sensor)).toEqual(['A']);
  });

  it('says that there is no meter where there is none', async () => {
    const { line } = begin({ meters: async () => ({ meters: [], isSimulated: false }) });
    await expect(line()?.report('water', settings, signal, () => {})).rejects.toThrow(
      'No flow meter sits in a pipe',
    );
  });

  it('is not offered without a water network, and no more once the part has stopped', () => {
    expect(begin({}, [{ utility: 'gas' }]).line()).toBeUndefined();
    const begun = begin({});
    begun.stop();
    expect(begun.line()).toBeUndefined();
  });
});
