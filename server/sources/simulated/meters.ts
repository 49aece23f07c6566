// Every datastream of the city that measures as something that can be read at any instant.

import { quality, SIMULATED } from '#contract/live-frame.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import type { SourceContext } from '../source.ts';
import { createFaults, type Verdict } from './faults.ts';
import { instruments, toRange, toReading } from './instruments.ts';
import { mix, seedOf } from './noise.ts';
import { isSolved, toSignal } from './signals.ts';
import type { Stream, World } from './world.ts';

export interface Meter {
  /** Id of the datastream in the database. */
  readonly datastream: number;
  /** It reports at `phaseMs` + any whole number of intervals since 1970. */
  readonly intervalMs: number;
  readonly phaseMs: number;
  /** Whether its readings wait for the solution of the water network. */
  readonly isSolved: boolean;
  /** Writes what arrives at the instant into `verdict`; `quality` is the whole byte of a live frame. */
  read(timeMs: number, verdict: Verdict): void;
}

export function createMeters(
  world: World,
  { sensors, datastreamId }: Pick<SourceContext, 'sensors' | 'datastreamId'>,
): Meter[] {
  return sensors.flatMap((thing) => {
    const seed = seedOf(thing.id);
    const place = world.placeOf(thing);
    const stuck = world.happening('stuck', thing);
    const measured = thing.datastreams.filter(({ forecast }) => forecast !== true);
    return measured.map((declaration) => {
      const stream: Stream = { thing, declaration, seed, place };
      const { intervalS, property } = declaration;
      const ownSeed = mix(seed, seedOf(declaration.id));
      const reading = toReading(property, toSignal(stream, world), ownSeed, intervalS);
      const judge = createFaults({ seed, intervalS, spread: spreadOf(property), stuck });
      return {
        datastream: datastreamId(thing.id, declaration.id),
        intervalMs: intervalS * 1000,
        phaseMs: phaseOf(ownSeed, intervalS),
        isSolved: isSolved(stream, world),
        read(timeMs: number, verdict: Verdict) {
          judge(reading, timeMs, verdict);
          if (verdict.quality < quality.bad) verdict.value = toRange(property, verdict.value);
          // A model that has no value says so; it never passes for one.
          if (!Number.isFinite(verdict.value)) {
            verdict.value = Number.NaN;
            verdict.quality = quality.missing;
          }
          verdict.quality |= SIMULATED;
        },
      };
    });
  });
}

/** Whole seconds where the interval has some, so that readings of a city spread over its seconds. */
function phaseOf(seed: number, intervalS: number): number {
  const slots = intervalS >= 2 ? Math.floor(intervalS) : 1;
  return (seed % slots) * 1000;
}

const spreadOf = (property: ObservedPropertyId): number =>
  findObservedProperty(property).states ? 0 : instruments[property].scatter * 30;

/** The last instant at or before `timeMs` at which the meter reports. */
export const lastReport = ({ intervalMs, phaseMs }: Meter, timeMs: number): number =>
  phaseMs + Math.floor((timeMs - phaseMs) / intervalMs) * intervalMs;
