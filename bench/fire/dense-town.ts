// 100,000 small houses far apart, which see more of each other than real ones: 20 links each.

import { buildGraph, linkAll } from '../../src/simulation/fire/urban/building-graph.ts';
import { outlinesOfRectangles } from '../../src/simulation/fire/urban/outlines.ts';
import { createTown } from '../../src/simulation/fire/urban/town.ts';

const PER_SIDE = 317;

const rectangles = Array.from({ length: PER_SIDE * PER_SIDE }, (_, at) => ({
  ...{ xM: (at % PER_SIDE) * 9, yM: Math.floor(at / PER_SIDE) * 9 },
  ...{ widthM: 4, depthM: 4, heightM: 6 },
}));

/** Links are found as a fire reaches them, or all at once. */
export function openDenseTown({ isLinked }: { readonly isLinked: boolean }) {
  const open = buildGraph(outlinesOfRectangles(rectangles), { leastViewFactor: 0 });
  const graph = isLinked ? linkAll(open) : open;
  return createTown({ graph, construction: rectangles.map(() => 'bareWood') });
}

export const denseScenario = {
  ignitions: [{ building: Math.floor((PER_SIDE * PER_SIDE) / 2), timeS: 0 }],
  wind: [{ fromS: 0, speedMs: 8, towardsRad: 0.4 }],
};

export const denseEnsemble = { members: 100, seed: 1, untilS: 1e6 };
