// Opens the consequences of a run: the city's exposure is read once, and put on each run's grid.

import type { FootprintChunk } from '#contract/footprints.ts';
import { createFetchBytes, type ReadBytes } from '../../town/read-bytes.ts';
import { Outlines } from '../../town/read-outlines.ts';
import type { FloodGround, ObservedRun, OpenObserver } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';
import type { CityExposure } from './exposure.ts';
import { ImpactObserver } from './observer.ts';
import { type PlacedExposure, placeExposure } from './place-exposure.ts';
import { readExposure } from './read-exposure.ts';

/** Runs beside each other mostly share one grid; others are made ready for runs that may begin. */
const KEPT_GRIDS = 4;

export const openObserver: OpenObserver = createObserverOpener(createFetchBytes());

/** Opens observers of runs of one city after another; what was read of the last city is kept. */
export function createObserverOpener(
  read: ReadBytes,
): (run: ObservedRun) => Promise<ImpactObserver> {
  const outlines = new Outlines(read);
  const grids = new Map<string, Promise<PlacedExposure>>();
  let known: { readonly key: string; readonly exposure: Promise<CityExposure> } | undefined;

  const exposureOf = (city: FloodCity) => {
    const key = keyOf(city);
    if (known?.key !== key) {
      const exposure = readExposure(read, city);
      known = { key, exposure };
      exposure.catch(() => {
        if (known?.exposure === exposure) known = undefined;
      });
    }
    return known.exposure;
  };

  const place = (city: FloodCity, ground: FloodGround, sillM: number) => {
    const key = [keyOf(city), keyOfGround(ground), sillM].join(' ');
    const placed =
      grids.get(key) ??
      (async () =>
        placeExposure(
          await exposureOf(city),
          ground,
          await chunksOf(outlines, city, ground),
          sillM,
        ))();
    grids.delete(key);
    grids.set(key, placed);
    placed.catch(() => grids.delete(key));
    for (const oldest of grids.keys()) if (grids.size > KEPT_GRIDS) grids.delete(oldest);
    return placed;
  };

  return async ({ run, city, scenario, ground, from }) => {
    const before = from?.observer instanceof ImpactObserver ? from.observer : undefined;
    return new ImpactObserver(
      run,
      scenario.durationS,
      await place(city, ground, scenario.sillM),
      before && from && { observer: before, timeS: from.timeS },
    );
  };
}

const keyOf = (city: FloodCity) => `${city.id} ${city.buildings?.index ?? city.grid}`;

/** Same cells with the same water before the flood. */
function keyOfGround({ grid, depthM, toPlace }: FloodGround): string {
  const wet = depthM.reduce((sum, depth) => sum + (depth > 0 ? 1 : 0), 0);
  return [grid.width, grid.height, grid.cellM, ...toPlace(0), wet].join(' ');
}

/** Outlines around the grid; where they can't be read, circles stand in. */
async function chunksOf(
  outlines: Outlines,
  city: FloodCity,
  { grid, toPlace }: FloodGround,
): Promise<readonly FootprintChunk[]> {
  const url = city.buildings?.footprints;
  if (url === undefined) return [];
  const last = grid.width * grid.height - 1;
  const corners = [0, grid.width - 1, last - grid.width + 1, last].map(toPlace);
  const x = corners.map(([longitude]) => longitude);
  const y = corners.map(([, latitude]) => latitude);
  try {
    return await outlines.within(url, [
      Math.min(...x),
      Math.min(...y),
      Math.max(...x),
      Math.max(...y),
    ]);
  } catch {
    return [];
  }
}
