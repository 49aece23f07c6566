// Puts the network together: areas, mains in the streets, transmission mains, works, tanks, boosters.

import type { Random } from '#model/random.ts';
import type { TownBuilding } from '../buildings.ts';
import { layCorridor } from '../corridor.ts';
import type { Point } from '../plane.ts';
import { site, toMap, toPlan } from '../site.ts';
import type { StreetGraph } from '../street-graph.ts';
import { type MeteredAreas, meterDistricts } from './districts-metered.ts';
import { createDraft, type Draft } from './draft.ts';
import { type FreePlaces, findFreePlaces } from './free-places.ts';
import { addHighArea, findBorder } from './high-areas.ts';
import { addInlets, lowGroundM, transmissionNode } from './inlets.ts';
import type { WaterTank } from './network.ts';
import { assignZones, groundOf, neighboursOf, pressureZones } from './pressure-zones.ts';
import type { ServedStreets } from './served-streets.ts';
import { addStreetMains, type Feeder } from './street-mains.ts';
import { layTransmission, nearestCrossing, type Transmission } from './transmission.ts';
import { addTransmissionMains } from './transmission-mains.ts';
import { addWorks, diameterOf } from './works.ts';

/** Works on both banks, by the river above the town where wells give most; places in the plan. */
const worksSites: readonly { letter: string; name: string; at: Point }[] = [
  { letter: 'A', name: 'Wasserwerk Flussaue', at: { x: 1850, y: 420 } },
  { letter: 'B', name: 'Wasserwerk Mühlenfeld', at: { x: 2560, y: 380 } },
];
const tankDepthM = 5;

export interface Assembled {
  readonly draft: Draft;
  readonly areas: MeteredAreas;
}

export function assemble(
  graph: StreetGraph,
  buildings: readonly TownBuilding[],
  served: ServedStreets,
  random: Random,
): Assembled {
  const ground = groundOf(graph, served);
  const neighbours = neighboursOf(served);
  const zones = assignZones(ground, neighbours);
  const metered = meterDistricts(graph, served, zones, ground, neighbours);
  const draft = createDraft();
  const places = findFreePlaces(graph, buildings);
  const transmission = layTransmission(graph);
  for (const [index, area] of metered.areas.entries()) {
    const customers = area.nodes.filter((node) => served.people[node]! > 0);
    const isLow = area.zone === 'main' && customers.every((node) => ground[node]! < lowGroundM);
    draft.areas.push({
      ...{ id: `DMA-${String(index + 1).padStart(2, '0')}`, name: area.name },
      ...{ zone: isLow ? 'low' : area.zone, inlet: '', reserveInlet: undefined },
    });
  }
  const meanOf = (nodes: readonly number[]) => {
    const own = new Set(nodes);
    const demands = served.customers.flatMap(({ node, demands }) => (own.has(node) ? demands : []));
    return demands.reduce((sum, { meanM3s }) => sum + meanM3s, 0) * 1.06;
  };
  const bankOf = (node: number) => {
    const { plan } = graph.edges[served.nodes[node]!.edge]!;
    return plan[0]!.x > site.river.x;
  };
  const tanks = worksSites.map((works) => {
    const bank = [...served.nodes.keys()].filter(
      (node) => bankOf(node) === works.at.x > site.river.x,
    );
    const ground = { draft, graph, served, metered, places, transmission };
    return addWorksAt(works, { ...ground, meanM3s: meanOf(bank) });
  });
  const feeders: Feeder[] = [];
  for (const [index, area] of metered.areas.entries()) {
    const own = draft.areas[index]!;
    if (area.zone === 'main') {
      addInlets(draft, graph, served, transmission, area, own);
      continue;
    }
    const inside = tanks.find(({ node }) => node !== undefined && metered.areaOf[node] === index);
    const border = inside ? undefined : findBorder(graph, served, metered, area);
    if (!inside && !border) throw new Error(`${own.id} ${own.name} has no zone below it.`);
    const suctionNode = border ? `JS-${own.id.replace('DMA-', '')}` : inside!.tank.id;
    const headM = border
      ? pressureZones[area.zone === 'top' ? 'high' : 'main'].headM - 6
      : pressureZones.main.headM - 3;
    const into = border ? border.above : inside!.node!;
    addHighArea(
      draft,
      graph,
      served,
      places,
      area,
      own,
      { node: suctionNode, headM, into },
      meanOf(area.nodes),
    );
    if (!border) continue;
    feeders.push({ edge: border.edge, above: border.above, suction: suctionNode });
    const crossing = graph.nodes[served.nodes[border.above]!.crossing!]!;
    draft.nodes.push({
      ...{ id: suctionNode, kind: 'junction', at: { x: crossing.at.x, y: crossing.at.y } },
      ...{ elevationM: crossing.at.z - 1.3, crossing: undefined, role: 'works', demands: [] },
      dma: draft.areas[metered.areaOf[border.below]!]!.id,
    });
  }
  const corridor = layCorridor(graph, []);
  addStreetMains(draft, graph, served, metered, ground, corridor, feeders, random);
  addTransmissionMains(draft, graph, transmission.chains(), corridor, random);
  return { draft, areas: metered };
}

interface Ground {
  readonly draft: Draft;
  readonly graph: StreetGraph;
  readonly served: ServedStreets;
  readonly metered: MeteredAreas;
  readonly places: FreePlaces;
  readonly transmission: Transmission;
  readonly meanM3s: number;
}

/** A works and its service tank, in the high area of its bank where there is one. */
function addWorksAt(
  { letter, name, at }: (typeof worksSites)[number],
  { draft, graph, served, metered, places, transmission, meanM3s }: Ground,
): { readonly tank: WaterTank; readonly node: number | undefined } {
  const isOnBank = (plan: Point) => plan.x > site.river.x === at.x > site.river.x;
  const works = places.take(toMap(at), 26);
  const crossing = nearestCrossing(graph, toPlan(works.at), (index) =>
    isOnBank(graph.nodes[index]!.plan),
  );
  transmission.reach(crossing);
  const floorM = pressureZones.main.headM - tankDepthM;
  const hill = served.nodes.flatMap(({ crossing: place }, node) =>
    place !== undefined &&
    metered.areas[metered.areaOf[node]!]!.zone === 'high' &&
    isOnBank(graph.nodes[place]!.plan) &&
    Math.abs(graph.nodes[place]!.at.z - (floorM - 3)) < 2.5
      ? [node]
      : [],
  );
  const { costs } = transmission.ways();
  const cheapest = (nodes: readonly number[]) =>
    nodes.reduce((best, node) =>
      costs[served.nodes[node]!.crossing!]! < costs[served.nodes[best]!.crossing!]! ? node : best,
    );
  const node = hill.length > 0 ? cheapest(hill) : undefined;
  const highest = graph.nodes.reduce(
    (best, { at: { z }, plan }, index) =>
      isOnBank(plan) && z > graph.nodes[best]!.at.z && z <= floorM - 1 ? index : best,
    crossing,
  );
  const tankCrossing = node === undefined ? highest : served.nodes[node]!.crossing!;
  transmission.reach(tankCrossing);
  const volumeM3 = meanM3s * 3600 * 5;
  const diameterM = diameterOf(volumeM3, tankDepthM);
  const place = places.take(graph.nodes[tankCrossing]!.at, diameterM / 2 + 3);
  const tank: WaterTank = {
    ...{ id: `TK-${letter}`, kind: 'tank', name: `Service tank ${letter}`, use: 'service' },
    ...{ at: place.at, elevationM: floorM, groundM: place.groundM, diameterM },
    ...{ leastLevelM: 0.3, greatestLevelM: tankDepthM, initialLevelM: 4.4 },
  };
  addWorks(
    draft,
    places,
    {
      ...{ letter, name, works, meanM3s },
      worksNode: transmissionNode(graph, crossing),
      tankNode: transmissionNode(graph, tankCrossing),
      ...{ headM: pressureZones.main.headM, lossM: 8 },
    },
    tank,
  );
  return { tank, node };
}
