// A scenario's sources and structures at work, beside the city's own culverts and the levels of its rivers and sea.

import { createForcing } from '#simulation/flood/forcing/create-forcing.ts';
import type { FloodForcing, OpenForcing } from './parts.ts';

export const openForcing: OpenForcing = (scenario, ground): FloodForcing => {
  const own = new Set(scenario.structures.map(({ id }) => id));
  return createForcing({
    grid: ground.grid,
    toGrid: (place) => ground.toGrid(place),
    sources: scenario.sources,
    // A person's structure takes the place of the city's one of the same id.
    structures: [...ground.structures.filter(({ id }) => !own.has(id)), ...scenario.structures],
    loss: scenario.ground,
    edges: ground.edges,
    depthM: ground.depthM,
  });
};
