// The network as collections in the schema of pipes: pipes, nodes with hydrants, tanks and customers, valves,
// pumps and regulators.

import type { Corridor } from '../corridor.ts';
import type { Network, NetworkDevice, NetworkNode, NetworkPipe } from '../networks/network.ts';
import { writeNetwork } from '../networks/write-network.ts';
import type { Point3 } from '../solids.ts';
import type { Collection } from '../write-collection.ts';
import { type Courses, createCourses, groundAt } from './courses.ts';
import { dodge } from './dodge.ts';
import type { WaterNetwork, WaterNode, WaterPipe } from './network.ts';

const owner = 'Stadtwerke Marenholm';

/** `others` are the pipes of all other networks: drinking water keeps clear of them. */
export const writeWater = (
  network: WaterNetwork,
  corridor: Corridor,
  others: readonly NetworkPipe[],
): Collection[] => writeNetwork(toNetwork(network, corridor, others));

export function toNetwork(
  water: WaterNetwork,
  corridor: Corridor,
  others: readonly NetworkPipe[],
): Network {
  const courses = createCourses(water, corridor);
  const supply = new Map(water.customers.map(({ building, node }) => [building, node]));
  const supplied = new Map<string, string[]>();
  for (const [building, node] of supply) {
    const list = supplied.get(node);
    if (list) list.push(building);
    else supplied.set(node, [building]);
  }
  const zones = new Map(water.dmas.map(({ id, zone }) => [id, zone]));
  const lanes = water.pipes.map((pipe) => ({
    network: isTransmission(pipe) ? ('waterTransmission' as const) : ('water' as const),
    line: courses.lineOf(pipe),
    outerDiameterM: pipe.outerM,
    ends: [pipe.from, pipe.to] as const,
  }));
  const clear = dodge(
    lanes,
    others.map(({ network, line, outerM }) => ({ network, line, outerDiameterM: outerM })),
  );
  const pipes = water.pipes.map((pipe, index) => toPipe(pipe, clear[index]!, zones));
  const lines = new Map(pipes.map((pipe) => [pipe.id, pipe]));
  return {
    id: 'water',
    title: 'Drinking water',
    pipes,
    nodes: [
      ...water.nodes.map((node) => toNode(node, courses, supplied.get(node.id) ?? [])),
      ...hydrants(water, corridor),
    ],
    devices: devices(water, courses),
    valves: water.valves.map((valve) => ({
      ...valve,
      kind: 'isolation',
      at: beside(lines.get(valve.link)!, valve.node),
    })),
    supply,
  };
}

const isTransmission = ({ course }: WaterPipe): boolean =>
  course.kind === 'street' && course.isTransmission;

function toPipe(
  pipe: WaterPipe,
  line: readonly Point3[],
  zones: ReadonlyMap<string, string>,
): NetworkPipe {
  return {
    ...{ id: pipe.id, network: 'water', from: pipe.from, to: pipe.to, owner },
    role: pipe.role === 'main' ? 'main' : 'transmission',
    line,
    ...{ lengthM: pipe.lengthM, innerM: pipe.innerM, outerM: pipe.outerM },
    ...{ material: pipe.material, installed: pipe.year },
    roughness: { model: 'colebrook', value: pipe.roughnessM },
    pressureClass: pipe.material === 'polyethylene' || pipe.material === 'pvc' ? 'PN 10' : 'PN 16',
    zone: (pipe.dma && zones.get(pipe.dma)) ?? 'main',
    more: {
      nominalDiameter_mm: pipe.nominalMm,
      ...(pipe.dma !== undefined && { dma: pipe.dma }),
      ...(pipe.isClosed && { normallyClosed: true }),
    },
    // Risers of towers and pipes in works have no ground over them.
    ...(pipe.role === 'works' && { isOpen: true }),
  };
}

function toNode(node: WaterNode, courses: Courses, buildings: readonly string[]): NetworkNode {
  const at = courses.nodeOf(node.id);
  const base = { id: node.id, at, rimM: groundAt(at), buildings };
  switch (node.kind) {
    case 'junction': {
      const meanM3s = node.demands.reduce((sum, demand) => sum + demand.meanM3s, 0);
      return {
        ...base,
        kind: buildings.length > 0 ? 'customer' : 'junction',
        ...(node.crossing !== undefined && { crossing: node.crossing }),
        more: {
          demand_m3s: Math.round(meanM3s * 1e7) / 1e7,
          ...(node.dma !== undefined && { dma: node.dma }),
        },
      };
    }
    case 'reservoir':
      return { ...base, kind: 'reservoir', more: { name: node.name, head_m: node.headM } };
    case 'tank':
      return {
        ...base,
        kind: 'tank',
        more: {
          ...{ name: node.name, use: node.use, diameter_m: node.diameterM },
          ...{ floor_m: node.elevationM, ground_m: Math.round(node.groundM * 100) / 100 },
          ...{ minLevel_m: node.leastLevelM, maxLevel_m: node.greatestLevelM },
        },
      };
  }
}

function hydrants(water: WaterNetwork, corridor: Corridor): NetworkNode[] {
  return water.hydrants.map(({ id, node, edge, stationM }) => {
    const [at] = corridor.partOf('water', edge, stationM, stationM);
    const more = { node, outlets: 1, hydrantType: 'underground, DN 80' };
    return { id, kind: 'hydrant', at: at!, rimM: groundAt(at!), buildings: [], more };
  });
}

function devices({ pumps, regulators }: WaterNetwork, courses: Courses): NetworkDevice[] {
  return [
    ...pumps.map(
      (pump): NetworkDevice => ({
        ...{ id: pump.id, kind: 'pump', node: pump.to, from: pump.from, to: pump.to },
        at: { ...pump.at, z: groundAt(pump.at) },
        more: {
          ...{ name: pump.name, station: pump.station, use: pump.use },
          ...{ designFlow_m3s: round(pump.flowM3s), designHead_m: round(pump.headM) },
          ...{ curve: `H-${pump.id.replace(/[0-9a-b]$/, '')}`, efficiency: pump.peakEfficiency },
          normalState: pump.startsOpen ? 'open' : 'closed',
        },
      }),
    ),
    ...regulators.map(
      (valve): NetworkDevice => ({
        ...{ id: valve.id, kind: 'regulator', node: valve.to, from: valve.from, to: valve.to },
        at: { ...valve.at, z: courses.nodeOf(valve.to).z },
        more: { setting_m: valve.settingM, diameter_m: valve.diameterM, dma: valve.dma },
      }),
    ),
  ];
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const valveOffM = 1.2;

/** On the pipe, a step away from its end at the node. */
function beside({ line, from }: NetworkPipe, node: string) {
  const points = from === node ? line : [...line].reverse();
  const [a, b] = [points[0]!, points[1]!];
  const length = Math.hypot(b.x - a.x, b.y - a.y, b.z - a.z);
  const share = Math.min(0.5, valveOffM / Math.max(length, 1e-6));
  return {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    z: a.z + (b.z - a.z) * share,
  };
}
