// What the feed asks the server over HTTP. Each throws the server's own sentence where it says no.

import * as v from 'valibot';
import {
  type DatastreamCatalogue,
  parseDatastreamCatalogue,
} from '#contract/datastream-catalogue.ts';
import { type Alarm, alarm, alarmList, type LiveClock, liveClock } from '#contract/live-event.ts';
import { type LiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import type { Thresholds } from '#model/thresholds.ts';
import type { AlarmsParams, OpenParams } from './protocol.ts';

/** The server said no, or nothing at all. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  constructor(sentence: string, status?: number, options?: ErrorOptions) {
    super(sentence, options);
    this.status = status;
  }
}

type Query = Readonly<Record<string, string | number | undefined>>;

export interface ServerRequests {
  /** Of what measures: a forecast is no reading, and `/live` has no news of it. */
  catalogue(signal?: AbortSignal): Promise<DatastreamCatalogue>;
  snapshot(atMs: number, signal?: AbortSignal): Promise<LiveFrame>;
  history(
    span: {
      readonly fromMs: number;
      readonly toMs: number;
      readonly datastreams?: readonly number[];
      readonly everyS?: number | undefined;
    },
    signal?: AbortSignal,
  ): Promise<LiveFrame>;
  setClock(change: { nowMs?: number; rate?: number }): Promise<LiveClock>;
  alarms(params: AlarmsParams, signal?: AbortSignal): Promise<readonly Alarm[]>;
  acknowledge(id: number, by: { by: string; note?: string }): Promise<Alarm>;
  setThresholds(number: number, thresholds: Thresholds): Promise<void>;
}

export function createServerRequests(
  { origin, city }: OpenParams,
  fetch: typeof globalThis.fetch,
): ServerRequests {
  async function ask(path: string, query: Query, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, origin);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    let response: Response;
    try {
      response = await fetch(url, init);
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new ServerError('The server does not answer.', undefined, { cause });
    }
    if (response.ok) return response;
    const said = v.safeParse(refusal, await response.json().catch(() => undefined));
    const sentence = said.success ? said.output.error : `The server answered ${response.status}.`;
    throw new ServerError(sentence, response.status);
  }
  const change = (method: 'PUT' | 'POST', path: string, query: Query, body: object) =>
    ask(path, query, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const readFrame = async (response: Response) => parseLiveFrame(await response.arrayBuffer());
  const within = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

  return {
    catalogue: async (signal) =>
      withoutForecasts(
        parseDatastreamCatalogue(
          await (await ask('/live/datastreams', { city }, within(signal))).json(),
        ),
      ),
    snapshot: async (atMs, signal) =>
      readFrame(await ask('/live/snapshot', { city, at: toIso(atMs) }, within(signal))),
    history: async ({ fromMs, toMs, datastreams, everyS }, signal) =>
      readFrame(
        await ask(
          '/live/history',
          {
            city,
            from: toIso(fromMs),
            to: toIso(toMs),
            datastreams: datastreams?.join(','),
            every: everyS,
          },
          within(signal),
        ),
      ),
    setClock: async (body) =>
      v.parse(liveClock, await (await change('PUT', '/live/clock', { city }, body)).json()),
    alarms: async ({ state, limit }, signal) =>
      v.parse(
        alarmList,
        await (await ask('/alarms', { city, state, limit }, within(signal))).json(),
      ).alarms,
    acknowledge: async (id, body) =>
      v.parse(
        alarm,
        await (await change('POST', `/alarms/${id}/acknowledgement`, {}, body)).json(),
      ),
    setThresholds: async (number, thresholds) => {
      await change('PUT', `/datastreams/${number}/thresholds`, {}, thresholds);
    },
  };
}

const withoutForecasts = ({ sensors, ...rest }: DatastreamCatalogue): DatastreamCatalogue => ({
  ...rest,
  sensors: sensors.map((sensor) => ({
    ...sensor,
    datastreams: sensor.datastreams.filter(({ forecast = false }) => !forecast),
  })),
});

const refusal = v.object({ error: v.string() });
const toIso = (instantMs: number) => new Date(instantMs).toISOString();
