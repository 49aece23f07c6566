// Readings of some datastreams over a span: what is in memory from there, the rest from the server.

import type { LiveFrame } from '#contract/live-frame.ts';
import type { LiveState } from './live-state.ts';
import type { HistoryParams, Series } from './protocol.ts';
import type { ReadingColumns } from './recent-readings.ts';
import type { ServerRequests } from './server-requests.ts';
import { thin } from './thin.ts';

export async function readHistory(
  params: HistoryParams,
  live: LiveState,
  server: Pick<ServerRequests, 'history'>,
  signal: AbortSignal,
): Promise<Series[]> {
  const { datastreams, fromMs, toMs, everyS } = params;
  const cutMs = Math.min(toMs, Math.max(fromMs, roundUp(live.recent.coveredFromMs, everyS)));
  const older =
    cutMs > fromMs && datastreams.length > 0
      ? splitFrame(await server.history({ ...params, toMs: cutMs }, signal))
      : new Map<number, ReadingColumns>();
  return datastreams.map((datastream) => {
    const before = older.get(datastream) ?? nothing;
    const row = live.state.rows.find(datastream);
    const recent = row === undefined ? nothing : live.recent.find(row, cutMs, toMs);
    const after = everyS === undefined ? recent : thin(recent, everyS);
    return { datastream, ...join(before, after) };
  });
}

/** A bucket is made by the server or from memory, never by both. */
const roundUp = (instantMs: number, everyS: number | undefined) =>
  everyS === undefined ? instantMs : Math.ceil(instantMs / (everyS * 1000)) * everyS * 1000;

const nothing: ReadingColumns = {
  timeMs: new Float64Array(),
  value: new Float64Array(),
  quality: new Uint8Array(),
};

function join(before: ReadingColumns, after: ReadingColumns): ReadingColumns {
  const length = before.timeMs.length + after.timeMs.length;
  const timeMs = new Float64Array(length);
  const value = new Float64Array(length);
  const quality = new Uint8Array(length);
  for (const [part, start] of [[before, 0] as const, [after, before.timeMs.length] as const]) {
    timeMs.set(part.timeMs, start);
    value.set(part.value, start);
    quality.set(part.quality, start);
  }
  return { timeMs, value, quality };
}

/** The rows of a frame by datastream, in their order. */
function splitFrame(frame: LiveFrame): Map<number, ReadingColumns> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < frame.datastream.length; at += 1) {
    const known = places.get(frame.datastream[at]!);
    if (known) known.push(at);
    else places.set(frame.datastream[at]!, [at]);
  }
  const series = new Map<number, ReadingColumns>();
  for (const [datastream, at] of places) {
    series.set(datastream, {
      timeMs: Float64Array.from(at, (place) => frame.timeMs[place]!),
      value: Float64Array.from(at, (place) => frame.value[place]!),
      quality: Uint8Array.from(at, (place) => frame.quality[place]!),
    });
  }
  return series;
}
