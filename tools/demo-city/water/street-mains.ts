// The mains in the streets: a junction at every crossing, more on long streets, a pipe between neighbours; shut
// where two areas touch. Size and material come later, age and least size from the street.

import type { Random } from '#model/random.ts';
import type { Corridor } from '../corridor.ts';
import { districts, manners } from '../plan.ts';
import type { StreetEdge, StreetGraph } from '../street-graph.ts';
import type { Demand } from './demand.ts';
import { districtAt } from './district-at.ts';
import type { MeteredAreas } from './districts-metered.ts';
import type { Draft } from './draft.ts';
import type { NominalSize } from './pipe-sizes.ts';
import type { ServedStreets } from './served-streets.ts';

const leastSizes: Readonly<Record<StreetEdge['class'], NominalSize>> = {
  arterial: 200,
  quay: 200,
  collector: 150,
  residential: 100,
  lane: 100,
};
/** Water that is lost on its way, as a share of what customers take; German towns lose 5–8 %. */
const lossShare = 0.06;
const axisDepthM = 1.3;

/** A street main that feeds a booster: it ends at the pump instead of at the crossing above. */
export interface Feeder {
  readonly edge: number;
  /** Node of the streets at its upper end, and the junction there instead. */
  readonly above: number;
  readonly suction: string;
}

export function addStreetMains(
  draft: Draft,
  graph: StreetGraph,
  served: ServedStreets,
  { areaOf }: MeteredAreas,
  ground: Float64Array,
  corridor: Corridor,
  feeders: readonly Feeder[],
  random: Random,
): void {
  const losses = lossesOf(graph, served);
  const demands = served.nodes.map((_, node): Demand[] => [
    { use: 'loss', meanM3s: losses[node]! },
  ]);
  for (const { node, demands: taken } of served.customers) {
    for (const { use, meanM3s } of taken) {
      const known = demands[node]!.find((demand) => demand.use === use);
      if (known) demands[node]![demands[node]!.indexOf(known)] = add(known, meanM3s);
      else demands[node]!.push({ use, meanM3s });
    }
  }
  for (const [node, { id, crossing, edge, stationM }] of served.nodes.entries()) {
    const { x, y } =
      crossing === undefined
        ? corridor.partOf('water', edge, stationM, stationM)[0]!
        : corridor.nodeOf('water', crossing);
    draft.nodes.push({
      ...{ id, kind: 'junction', at: { x, y }, elevationM: ground[node]! - axisDepthM },
      ...{ crossing, dma: draft.areas[areaOf[node]!]!.id, role: 'distribution' },
      demands: demands[node]!,
    });
  }
  const years = new Map<number, { year: number; chance: number }>();
  for (const [edge, chain] of served.chains) {
    const street = graph.edges[edge]!;
    const laid = years.get(street.street) ?? layYear(street, random.fork(`main ${street.street}`));
    years.set(street.street, laid);
    for (const [index, to] of chain.slice(1).entries()) {
      const from = chain[index]!;
      const feeder = feeders.find((one) => one.edge === edge);
      const end = (node: number) =>
        feeder?.above === node ? feeder.suction : served.nodes[node]!.id;
      const stations = [index, index + 1].map(
        (part) => (street.lengthM * part) / (chain.length - 1),
      );
      const part = chain.length > 2 ? `-${index + 1}` : '';
      draft.pipes.push({
        ...{ id: `${street.id.replace('S-', 'P-')}${part}`, from: end(from), to: end(to) },
        ...{ role: 'main', lengthM: stations[1]! - stations[0]!, ...laid },
        course: {
          kind: 'street',
          isTransmission: false,
          edges: [{ edge, startM: stations[0]!, endM: stations[1]! }],
        },
        leastMm: leastSizes[street.class],
        isClosed: areaOf[from] !== areaOf[to] && feeder === undefined,
        dma: draft.areas[areaOf[feeder?.above === from ? to : from]!]!.id,
      });
    }
  }
}

const add = ({ use, meanM3s }: Demand, more: number): Demand => ({ use, meanM3s: meanM3s + more });

/** Losses at each node: by the length of the mains around it, m³/s. */
function lossesOf(graph: StreetGraph, { nodes, chains, customers }: ServedStreets): Float64Array {
  const taken = customers.flatMap(({ demands }) => demands.map(({ meanM3s }) => meanM3s));
  const total = lossShare * taken.reduce((sum, one) => sum + one, 0);
  const lengths = new Float64Array(nodes.length);
  for (const [edge, chain] of chains) {
    const half = graph.edges[edge]!.lengthM / (chain.length - 1) / 2;
    for (const [index, node] of chain.entries()) {
      lengths[node]! += index === 0 || index === chain.length - 1 ? half : 2 * half;
    }
  }
  const whole = lengths.reduce((sum, one) => sum + one, 0);
  return lengths.map((length) => (total * length) / whole);
}

/** Mains came with the town's waterworks of 1876; many of the old ones have been renewed. */
function layYear({ plan }: StreetEdge, random: Random): { year: number; chance: number } {
  const { manner } = districts[districtAt(plan[Math.floor(plan.length / 2)]!)]!;
  const [first, last] = manners[manner].built;
  const laid = random.whole(Math.max(1876, first), Math.max(1894, last));
  const isRenewed = laid < 1960 && random.chance(0.55);
  return { year: isRenewed ? random.whole(1966, 2023) : laid, chance: random.next() };
}
