// A scenario's sources and structures at work, beside the city's own culverts, sewers, and the levels of its rivers
// and sea.

import type { FloodScenario } from '#features/flood/contract.ts';
import { findPartProblem } from '#simulation/flood/forcing/checks.ts';
import { createForcing } from '#simulation/flood/forcing/create-forcing.ts';
import { withHeldLevel } from './forcing/held-water.ts';
import { openSewers } from './forcing/open-sewers.ts';
import type { FloodForcing, FloodGround, OpenForcing } from './parts.ts';

export const openForcing: OpenForcing = async (scenario, ground, city): Promise<FloodForcing> => {
  const { sources, structures, hasSewers, startMs, durationS } = scenario;
  const { grid, edges, depthM, bodies } = ground;
  const toGrid = ground.toGrid.bind(ground);
  const own = new Set(structures.map(({ id }) => id));
  // A person's structure takes the place of the city's one of the same id; one that the grid is too coarse for, such
  // as a culvert within a cell, is left out.
  const given = ground.structures.filter(
    (one) => !own.has(one.id) && findPartProblem(one, { grid, toGrid }) === undefined,
  );
  const sewers = hasSewers ? await openSewers(city, ground, startMs, durationS) : undefined;
  const roofs = roofsOf(scenario, ground);
  const held = { grid, depthM, toGrid };
  const forcing = createForcing({
    ...{ grid, toGrid, edges, depthM, loss: scenario.ground },
    sources: sources.map((source) => withHeldLevel(source, held)),
    structures: [...given, ...structures],
    ...(bodies ? { waters: bodies } : {}),
    ...(roofs ? { roofs } : {}),
    ...(sewers ? { sewers } : {}),
  });
  return { ...forcing, add: (part) => forcing.add(withHeldLevel(part, held)) };
};

/** Rain on houses runs off beside them, unless they are no houses but ground. */
function roofsOf({ buildings }: FloodScenario, { buildingAt }: FloodGround) {
  if (buildings === 'ground' || !buildingAt) return undefined;
  return Uint8Array.from(buildingAt, (building) => (building >= 0 ? 1 : 0));
}
