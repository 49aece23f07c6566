// The power grid before it is drawn: transformers and their streets, 20 kV rings from four substations through
// the transformers and back, 110 kV from the grid outside round the substations.

import type { NetworkRuns } from '../corridor.ts';
import { distance, type Point } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Town } from '../town.ts';
import { growForest, otherEnd } from './forest.ts';
import { powerLoadKw, sumByEdge } from './loads.ts';
import { nearestCrossing } from './plants.ts';
import { cutCells, type PowerCell } from './power-cells.ts';

export interface Substation {
  readonly name: string;
  readonly crossing: number;
}

/** A cable between two crossings under a row of streets. */
export interface CableWay {
  readonly from: number;
  readonly to: number;
  readonly edges: readonly number[];
}

/** A 20 kV ring: sections from the substation through the cells' transformers and back, open at one of them. */
export interface PowerRing {
  readonly substation: number;
  /** Indices of cells in the order of the ring. */
  readonly cells: readonly number[];
  readonly sections: readonly CableWay[];
  /** Section whose far switch stands open in normal operation. */
  readonly openSection: number;
}

export interface PowerDraft {
  readonly graph: StreetGraph;
  readonly substations: readonly Substation[];
  readonly cells: readonly PowerCell[];
  readonly rings: readonly PowerRing[];
  readonly grid: readonly CableWay[];
  readonly runs: NetworkRuns;
}

const places: readonly (Point & { readonly name: string })[] = [
  { name: 'Umspannwerk Hafen', x: 3190, y: 3190 },
  { name: 'Umspannwerk West', x: 1130, y: 2100 },
  { name: 'Umspannwerk Süd', x: 2750, y: 1180 },
  { name: 'Umspannwerk Ost', x: 4300, y: 2100 },
];
/** Where the overhead line from the country ends. */
const gridEntry: Point = { x: 3700, y: 40 };
const stationsPerRing = 11;

export function draftPower(
  town: Town,
  graph: StreetGraph,
  accesses: readonly BuildingAccess[],
): PowerDraft {
  const loads = sumByEdge(town.buildings, (index) => accesses[index]!.edge, powerLoadKw);
  const served = [...loads.keys()].sort((a, b) => a - b);
  const cells = cutCells(graph, served, (edge) => loads.get(edge) ?? 0);
  const substations = places.map(({ name, ...plan }) => ({
    name,
    crossing: nearestCrossing(graph, plan),
  }));
  const wayCost = (edge: number): number => {
    const { lengthM, class: kind } = graph.edges[edge]!;
    return lengthM * (kind === 'lane' ? 2.2 : kind === 'residential' ? 1.2 : 1);
  };
  const forest = growForest(
    graph,
    substations.map(({ crossing }) => crossing),
    wayCost,
  );
  const rings = substations.flatMap((substation, number) => {
    const own = cells.flatMap(({ station }, cell) =>
      forest.rootOf[station] === substation.crossing ? [cell] : [],
    );
    return ringsOf(graph, number, substation.crossing, own, cells, wayCost);
  });
  const used = substations.filter((_, number) => rings.some((ring) => ring.substation === number));
  const entry = nearestCrossing(graph, gridEntry);
  const stops = used.length === 0 ? [] : [entry, ...orderAround(graph, used), entry];
  const grid = stops.slice(1).map((to, index) => wayBetween(graph, stops[index]!, to, wayCost));
  const edges = new Set([
    ...served,
    ...rings.flatMap(({ sections }) => sections.flatMap((section) => section.edges)),
    ...grid.flatMap((section) => section.edges),
  ]);
  return {
    graph,
    substations,
    cells,
    rings,
    grid,
    runs: {
      network: 'power',
      runs: [...edges].sort((a, b) => a - b).map((edge) => ({ edge, outerDiameterM: 0.16 })),
    },
  };
}

/** Substations clockwise around the town, so that the high-voltage ring does not cross itself. */
function orderAround(graph: StreetGraph, substations: readonly Substation[]): number[] {
  const middle = { x: 2500, y: 2100 };
  const angle = (node: number) =>
    Math.atan2(graph.nodes[node]!.plan.y - middle.y, graph.nodes[node]!.plan.x - middle.x);
  return substations.map(({ crossing }) => crossing).sort((a, b) => angle(a) - angle(b));
}

/** Cells swept around the substation, cut into rings, each toured from the nearest to the next nearest. */
function ringsOf(
  graph: StreetGraph,
  substation: number,
  start: number,
  own: readonly number[],
  cells: readonly PowerCell[],
  wayCost: (edge: number) => number,
): PowerRing[] {
  const at = (cell: number) => graph.nodes[cells[cell]!.station]!.at;
  const centre = graph.nodes[start]!.at;
  const swept = [...own].sort(
    (a, b) =>
      Math.atan2(at(a).y - centre.y, at(a).x - centre.x) -
      Math.atan2(at(b).y - centre.y, at(b).x - centre.x),
  );
  const count = Math.ceil(swept.length / stationsPerRing);
  return Array.from({ length: count }, (_, number) => {
    const size = swept.length / count;
    const part = swept.slice(Math.round(number * size), Math.round((number + 1) * size));
    const tour = tourOf(part, at, centre);
    const stops = [start, ...tour.map((cell) => cells[cell]!.station), start];
    return {
      substation,
      cells: tour,
      sections: stops.slice(1).map((to, index) => wayBetween(graph, stops[index]!, to, wayCost)),
      openSection: Math.floor(tour.length / 2),
    };
  });
}

/** Out along the near side and back along the far one: nearest neighbour, then reversals that shorten it. */
function tourOf(cells: readonly number[], at: (cell: number) => Point, start: Point): number[] {
  const left = [...cells];
  const tour: number[] = [];
  for (let here = start; left.length > 0; ) {
    const next = left.reduce((best, cell) =>
      distance(at(cell), here) < distance(at(best), here) ? cell : best,
    );
    left.splice(left.indexOf(next), 1);
    tour.push(next);
    here = at(next);
  }
  const place = (index: number) => (index < 0 || index >= tour.length ? start : at(tour[index]!));
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (let a = 0; a < tour.length - 1; a++) {
      for (let b = a + 1; b < tour.length; b++) {
        const now = distance(place(a - 1), place(a)) + distance(place(b), place(b + 1));
        const then = distance(place(a - 1), place(b)) + distance(place(a), place(b + 1));
        if (then > now - 1e-6) continue;
        tour.splice(a, b - a + 1, ...tour.slice(a, b + 1).reverse());
        isShorter = true;
      }
    }
  }
  return tour;
}

function wayBetween(
  graph: StreetGraph,
  from: number,
  to: number,
  wayCost: (edge: number) => number,
): CableWay {
  const { onward } = growForest(graph, [to], wayCost, () => 0, from);
  const edges: number[] = [];
  for (let node = from; node !== to; ) {
    const edge = onward[node];
    if (edge === undefined)
      throw new Error(`${graph.nodes[from]!.id} has no way to ${graph.nodes[to]!.id}.`);
    edges.push(edge);
    node = otherEnd(graph, edge, node);
  }
  return { from, to, edges };
}
