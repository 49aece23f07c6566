// What the city's server has kept of its water gauges, and what it holds of forecasts: `GET /live/datastreams` says which
// datastreams there are, `GET /live/history` what they say over a time.

import * as v from 'valibot';
import {
  type DatastreamCatalogue,
  parseDatastreamCatalogue,
} from '#contract/datastream-catalogue.ts';
import { parseLiveFrame, quality } from '#contract/live-frame.ts';
import type { WaterDatastream, WaterSeries } from '../contract/forecasts.ts';

export interface WaterRecord {
  /** Levels, flows and rain that are measured, or that are marked as forecasts. */
  datastreams(isForecast: boolean, signal: AbortSignal): Promise<readonly WaterDatastream[]>;
  /** `everyS`: thinned to so much. Throws the server's sentence. */
  read(
    wanted: readonly WaterDatastream[],
    span: { readonly fromMs: number; readonly toMs: number; readonly everyS?: number },
    signal: AbortSignal,
  ): Promise<readonly WaterSeries[]>;
}

const properties: ReadonlySet<string> = new Set(['waterLevel', 'discharge', 'rainfallRate']);

export function createWaterRecord(
  origin: string,
  city: string,
  fetch: typeof globalThis.fetch = (...wanted) => globalThis.fetch(...wanted),
): WaterRecord {
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
    async datastreams(isForecast, signal) {
      const answer = await ask('/live/datastreams', {}, signal);
      const found = watersOf(parseDatastreamCatalogue(await answer.json()));
      return found.filter((one) => one.isForecast === isForecast);
    },
    async read(wanted, { fromMs, toMs, everyS }, signal) {
      if (wanted.length === 0) return [];
      const query = {
        ...{ from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() },
        datastreams: wanted.map(({ number }) => number).join(','),
        ...(everyS !== undefined && { every: String(everyS) }),
      };
      const answer = await ask('/live/history', query, signal);
      const points = pointsOf(await answer.arrayBuffer());
      return wanted.map((one) => ({ ...one, points: points.get(one.number) ?? [] }));
    },
  };
}

const watersOf = ({ sensors }: DatastreamCatalogue): WaterDatastream[] =>
  sensors.flatMap(({ id, name, kind, longitudeDeg, latitudeDeg, datastreams }) =>
    datastreams.flatMap(({ number, property, forecast = false }) =>
      properties.has(property)
        ? [
            {
              ...{ number, sensor: id, name, kind, property },
              ...{ longitudeDeg, latitudeDeg, isForecast: forecast },
            },
          ]
        : [],
    ),
  );

function pointsOf(bytes: ArrayBuffer): Map<number, (readonly [number, number])[]> {
  const frame = parseLiveFrame(bytes);
  const found = new Map<number, (readonly [number, number])[]>();
  for (const [row, datastream] of frame.datastream.entries()) {
    const value = frame.value[row] ?? Number.NaN;
    const byte = (frame.quality[row] ?? 0) & 3;
    if (!Number.isFinite(value) || byte === quality.bad || byte === quality.missing) continue;
    const points = found.get(datastream) ?? [];
    points.push([frame.timeMs[row] ?? 0, value]);
    found.set(datastream, points);
  }
  for (const points of found.values()) points.sort(([a], [b]) => a - b);
  return found;
}

const refusal = v.object({ error: v.string() });
