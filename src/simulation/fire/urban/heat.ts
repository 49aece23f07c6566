// What a run computes most: heat from burning buildings to others, and who burns next. In JavaScript here; ./wasm does the
// same to the last bit.

import { createEventHeap } from './event-heap.ts';
import { createExposure, type Exposure } from './exposure.ts';
import { createRadiation } from './radiation.ts';
import type { RunArrays } from './run-state.ts';
import type { UrbanTown } from './town.ts';
import type { Water } from './water.ts';
import type { WindHistory } from './wind-history.ts';

export interface Heat {
  readonly exposure: Exposure;
  /** Adds what a burning building sends from now on. */
  radiate(building: number, nowS: number): void;
  /** Puts a building in its place among those that will burn; one that burns stays out. */
  schedule(building: number, nowS: number): void;
  /** Who burns next by what is known, −1 for nobody; and when, `Infinity` for never. */
  next(): number;
  nextS(): number;
  /** It burns from now on. */
  burn(building: number): void;
  /** The winds are others, or another one blows. */
  turn(): void;
  clear(): void;
}

export interface HeatParts {
  readonly arrays: RunArrays;
  readonly wind: WindHistory;
  /** Made after this, since it asks what is exposed. */
  readonly water: () => Water;
  /** n of the dose. */
  readonly exponent: number;
  /** Asked once a run for each building. */
  readonly neededDose: (building: number) => number;
}

export function createHeat(town: UrbanTown, parts: HeatParts): Heat {
  const { arrays, wind, water, exponent, neededDose } = parts;
  const { pendingS } = arrays;
  const exposure = createExposure(town, exponent, neededDose);
  const heap = createEventHeap(town.graph.count);
  /** As in the heap; −∞ once it burns. */
  const byS = heap.timeS;

  function schedule(building: number, nowS: number): void {
    if (byS[building] === -Infinity) return;
    const isWet = water().shielded[building] === 1;
    const byHeat = isWet ? Infinity : exposure.ignitionS(building);
    const timeS = isWet ? Infinity : Math.max(nowS, Math.min(byHeat, pendingS[building]!));
    byS[building] = timeS;
    heap.update(building);
  }

  return {
    exposure,
    radiate: createRadiation(town, { arrays, exposure, wind, water, byS, schedule }),
    schedule,
    next: heap.first,
    nextS() {
      const building = heap.first();
      return building < 0 ? Infinity : byS[building]!;
    },
    burn(building) {
      heap.set(building, Infinity);
      byS[building] = -Infinity;
    },
    turn() {},
    clear() {
      heap.clear();
      byS.fill(Infinity);
      exposure.clear();
    },
  };
}
