import { describe, expect, it, vi } from 'vitest';
import { formatLiveFrame, quality } from '#contract/live-frame.ts';
import { createFrames } from '#scene/frames.ts';
import { FLOOD_FORECASTS, type ForecastDesk } from '../contract/forecasts.ts';
import { aTown } from '../state/a-flood.ts';
import { keepForecasts } from './forecasts.ts';
import { createWaterRecord } from './water-record.ts';

const place = { longitudeDeg: 10.64, latitudeDeg: 54.3, heightM: 40 };
const catalogue = {
  simulated: false,
  sensors: [
    {
      ...{ id: 'T-1', kind: 'tide', name: 'Harbour', ...place },
      datastreams: [
        { number: 3, id: 'level', property: 'waterLevel', intervalS: 60 },
        { number: 4, id: 'expected', property: 'waterLevel', intervalS: 3600, forecast: true },
        { number: 5, id: 'air', property: 'airTemperature', intervalS: 60, forecast: true },
      ],
    },
  ],
};

/** A server that answers with these, and what it was asked. */
function aServer(status = 200) {
  const asked: URL[] = [];
  const fetch = vi.fn(async (wanted: RequestInfo | URL) => {
    const url = new URL(String(wanted));
    asked.push(url);
    if (status !== 200) return Response.json({ error: 'The city is being built.' }, { status });
    if (url.pathname === '/live/datastreams') return Response.json(catalogue);
    return new Response(
      formatLiveFrame({
        ...{ sequence: 0, topic: 0, sourceTimeMs: 0, isSnapshot: false },
        datastream: Uint32Array.of(4, 4, 4, 4),
        timeMs: Float64Array.of(3000, 1000, 2000, 4000),
        value: Float64Array.of(1.4, 0.8, Number.NaN, 9),
        quality: Uint8Array.of(quality.good, quality.uncertain, quality.missing, quality.bad),
      }),
    );
  });
  return { asked, record: () => createWaterRecord('http://city', 'testham', fetch) };
}

function aDesk(server: ReturnType<typeof aServer>) {
  const store = aTown();
  const frames = createFrames();
  const stop = keepForecasts({ store, frames }, new AbortController().signal, server.record);
  return { stop, frames, desk: () => frames.peek<ForecastDesk>(FLOOD_FORECASTS) };
}

describe('forecasts of the city', () => {
  it('are the datastreams of water that are marked as such', async () => {
    const server = aServer();
    const { desk } = aDesk(server);
    expect(desk()?.datastreams).toBeUndefined();
    desk()?.look();
    await vi.waitFor(() => expect(desk()?.datastreams).toHaveLength(1));
    expect(desk()?.datastreams?.[0]).toMatchObject({ number: 4, sensor: 'T-1', kind: 'tide' });
    expect(server.asked[0]?.searchParams.get('city')).toBe('testham');
  });

  it('are read from three hours before now on, in order, without what is missing or bad', async () => {
    const server = aServer();
    const { desk } = aDesk(server);
    desk()?.look();
    await vi.waitFor(() => expect(desk()?.datastreams).toHaveLength(1));
    const [one] = desk()?.datastreams ?? [];
    if (!one) throw new Error('A forecast was expected.');
    const series = await desk()?.read(one);
    expect(series?.points).toEqual([
      [1000, 0.8],
      [3000, 1.4],
    ]);
    const query = server.asked.at(-1)?.searchParams;
    expect(query?.get('datastreams')).toBe('4');
    const span = Date.parse(query?.get('to') ?? '') - Date.parse(query?.get('from') ?? '');
    expect(span).toBe(3 * 3_600_000 + 40 * 86_400_000);
  });

  it('say the server’s own sentence where they can’t be read, and go with the city', async () => {
    const { desk, stop } = aDesk(aServer(503));
    desk()?.look();
    await vi.waitFor(() => expect(desk()?.problem).toBe('The city is being built.'));
    stop();
    expect(desk()).toBeUndefined();
  });
});
