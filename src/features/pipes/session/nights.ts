// Judges the nights of the open city's water districts: asks its server for the record, its worker what it says.

import { presentOf } from '#store/clock.ts';
import type { PipesLine } from '#workers/pipes/client.ts';
import { PIPES_LINE } from '../contract/channels.ts';
import { NIGHT_LINE, NIGHT_REPORT, type NightLine } from '../contract/night-flow.ts';
import { createLocalTime } from '../kernel/nights/local-time.ts';
import { createFlowRecord, type FlowRecord, type Span } from './nights/flow-record.ts';
import type { PartContext, StartPart } from './part.ts';

/** As many as servers keep of what a source can tell. */
const NIGHTS = 7;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Before and after the hours that count, so that their first and last readings are there. */
const MARGIN_MS = HOUR_MS;

export const startNights: StartPart = (context) => startNightsPart(context, createFlowRecord);

export function startNightsPart(
  { store, frames, networks, signal: life, now }: PartContext,
  recordOf: (origin: string, city: string) => FlowRecord,
): () => void {
  const { city } = store.getState();
  if (!city || !networks.some(({ utility }) => utility === 'water')) return () => {};
  const { timeZone, id } = city.manifest;
  const line: NightLine = {
    async report(network, settings, asked, onProgress) {
      const signal = AbortSignal.any([life, asked]);
      const worker = frames.peek<PipesLine>(PIPES_LINE);
      if (!worker) throw new Error('The networks are being opened; try again in a moment.');
      const record = recordOf(new URL(city.baseUrl).origin, id);
      const { meters, isSimulated } = await record.meters(signal);
      if (meters.length === 0) throw new Error('No flow meter sits in a pipe of this network.');
      const presentMs = presentOf(store.getState().clock, now());
      const spans = nightSpans(presentMs, timeZone, settings.fromHour, settings.untilHour);
      const read = await record.read(meters, spans, signal, onProgress);
      const judged = await worker.call(
        'nights',
        { ...settings, network, timeZone, meters: read },
        { signal },
      );
      const [first, last] = [spans[0], spans.at(-1)];
      return {
        ...{ ...settings, ...judged, network, isSimulated },
        ...{ fromMs: first?.fromMs ?? presentMs, toMs: last?.toMs ?? presentMs },
      };
    },
  };
  frames.publish(NIGHT_LINE, line);
  return () => {
    frames.publish(NIGHT_LINE, undefined);
    frames.publish(NIGHT_REPORT, undefined);
  };
}

/** The hours of the latest nights that have begun, the earliest first; none reaches past the present. */
export function nightSpans(
  presentMs: number,
  timeZone: string,
  fromHour: number,
  untilHour: number,
): Span[] {
  const localMs = createLocalTime(timeZone);
  const today = Math.floor(localMs(presentMs) / DAY_MS) * DAY_MS;
  const spans: Span[] = [];
  for (let back = NIGHTS - 1; back >= 0; back--) {
    const midnight = today - back * DAY_MS;
    const toUtc = (local: number) => {
      const guess = local - (localMs(local) - local);
      return local - (localMs(guess) - guess);
    };
    const fromMs = toUtc(midnight + fromHour * HOUR_MS) - MARGIN_MS;
    const toMs = Math.min(presentMs, toUtc(midnight + untilHour * HOUR_MS) + MARGIN_MS);
    if (toMs > fromMs) spans.push({ fromMs, toMs });
  }
  return spans;
}
