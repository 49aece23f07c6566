// What a model of the waters expects of the next two days, issued anew every hour: the course that does come, off by an
// error that grows with how far ahead it looks. Part of the error is that of the whole issue, part wanders along it.
// How large it grows is judgement: m, or a share of the value.

import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SourceContext } from '../source.ts';
import { instruments, toRange } from './instruments.ts';
import { DAY, HOUR } from './local-clock.ts';
import { bell, mix, seedOf, wander } from './noise.ts';
import { toSignal } from './signals.ts';
import type { Stream, World } from './world.ts';

export interface Forecaster {
  /** Id of the datastream in the database. */
  readonly datastream: number;
  /** A forecast speaks of whole multiples of it since 1970. */
  readonly intervalMs: number;
  /** What was expected of `timeMs` when the forecast of `issuedMs` came out. */
  expected(issuedMs: number, timeMs: number): number;
}

interface Spread {
  /** Standard deviation at once and a day ahead. */
  readonly atOnce: number;
  readonly aDay: number;
  readonly isShare: boolean;
}

const ISSUED_EVERY_MS = HOUR;
const AHEAD_MS = 2 * DAY;
const WANDERS_IN_MS = 7 * HOUR;

const spreads: Partial<Record<ObservedPropertyId, Spread>> = {
  waterLevel: { atOnce: 0.015, aDay: 0.06, isShare: false },
  discharge: { atOnce: 0.04, aDay: 0.14, isShare: true },
  rainfallRate: { atOnce: 0.2, aDay: 0.5, isShare: true },
};

export function createForecasters(
  world: World,
  { sensors, datastreamId, report }: Pick<SourceContext, 'sensors' | 'datastreamId' | 'report'>,
): Forecaster[] {
  return sensors.flatMap((thing) => {
    const seed = seedOf(thing.id);
    const place = world.placeOf(thing);
    return thing.datastreams.flatMap((declaration): Forecaster[] => {
      if (declaration.forecast !== true) return [];
      const { id, property, intervalS } = declaration;
      const spread = spreads[property];
      if (!spread) {
        report(`${thing.id}/${id} has no forecast: no model here looks ahead at ${property}.`);
        return [];
      }
      const stream: Stream = { thing, declaration, seed, place };
      const truth = toSignal(stream, world);
      const ownSeed = mix(seed, seedOf(id));
      const { resolution } = instruments[property];
      return [
        {
          datastream: datastreamId(thing.id, id),
          intervalMs: intervalS * 1000,
          expected(issuedMs, timeMs) {
            const value = truth(timeMs);
            const off = errorOf(ownSeed, issuedMs, timeMs, spread);
            const expected = value + off * (spread.isShare ? Math.abs(value) : 1);
            return toRange(property, Math.round(expected / resolution) * resolution);
          },
        },
      ];
    });
  });
}

function errorOf(seed: number, issuedMs: number, timeMs: number, { atOnce, aDay }: Spread): number {
  const days = (timeMs - issuedMs) / DAY;
  const deviation = atOnce + (aDay - atOnce) * Math.sqrt(Math.max(0, days));
  const issue = mix(seed, issuedMs / ISSUED_EVERY_MS);
  return deviation * (0.8 * bell(issue, 1) + 0.6 * wander(issue, timeMs, WANDERS_IN_MS));
}

/** When the latest forecast came out, at or before `nowMs`. */
export const lastIssue = (nowMs: number): number =>
  Math.floor(nowMs / ISSUED_EVERY_MS) * ISSUED_EVERY_MS;

/** When the last forecast came out that spoke of `timeMs` before it was there. */
export const issueBefore = (timeMs: number): number =>
  (Math.ceil(timeMs / ISSUED_EVERY_MS) - 1) * ISSUED_EVERY_MS;

/** All that the forecast of `issuedMs` speaks of, from the first instant after it on. */
export function* pointsOf(
  { intervalMs, expected }: Forecaster,
  issuedMs: number,
): Generator<readonly [timeMs: number, value: number]> {
  const endMs = issuedMs + AHEAD_MS;
  let timeMs = (Math.floor(issuedMs / intervalMs) + 1) * intervalMs;
  for (; timeMs <= endMs; timeMs += intervalMs) yield [timeMs, expected(issuedMs, timeMs)];
}
