// Firebrands of burning buildings in a seeded run: when each is thrown, where it comes down, when what it hit burns.
// s, m. Source: Poisson process in time, landing law of ./firebrands.ts; smouldering exponential.

import { buildingAt } from './building-graph.ts';
import type { EventHeap } from './event-heap.ts';
import { alongM, brandLanding, normalOf, randomOf } from './firebrands.ts';
import type { RunArrays } from './run-state.ts';
import type { UrbanParameters } from './scenario.ts';
import type { UrbanTown } from './town.ts';
import type { Vegetation } from './vegetation.ts';
import type { Water } from './water.ts';
import type { WindHistory } from './wind-history.ts';

export interface BrandParts {
  readonly arrays: RunArrays;
  readonly throws: EventHeap;
  readonly wind: WindHistory;
  readonly water: Water;
  readonly parameters: UrbanParameters;
  readonly vegetation: Vegetation | undefined;
}

export interface BrandFlight {
  /** Plans the next one of a building after `fromS`. */
  wait(building: number, fromS: number, seed: number | undefined): void;
  /** Throws it; the building where it will light a fire, −1 where none. */
  throwFrom(building: number, nowS: number, seed: number, groundIgnition: number): number;
}

export function createBrandFlight(
  { graph, peakKW, brandReceptivity }: UrbanTown,
  { arrays, throws, wind, water, parameters, vegetation }: BrandParts,
): BrandFlight {
  const { ignitionS, endS, pendingS, pendingSource, brands } = arrays;

  function wait(building: number, fromS: number, seed: number | undefined): void {
    if (seed === undefined) return;
    const ratePerS = (parameters.brandsPerM2Hour * graph.areaM2[building]!) / 3600;
    if (ratePerS <= 0) return;
    const draw = randomOf(seed, building, brands[building]!, 0);
    const timeS = fromS - Math.log(draw) / ratePerS;
    throws.set(building, timeS < endS[building]! ? timeS : Infinity);
  }

  return {
    wait,
    throwFrom(building, nowS, seed, groundIgnition) {
      const number = brands[building]!++;
      wait(building, nowS, seed);
      const share = water.output[building]!;
      if (randomOf(seed, building, number, 1) >= share) return -1;
      const { speedMs, towardsX, towardsY } = wind.now;
      const side = Math.sqrt(graph.areaM2[building]!);
      const landing = brandLanding(peakKW[building]! * share, side, speedMs);
      const along = alongM(landing, normalOf(seed, building, number, 2));
      const across = landing.acrossDeviationM * normalOf(seed, building, number, 4);
      const xM = graph.centreXM[building]! + along * towardsX - across * towardsY;
      const yM = graph.centreYM[building]! + along * towardsY + across * towardsX;
      const hit = buildingAt(graph, xM, yM);
      if (hit < 0 && vegetation && randomOf(seed, building, number, 8) < groundIgnition) {
        const cell = vegetation.fire.burnableAt(xM, yM);
        if (cell >= 0) vegetation.ignite(cell, nowS);
      }
      if (hit < 0 || ignitionS[hit]! < Infinity || water.shielded[hit] === 1) return -1;
      if (randomOf(seed, building, number, 6) >= brandReceptivity[hit]!) return -1;
      const timeS = nowS - parameters.brandDelayS * Math.log(randomOf(seed, building, number, 7));
      if (timeS >= pendingS[hit]!) return -1;
      pendingS[hit] = timeS;
      pendingSource[hit] = building;
      return hit;
    },
  };
}
