// District heating: supply and return side by side from two plants to the old town, the business quarter and
// the old wharves. 95 °C out, 55 °C back. SI.

import { createRandom } from '#model/random.ts';
import type { TownBuilding } from '../buildings.ts';
import type { Corridor, NetworkRuns } from '../corridor.ts';
import { greatRoads } from '../plan.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Town } from '../town.ts';
import { lengthOf, pointAlong } from './line-cuts.ts';
import { heatLoadKw, isOnDistrictHeat, sumByEdge } from './loads.ts';
import type { Network, NetworkDevice, NetworkNode, NetworkPipe, NetworkValve } from './network.ts';
import { nearestCrossing, plantPlaces } from './plants.ts';
import { growPressureTree, type PressureTree } from './pressure-tree.ts';
import { districtAt, middleOf } from './quarters.ts';
import { accessesByEdge, rimAt } from './sewer-runs.ts';
import { createYears } from './years.ts';

export interface HeatNetwork extends Network {
  readonly side: 'supply' | 'return';
  readonly temperatureC: number;
}

export interface HeatDraft {
  readonly graph: StreetGraph;
  readonly tree: PressureTree;
  readonly plants: readonly { readonly crossing: number; readonly name: string }[];
  readonly loads: ReadonlyMap<number, number>;
  readonly networks: readonly NetworkRuns[];
}

const supplyC = 95;
const returnC = 55;
const waterHeat = 4.19;
const bridgesUsed: ReadonlySet<string> = new Set(['y2520', 'y3190']);

/** Inside and outside (with insulation) of preinsulated pipes, EN 253, m. */
const sizes: readonly (readonly [inner: number, outer: number])[] = [
  [0.05, 0.125],
  [0.08, 0.16],
  [0.1, 0.2],
  [0.15, 0.25],
  [0.2, 0.315],
  [0.25, 0.4],
  [0.3, 0.45],
  [0.4, 0.49],
];
const mostSpeed = 2.2;

function sizeOf(loadKw: number): readonly [inner: number, outer: number] {
  const flowM3s = loadKw / (waterHeat * (supplyC - returnC)) / 965;
  const fitting = sizes.find(([inner]) => (Math.PI / 4) * inner * inner * mostSpeed >= flowM3s);
  return fitting ?? sizes.at(-1)!;
}

export function draftHeat(
  town: Town,
  graph: StreetGraph,
  accesses: readonly BuildingAccess[],
): HeatDraft {
  const loads = sumByEdge(
    town.buildings,
    (index) => accesses[index]!.edge,
    (building) => (isOnDistrictHeat(building) ? heatLoadKw(building) * 0.62 : 0),
  );
  const served = [...loads]
    .flatMap(([edge, load]) => (load > 0 ? [edge] : []))
    .sort((a, b) => a - b);
  const isServed = new Set(served);
  const plants = [
    { crossing: nearestCrossing(graph, plantPlaces.heatPlant), name: 'Heizkraftwerk Hafen' },
    { crossing: nearestCrossing(graph, plantPlaces.heatPlantWest), name: 'Heizwerk Strand' },
  ];
  const tree = growPressureTree(
    graph,
    plants.map(({ crossing }) => crossing),
    served,
    (edge) => {
      const { lengthM, bridge, street } = graph.edges[edge]!;
      if (bridge && !bridgesUsed.has(greatRoads[street]!.id)) return Number.POSITIVE_INFINITY;
      return lengthM * (isServed.has(edge) ? 1 : 1.6);
    },
    (edge) => loads.get(edge) ?? 0,
  );
  const runs = tree.edges.map((edge) => ({
    edge,
    outerDiameterM: sizeOf(tree.loadOf.get(edge) ?? 0)[1],
  }));
  return {
    graph,
    tree,
    plants: served.length === 0 ? [] : plants,
    loads,
    networks: [
      { network: 'heatSupply', runs },
      { network: 'heatReturn', runs },
    ],
  };
}

const owner = 'Stadtwerke Marenholm';

/** Supply first, then return; exchangers and plants join the two and are devices of the supply. */
export function buildHeat(
  draft: HeatDraft,
  corridor: Corridor,
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
  seed: string,
): readonly [HeatNetwork, HeatNetwork] {
  const { graph, tree, plants } = draft;
  const years = createYears(graph, seed, 'heat', { earliest: 1968, renewed: 0.3 });
  const attached = attach(draft, buildings, accesses);
  const idOf = (side: HeatNetwork['side'], node: number) =>
    `${side === 'supply' ? 'HS' : 'HR'}-${graph.nodes[node]!.id}`;
  const plantAt = new Map(plants.map(({ crossing, name }) => [crossing, name]));
  const crossings = [
    ...new Set(tree.edges.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to])),
  ].sort((a, b) => a - b);

  function build(side: HeatNetwork['side']): HeatNetwork {
    const slot = side === 'supply' ? 'heatSupply' : 'heatReturn';
    const letters = side === 'supply' ? 'HS' : 'HR';
    const pipes = tree.edges.map((edge): NetworkPipe => {
      const { from, to, id, bridge } = graph.edges[edge]!;
      const load = tree.loadOf.get(edge) ?? 0;
      const [innerM, outerM] = sizeOf(load);
      const line = corridor.lineOf(slot, edge)!;
      return {
        id: `${letters}-P-${id.slice(2)}`,
        network: slot,
        role: innerM >= 0.2 ? 'transmission' : 'main',
        from: idOf(side, from),
        to: idOf(side, to),
        line,
        lengthM: lengthOf(line),
        innerM,
        outerM,
        material: 'preinsulated steel',
        installed: years(edge),
        roughness: { model: 'colebrook', value: 0.00005 },
        pressureClass: 'PN 25',
        owner,
        zone: districtAt(middleOf(graph.edges[edge]!)).name,
        more: { load_kW: Math.round(load), temperature_C: side === 'supply' ? supplyC : returnC },
        isOpen: bridge !== undefined,
      };
    });
    const nodes = crossings.map((crossing): NetworkNode => {
      const at = corridor.nodeOf(slot, crossing);
      const name = plantAt.get(crossing);
      const houses = attached.get(crossing)?.buildings ?? [];
      return {
        id: idOf(side, crossing),
        kind: name ? 'plant' : houses.length > 0 ? 'substation' : 'junction',
        at,
        rimM: rimAt(at),
        crossing,
        buildings: houses,
        ...(name && { more: { name } }),
      };
    });
    return {
      id: side === 'supply' ? 'heat-supply' : 'heat-return',
      title: side === 'supply' ? 'District heat, supply' : 'District heat, return',
      side,
      temperatureC: side === 'supply' ? supplyC : returnC,
      pipes,
      nodes,
      devices: side === 'supply' ? devicesOf(nodes) : [],
      valves: valvesOf(pipes, seed, letters),
      supply: new Map(
        [...attached].flatMap(([crossing, { buildings: houses }]) =>
          houses.map((building) => [building, idOf(side, crossing)] as const),
        ),
      ),
    };
  }

  function devicesOf(nodes: readonly NetworkNode[]): NetworkDevice[] {
    return nodes.flatMap(({ id, at, crossing, kind }): NetworkDevice[] => {
      const load = attached.get(crossing!)?.loadKw ?? 0;
      const other = idOf('return', crossing!);
      if (kind === 'plant') {
        const more = { name: plantAt.get(crossing!)!, supply_C: supplyC, head_m: 65 };
        return [
          {
            id: `HP-${graph.nodes[crossing!]!.id}`,
            kind: 'pump',
            node: id,
            from: other,
            to: id,
            at,
            more,
          },
        ];
      }
      if (load === 0) return [];
      const more = { design_kW: Math.round(load), return_C: returnC };
      return [
        {
          id: `HX-${graph.nodes[crossing!]!.id}`,
          kind: 'heatExchanger',
          node: id,
          from: id,
          to: other,
          at,
          more,
        },
      ];
    });
  }

  return [build('supply'), build('return')];
}

/** Houses at the nearer end of their street, with what they ask for together. */
function attach(
  { graph, tree }: HeatDraft,
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
): Map<number, { buildings: string[]; loadKw: number }> {
  const laid = new Set(tree.edges);
  const attached = new Map<number, { buildings: string[]; loadKw: number }>();
  const own = new Map(buildings.map((building) => [building.id, building]));
  for (const [edge, list] of accessesByEdge(accesses)) {
    if (!laid.has(edge)) continue;
    const { from, to, lengthM } = graph.edges[edge]!;
    for (const { building, stationM } of list) {
      const house = own.get(building)!;
      if (!isOnDistrictHeat(house)) continue;
      const crossing = stationM < lengthM / 2 ? from : to;
      const known = attached.get(crossing) ?? { buildings: [], loadKw: 0 };
      known.buildings.push(building);
      known.loadKw += heatLoadKw(house) * 0.62;
      attached.set(crossing, known);
    }
  }
  return attached;
}

function valvesOf(pipes: readonly NetworkPipe[], seed: string, letters: string): NetworkValve[] {
  const random = createRandom(`${seed}/${letters} valves`);
  return pipes.flatMap((pipe): NetworkValve[] => {
    if (pipe.innerM < 0.1 && !random.chance(0.3)) return [];
    return [
      {
        id: `${pipe.id.replace('-P-', '-V-')}-1`,
        kind: 'isolation',
        link: pipe.id,
        node: pipe.from,
        at: pointAlong(pipe.line, Math.min(6, pipe.lengthM / 3)),
        isClosed: false,
        isOperable: random.chance(0.97),
        lastExercised: random.whole(2018, 2026),
      },
    ];
  });
}
