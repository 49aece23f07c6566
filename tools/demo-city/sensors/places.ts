// Places that sensors are put at, and what people call them.

import type { Random } from '#model/random.ts';
import type { TownBuilding } from '../buildings.ts';
import { centroid, distance, type Point } from '../plane.ts';
import type { StreetEdge, StreetGraph } from '../street-graph.ts';
import type { Town } from '../town.ts';

export interface Ground {
  readonly town: Town;
  readonly graph: StreetGraph;
  readonly random: Random;
}

/** In a random order, as many as asked for, none nearer to another one than `apartM`. */
export function spread<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => Point,
  { count, apartM, random }: { count: number; apartM: number; random: Random },
): Item[] {
  const chosen: Item[] = [];
  const taken = new Map<string, Point[]>();
  const cellOf = (x: number, y: number) => `${Math.floor(x / apartM)},${Math.floor(y / apartM)}`;
  for (const item of shuffle(items, random)) {
    if (chosen.length === count) break;
    const at = placeOf(item);
    const isNear = [-1, 0, 1].some((column) =>
      [-1, 0, 1].some((row) =>
        taken
          .get(cellOf(at.x + column * apartM, at.y + row * apartM))
          ?.some((other) => distance(other, at) < apartM),
      ),
    );
    if (isNear) continue;
    const cell = cellOf(at.x, at.y);
    taken.set(cell, [...(taken.get(cell) ?? []), at]);
    chosen.push(item);
  }
  return chosen;
}

export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.whole(0, last);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

export const middleOf = ({ line }: StreetEdge): Point => line[Math.floor(line.length / 2)]!;

/** To the right of the street's axis, as seen along it, m. */
export function besideOf({ line }: StreetEdge, offsetM: number): Point {
  const at = Math.max(1, Math.floor(line.length / 2));
  const [from, to] = [line[at - 1]!, line[at]!];
  const length = distance(from, to) || 1;
  return {
    x: to.x + ((to.y - from.y) / length) * offsetM,
    y: to.y - ((to.x - from.x) / length) * offsetM,
  };
}

/** From north, clockwise, in whole degrees. */
export const headingOf = (from: Point, to: Point): number =>
  (Math.round((Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI) + 360) % 360;

/** “Lindenallee, Ecke Marktstraße”. */
export function cornerName({ nodes, edges }: StreetGraph, node: number): string {
  const names = [...new Set(nodes[node]!.edges.map((edge) => edges[edge]!.name))];
  const [first = '', second] = names;
  return second ? `${first}, Ecke ${second}` : first;
}

/** “Südring, Höhe Ostring”: the street and the next one across it. */
export function stretchName(graph: StreetGraph, edge: StreetEdge): string {
  const across = [edge.from, edge.to]
    .flatMap((node) => graph.nodes[node]!.edges)
    .map((index) => graph.edges[index]!.name)
    .find((name) => name !== edge.name);
  return across ? `${edge.name}, Höhe ${across}` : edge.name;
}

export const nearestNode = ({ nodes }: StreetGraph, plan: Point): number => {
  let nearest = 0;
  for (const [index, node] of nodes.entries()) {
    if (distance(node.plan, plan) < distance(nodes[nearest]!.plan, plan)) nearest = index;
  }
  return nearest;
};

export interface House {
  readonly id: string;
  /** “St. Nikolai” or “Lindenallee 12”. */
  readonly name: string;
  readonly use: string;
  readonly district: string;
  readonly built: number;
  readonly storeys: number;
  readonly at: Point;
  /** Lowest ground at its walls, m above the vertical datum. */
  readonly footM: number;
  readonly storeyM: number;
}

export const toHouses = ({ buildings }: Town): House[] => buildings.map(toHouse);

function toHouse({ id, attributes, surfaces }: TownBuilding): House {
  const floor = surfaces.find(({ kind }) => kind === 'GroundSurface') ?? surfaces[0]!;
  const text = (name: string) => String(attributes[name] ?? '');
  const storeys = Number(attributes.storeysAboveGround ?? 1);
  const height = attributes.measuredHeight;
  const heightM = typeof height === 'object' ? height.value : storeys * 3.1;
  return {
    id,
    name: text('name') || text('address'),
    use: text('use'),
    district: text('district'),
    built: Number(attributes.yearOfConstruction ?? 1950),
    storeys,
    at: centroid(floor.ring),
    footM: Math.min(...floor.ring.map(({ z }) => z)),
    storeyM: Math.min(3.7, heightM / Math.max(1, storeys)),
  };
}

/** Under the ceiling of a storey, 0 at the ground; m above the vertical datum. */
export const ceilingM = ({ footM, storeyM }: House, storey: number): number =>
  footM + (storey + 0.85) * storeyM;

export const storeyName = (storey: number): string =>
  storey === 0 ? 'Erdgeschoss' : `${storey}. Obergeschoss`;
