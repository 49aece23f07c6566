// All networks under the streets but drinking water, designed together and laid out once with it.

import { type Corridor, layCorridor, type NetworkRuns } from '../corridor.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Town } from '../town.ts';
import type { Collection } from '../write-collection.ts';
import { passBelow } from './below-storm.ts';
import { chamberSites } from './chambers.ts';
import { buildGas, type GasNetwork } from './gas.ts';
import { draftGas } from './gas-draft.ts';
import { buildHeat, draftHeat, type HeatNetwork } from './heat.ts';
import { overflowWalls, stormWalls, toObstacles } from './outfall-walls.ts';
import { buildPower, type PowerNetwork } from './power.ts';
import { draftPower } from './power-draft.ts';
import { buildSanitary, type SanitaryNetwork } from './sanitary.ts';
import { planSanitary } from './sanitary-draft.ts';
import { buildStorm, type StormNetwork } from './storm.ts';
import { draftStorm } from './storm-draft.ts';
import { writeNetwork } from './write-network.ts';
import { writeCatchments, writeInlets } from './write-storm.ts';

export type { GasNetwork } from './gas.ts';
export type { HeatNetwork } from './heat.ts';
export type { Network, NetworkDevice, NetworkNode, NetworkPipe, NetworkValve } from './network.ts';
export type { PowerNetwork } from './power.ts';
export type { SanitaryNetwork } from './sanitary.ts';
export type { StormNetwork } from './storm.ts';

export interface NetworksInput {
  readonly town: Town;
  readonly graph: StreetGraph;
  readonly accesses: readonly BuildingAccess[];
  readonly seed: string;
  /** True where all districts are built; else only streets with buildings get pipes. */
  readonly isWhole: boolean;
  /** What drinking water takes of the corridor. */
  readonly water?: readonly NetworkRuns[];
}

export interface TownNetworks {
  /** Of all networks at once, drinking water too. */
  readonly corridor: Corridor;
  readonly storm: StormNetwork;
  readonly sanitary: SanitaryNetwork;
  readonly gas: GasNetwork;
  readonly heatSupply: HeatNetwork;
  readonly heatReturn: HeatNetwork;
  readonly power: PowerNetwork;
}

export function layNetworks(input: NetworksInput): TownNetworks {
  const { town, graph, accesses, seed, isWhole, water } = input;
  const chambers = chamberSites(graph);
  const storm = draftStorm(town, graph, accesses, isWhole, new Set(chambers));
  const sanitary = passBelow(storm, planSanitary(town, graph, accesses, chambers));
  const gas = draftGas(town, graph, accesses);
  const heat = draftHeat(town, graph, accesses);
  const power = draftPower(town, graph, accesses);
  const corridor = layCorridor(
    graph,
    [storm.runs, sanitary.runs, ...(water ?? []), ...gas.networks, ...heat.networks, power.runs],
    toObstacles(graph, [...stormWalls(storm), ...overflowWalls(sanitary)]),
  );
  const [heatSupply, heatReturn] = buildHeat(heat, corridor, town.buildings, accesses, seed);
  return {
    corridor,
    storm: buildStorm(storm, corridor, accesses, seed),
    sanitary: buildSanitary(sanitary, corridor, accesses, seed),
    gas: buildGas(gas, corridor, town.buildings, accesses, seed),
    heatSupply,
    heatReturn,
    power: buildPower(power, corridor, accesses, seed),
  };
}

/** Id of the node that supplies or drains each building, by network. */
export function supplyOf({ storm, sanitary, gas, heatSupply, power }: TownNetworks) {
  return {
    storm: storm.supply,
    sewage: sanitary.supply,
    gas: gas.supply,
    heat: heatSupply.supply,
    power: power.supply,
  };
}

export function writeNetworks({
  storm,
  sanitary,
  gas,
  heatSupply,
  heatReturn,
  power,
}: TownNetworks): Collection[] {
  return [
    ...[storm, sanitary, gas, heatSupply, heatReturn, power].flatMap(writeNetwork),
    writeInlets([...storm.inlets, ...sanitary.inlets]),
    writeCatchments([...storm.catchments, ...sanitary.catchments]),
  ];
}
