// Outlines of the buildings that stand on a run's grid, in its coordinates.

import { type FootprintChunk, forEachFootprint } from '#contract/footprints.ts';
import type { PlacedFootprint } from '#simulation/flood/ground/buildings.ts';
import type { GridPlaces } from './grid-places.ts';

export function placeOutlines(
  chunks: readonly FootprintChunk[],
  { toGridLine }: GridPlaces,
): PlacedFootprint[] {
  const placed: PlacedFootprint[] = [];
  for (const chunk of chunks) {
    forEachFootprint(chunk, (index, rings) => {
      placed.push({ index, rings: rings.map(toGridLine) });
    });
  }
  return placed;
}
