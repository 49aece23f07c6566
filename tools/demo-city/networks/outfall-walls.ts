// What the last reaches of the sewers take of the ground at their crossings: other pipes have to pass them.

import type { Obstacle } from '../corridor-levels.ts';
import type { StreetGraph } from '../street-graph.ts';
import { largestInto, shapeOutfall } from './outfall-reach.ts';
import { bankOf, type OutfallSite } from './outfalls.ts';
import type { OverflowChamber, SanitaryDraft } from './sanitary-draft.ts';
import { leastSlope } from './sewer-sizes.ts';
import type { StormDraft } from './storm-draft.ts';

/** Levels above the vertical datum, m. */
export interface Wall {
  readonly crossing: number;
  readonly topM: number;
  readonly bottomM: number;
}

/** As far as the pipes of the street along the water lie from the crossing. */
const streetM = 9;

function wallOf(site: OutfallSite, shape: ReturnType<typeof shapeOutfall>): Wall {
  const { startM, endM, outerM, lengthM } = shape;
  const across = startM + ((endM - startM) * Math.min(streetM, lengthM)) / lengthM;
  return {
    crossing: site.crossing,
    topM: Math.max(startM, across) + outerM / 2,
    bottomM: Math.min(startM, across) - outerM / 2,
  };
}

export const stormWalls = ({ graph, outfalls, peakAt, levels }: StormDraft): Wall[] =>
  outfalls.map((site) =>
    wallOf(
      site,
      shapeOutfall(site, {
        at: graph.nodes[site.crossing]!.at,
        invertM: levels.invertOf.get(site.crossing)!,
        flowM3s: peakAt(site.crossing),
        leastDiameterM: largestInto(levels, site.crossing),
      }),
    ),
  );

export const overflowWalls = ({ graph, chambers }: SanitaryDraft): Wall[] =>
  chambers.map((chamber) => {
    const site = bankOf(graph, chamber.crossing);
    const { at } = graph.nodes[chamber.crossing]!;
    return wallOf(site, shapeOutfall(site, { at, ...overWeir(site, chamber) }));
  });

/** Where the pipe behind a chamber's weir starts: high enough to fall to the water. */
export function overWeir(
  { leastInvertM }: OutfallSite,
  { invertM, diameterM, stormM3s }: OverflowChamber,
) {
  const weirM = Math.max(invertM + 0.55 * diameterM, leastInvertM + leastSlope(diameterM) * 70);
  return {
    invertM,
    weirM,
    flowM3s: Math.max(0.05, stormM3s),
    leastDiameterM: Math.min(diameterM, 1),
  };
}

export const toObstacles = (graph: StreetGraph, walls: readonly Wall[]): Obstacle[] =>
  walls.map(({ crossing, topM, bottomM }) => {
    const { z } = graph.nodes[crossing]!.at;
    return { node: crossing, topM: z - topM, bottomM: z - bottomM };
  });
