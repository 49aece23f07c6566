// What the city's server has kept of the flow meters of its water networks: `GET /live/datastreams` says which there
// are, `GET /live/history` what they said. Only the hours of the nights are asked for.

import * as v from 'valibot';
import {
  type DatastreamCatalogue,
  parseDatastreamCatalogue,
} from '#contract/datastream-catalogue.ts';
import { parseLiveFrame, quality } from '#contract/live-frame.ts';
import type { MeterRecord } from '../../contract/night-flow.ts';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface FlowMeter extends Pick<MeterRecord, 'sensor' | 'name' | 'element'> {
  readonly number: number;
}

export interface FlowMeters {
  readonly meters: readonly FlowMeter[];
  readonly isSimulated: boolean;
}

export interface FlowRecord {
  /** Each link once. Throws the server's sentence. */
  meters(signal: AbortSignal): Promise<FlowMeters>;
  /** Readings of the spans, joined in order of time. */
  read(
    meters: readonly FlowMeter[],
    spans: readonly Span[],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<readonly MeterRecord[]>;
}

type Points = Map<number, (readonly [timeMs: number, flowM3s: number])[]>;

export function createFlowRecord(
  origin: string,
  city: string,
  fetch: typeof globalThis.fetch = (...wanted) => globalThis.fetch(...wanted),
): FlowRecord {
  async function ask(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal) {
    const url = new URL(path, origin);
    for (const [name, value] of Object.entries({ city, ...query }))
      url.searchParams.set(name, value);
    const response = await fetch(url, { signal });
    if (response.ok) return response;
    const said = v.safeParse(refusal, await response.json().catch(() => undefined));
    throw new Error(said.success ? said.output.error : `The server answered ${response.status}.`);
  }
  return {
    async meters(signal) {
      const answer = await ask('/live/datastreams', {}, signal);
      const catalogue = parseDatastreamCatalogue(await answer.json());
      return { meters: metersOf(catalogue), isSimulated: catalogue.simulated };
    },
    async read(meters, spans, signal, onProgress) {
      const points: Points = new Map();
      if (meters.length === 0) return [];
      const datastreams = meters.map(({ number }) => number).join(',');
      for (const [at, { fromMs, toMs }] of spans.entries()) {
        const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
        const answer = await ask('/live/history', { from, to, datastreams }, signal);
        addPoints(await answer.arrayBuffer(), points);
        onProgress((at + 1) / spans.length);
      }
      return meters.map(({ number, ...meter }) => {
        const own = (points.get(number) ?? []).sort(([a], [b]) => a - b);
        return {
          ...meter,
          timesMs: Float64Array.from(own, ([timeMs]) => timeMs),
          flowM3s: Float64Array.from(own, ([, flowM3s]) => flowM3s),
        };
      });
    },
  };
}

function metersOf({ sensors }: DatastreamCatalogue): FlowMeter[] {
  const found = new Map<string, FlowMeter>();
  for (const { id, name, network, element, datastreams } of sensors) {
    if (network !== 'water' || element === undefined || found.has(element)) continue;
    const flow = datastreams.find(({ property }) => property === 'pipeFlow');
    if (flow) found.set(element, { sensor: id, name, element, number: flow.number });
  }
  return [...found.values()];
}

function addPoints(bytes: ArrayBuffer, points: Points): void {
  const frame = parseLiveFrame(bytes);
  for (const [row, datastream] of frame.datastream.entries()) {
    const value = frame.value[row] ?? Number.NaN;
    const byte = (frame.quality[row] ?? 0) & 3;
    if (!Number.isFinite(value) || byte === quality.bad || byte === quality.missing) continue;
    const own = points.get(datastream);
    const point = [frame.timeMs[row] ?? 0, value] as const;
    if (own) own.push(point);
    else points.set(datastream, [point]);
  }
}

const refusal = v.object({ error: v.string() });
