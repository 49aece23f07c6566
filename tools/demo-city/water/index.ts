// The drinking-water network of the town.

import { createRandom } from '#model/random.ts';
import type { TownBuilding } from '../buildings.ts';
import type { Corridor } from '../corridor.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import { describeAreas } from './areas.ts';
import { assemble } from './assemble.ts';
import { bendsOf, createCourses } from './courses.ts';
import { placeHydrants, placeValves } from './fittings.ts';
import type { WaterNetwork, WaterPipe } from './network.ts';
import { serveStreets } from './served-streets.ts';
import { sizePipes } from './sizing.ts';
import { writeInp } from './write-inp.ts';

export { waterRuns } from './courses.ts';
export { findLeastPressures } from './hydraulics.ts';
export type * from './network.ts';
export { writeWater } from './write-water.ts';

/** The EPANET file, its pipes bent as they lie in the ground. */
export function writeWaterModel(network: WaterNetwork, corridor: Corridor): string {
  const { lineOf } = createCourses(network, corridor);
  return writeInp(network, (pipe) => bendsOf(lineOf(pipe)));
}

/** Same town and seed, same network. Sized and settled by EPANET, which takes some seconds. */
export async function createWaterNetwork(
  graph: StreetGraph,
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
  seed: string,
): Promise<WaterNetwork> {
  const served = serveStreets(graph, buildings, accesses);
  const random = createRandom(seed).fork('water');
  const { draft, areas } = assemble(graph, buildings, served, random);
  const base = {
    ...{ nodes: draft.nodes, pumps: draft.pumps, regulators: draft.regulators },
    ...{ controls: draft.controls, dmas: describeAreas(draft, areas, served) },
    customers: served.customers.map(({ building, node, demands }) => {
      return { building, node: served.nodes[node]!.id, demands };
    }),
    hydrants: placeHydrants(graph, served),
  };
  const withPipes = (pipes: readonly WaterPipe[]) => ({ ...base, pipes, valves: [] });
  const { pipes, levels } = await sizePipes(draft, (list) => writeInp(withPipes(list)));
  return {
    ...base,
    pipes,
    nodes: draft.nodes.map((node) =>
      node.kind === 'tank' ? { ...node, initialLevelM: levels.get(node.id)! } : node,
    ),
    valves: placeValves(graph, served, pipes, random.fork('valves')),
  };
}
