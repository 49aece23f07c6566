// What the city's server has kept: `GET /live/datastreams` says which datastreams there are, `GET /live/history` what
// they said over a time. Bad and missing readings are left out.

import * as v from 'valibot';
import {
  type DatastreamCatalogue,
  parseDatastreamCatalogue,
} from '#contract/datastream-catalogue.ts';
import { parseLiveFrame, qualityOf } from '#contract/live-frame.ts';

export interface StoredSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** Thinned to so much. */
  readonly everyS?: number;
}

/** In order of time, by the datastream's number; in the datastream's own unit. */
export type StoredPoints = ReadonlyMap<
  number,
  readonly (readonly [timeMs: number, value: number])[]
>;

/** Each throws the server's sentence. */
export interface StoredReadings {
  catalogue(signal: AbortSignal): Promise<DatastreamCatalogue>;
  read(numbers: readonly number[], span: StoredSpan, signal: AbortSignal): Promise<StoredPoints>;
}

export function createStoredReadings(
  origin: string,
  city: string,
  fetch: typeof globalThis.fetch = (...wanted) => globalThis.fetch(...wanted),
): StoredReadings {
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
    async catalogue(signal) {
      const answer = await ask('/live/datastreams', {}, signal);
      return parseDatastreamCatalogue(await answer.json());
    },
    async read(numbers, { fromMs, toMs, everyS }, signal) {
      if (numbers.length === 0) return new Map();
      const query = {
        ...{ from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() },
        datastreams: numbers.join(','),
        ...(everyS !== undefined && { every: String(everyS) }),
      };
      const answer = await ask('/live/history', query, signal);
      return pointsOf(await answer.arrayBuffer());
    },
  };
}

const refusal = v.object({ error: v.string() });

function pointsOf(bytes: ArrayBuffer): StoredPoints {
  const frame = parseLiveFrame(bytes);
  const found = new Map<number, (readonly [number, number])[]>();
  for (const [row, datastream] of frame.datastream.entries()) {
    const value = frame.value[row] ?? Number.NaN;
    const known = qualityOf(frame.quality[row] ?? 0);
    if (!Number.isFinite(value) || known === 'bad' || known === 'missing') continue;
    const points = found.get(datastream);
    const point = [frame.timeMs[row] ?? 0, value] as const;
    if (points) points.push(point);
    else found.set(datastream, [point]);
  }
  for (const points of found.values()) points.sort(([a], [b]) => a - b);
  return found;
}
