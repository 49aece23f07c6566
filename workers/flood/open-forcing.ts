// A scenario's sources and structures at work, beside the city's own culverts, sewers, and the levels of its rivers
// and sea.

import type { FloodScenario } from '#features/flood/contract.ts';
import { findPartProblem } from '#simulation/flood/forcing/checks.ts';
import { createForcing } from '#simulation/flood/forcing/create-forcing.ts';
import type {
  Forcing,
  ForcingPart,
  ForcingSource,
  ForcingStructure,
  SewerExchange,
} from '#simulation/flood/forcing/parts.ts';
import { withHeldLevel } from './forcing/held-water.ts';
import { withLateSewers } from './forcing/late-sewers.ts';
import { openSewers } from './forcing/open-sewers.ts';
import type { FloodForcing, FloodGround, OpenForcing } from './parts.ts';

export const openForcing: OpenForcing = async (scenario, ground, city): Promise<FloodForcing> => {
  const { structures, hasSewers } = scenario;
  const { grid, edges, depthM, bodies } = ground;
  const toGrid = ground.toGrid.bind(ground);
  const own = new Set(structures.map(({ id }) => id));
  // A person's structure takes the place of the city's one of the same id; one that the grid is too coarse for, such
  // as a culvert within a cell, is left out.
  const given = ground.structures.filter(
    (one) => !own.has(one.id) && findPartProblem(one, { grid, toGrid }) === undefined,
  );
  const roofs = roofsOf(scenario, ground);
  const held = { grid, depthM, toGrid };
  const create = (parts: readonly ForcingPart[], sewers?: SewerExchange) =>
    createForcing({
      ...{ grid, toGrid, edges, depthM, loss: scenario.ground },
      sources: parts.filter(isSource),
      structures: parts.filter((part): part is ForcingStructure => !isSource(part)),
      ...(bodies ? { waters: bodies } : {}),
      ...(roofs ? { roofs } : {}),
      ...(sewers ? { sewers } : {}),
    });
  const parts: readonly ForcingPart[] = [
    ...scenario.sources.map((source) => withHeldLevel(source, held)),
    ...given,
    ...structures,
  ];
  const forcing = hasSewers
    ? openLate(create, parts, openSewers(city, ground, scenario))
    : create(parts);
  return { ...forcing, add: (part) => forcing.add(withHeldLevel(part, held)) };
};

/** The water runs meanwhile; sewers that can't be opened are told when their time has come. */
function openLate(
  create: (parts: readonly ForcingPart[], sewers?: SewerExchange) => Forcing,
  parts: readonly ForcingPart[],
  opening: Promise<SewerExchange | undefined>,
): Forcing {
  opening.catch(() => undefined);
  return withLateSewers(create(parts), parts, async (now) => {
    const sewers = await opening;
    return sewers && create(now, sewers);
  });
}

const sourceKinds: ReadonlySet<string> = new Set([
  ...(['rain', 'inflow', 'stage', 'breach', 'dam-break', 'burst'] as const),
]);
const isSource = (part: ForcingPart): part is ForcingSource => sourceKinds.has(part.kind);

/** Rain on houses runs off beside them, unless they are no houses but ground. */
function roofsOf({ buildings }: FloodScenario, { buildingAt }: FloodGround) {
  if (buildings === 'ground' || !buildingAt) return undefined;
  return Uint8Array.from(buildingAt, (building) => (building >= 0 ? 1 : 0));
}
