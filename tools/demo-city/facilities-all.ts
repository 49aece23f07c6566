// Everything of the town that is neither building nor pipe: facilities, the underground, what holds the water.

import { type Facility, findFacilities } from './facilities.ts';
import {
  findCulverts,
  findLevees,
  writeCulverts,
  writeLevees,
  writeRiverStations,
  writeUnderpasses,
} from './facilities-flood.ts';
import { digUnderground, writeUnderground } from './facilities-underground.ts';
import { writeFacilities } from './facilities-write.ts';
import type { StreetGraph } from './street-graph.ts';
import type { Town } from './town.ts';
import type { Collection } from './write-collection.ts';

export function collectFacilities(
  town: Town,
  graph: StreetGraph,
  seed: string,
): { readonly facilities: readonly Facility[]; readonly collections: readonly Collection[] } {
  const facilities = findFacilities(town, graph, seed);
  return {
    facilities,
    collections: [
      writeFacilities(facilities),
      ...writeUnderground(digUnderground()),
      writeLevees(findLevees()),
      writeCulverts(findCulverts()),
      writeUnderpasses(),
      writeRiverStations(),
    ],
  };
}
