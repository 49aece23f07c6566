// How each building is reached: the nearest street to which a straight way passes no other building.

import Flatbush from 'flatbush';
import type { TownBuilding } from './buildings.ts';
import { between, centroid, cross, distance, dot, type Point, subtract } from './plane.ts';
import { type StreetEdge, type StreetGraph, stationsOf } from './street-graph.ts';

export interface BuildingAccess {
  readonly building: string;
  /** Index in `graph.edges`. */
  readonly edge: number;
  /** Along the edge's axis, m. */
  readonly stationM: number;
  /** On the building's wall, in the map. */
  readonly entrance: Point;
  /** From the wall to the street's axis. */
  readonly distanceM: number;
  /** False where another building stands in every straight way. */
  readonly isFree: boolean;
}

/** Streets that are looked at before the nearest one is taken although something stands in the way. */
const triedCount = 12;
/** How much farther the street of a building's address may be than another one. */
const addressBonusM = 8;

/** One access for each building, in their order. */
export function findAccesses(
  graph: StreetGraph,
  buildings: readonly TownBuilding[],
): BuildingAccess[] {
  const footprints = buildings.map(footprintOf);
  const walls = indexOf(footprints.map((rings) => boundsOf(rings.flat())));
  const usable = graph.edges.filter(({ bridge }) => !bridge).map(toAxis);
  const streets = indexOf(usable.map(({ edge }) => boundsOf(edge.line)));
  const places = new Map(graph.edges.map((edge, index) => [edge, index]));
  return buildings.map(({ id, attributes }, own) => {
    const rings = footprints[own]!;
    const middle = centroid(rings[0]!);
    const address = String(attributes.address).replace(/ \d+$/, '');
    const axes = streets
      .neighbors(middle.x, middle.y, triedCount)
      .map((found) => {
        const axis = usable[found]!;
        const bonus = axis.edge.name === address ? addressBonusM : 0;
        return { axis, offM: distance(nearestOnAxis(axis, middle).at, middle) - bonus };
      })
      .sort((a, b) => a.offM - b.offM);
    let nearest: Way | undefined;
    for (const { axis } of axes) {
      for (const way of waysTo(axis, rings, middle)) {
        nearest ??= way;
        if (isBlocked(way, walls, footprints)) continue;
        return { building: id, ...toAccess(way), edge: places.get(way.edge)!, isFree: true };
      }
    }
    if (!nearest) throw new Error(`${id} stands in a town without streets.`);
    return { building: id, ...toAccess(nearest), edge: places.get(nearest.edge)!, isFree: false };
  });
}

const toAccess = ({ stationM, entrance, distanceM }: Way) => ({ stationM, entrance, distanceM });

/** Rings of a building on the ground, in the map. */
export const footprintOf = ({ surfaces }: TownBuilding): readonly (readonly Point[])[] => {
  const grounds = surfaces.filter(({ kind }) => kind === 'GroundSurface').map(({ ring }) => ring);
  const lowest = Math.min(...grounds.map((ring) => ring[0]!.z));
  return grounds.filter((ring) => ring[0]!.z < lowest + 0.5);
};

interface Axis {
  readonly edge: StreetEdge;
  readonly stations: readonly number[];
}

const toAxis = (edge: StreetEdge): Axis => ({ edge, stations: stationsOf(edge.line) });

interface Way {
  readonly edge: StreetEdge;
  readonly stationM: number;
  readonly entrance: Point;
  /** Where the way meets the axis. */
  readonly street: Point;
  readonly distanceM: number;
}

/** From the nearest place on the wall, then from the middle of each wall. */
function* waysTo(axis: Axis, rings: readonly (readonly Point[])[], middle: Point): Generator<Way> {
  const walls = rings.flatMap((ring) =>
    ring.map((a, index) => [a, ring[(index + 1) % ring.length]!] as const),
  );
  const towards = nearestOnAxis(axis, middle).at;
  const places = walls.map(([a, b]) => nearestOnSegment(a, b, towards).at);
  const nearest = places.reduce((best, at) =>
    distance(at, towards) < distance(best, towards) ? at : best,
  );
  for (const entrance of [nearest, ...walls.map(([a, b]) => between(a, b, 0.5))]) {
    const { at, stationM } = nearestOnAxis(axis, entrance);
    yield { edge: axis.edge, stationM, entrance, street: at, distanceM: distance(entrance, at) };
  }
}

function nearestOnAxis({ edge, stations }: Axis, point: Point): { at: Point; stationM: number } {
  const { line } = edge;
  let best = { at: line[0] as Point, stationM: 0 };
  for (const [index, b] of line.slice(1).entries()) {
    const a = line[index]!;
    const { at, share } = nearestOnSegment(a, b, point);
    if (distance(at, point) >= distance(best.at, point)) continue;
    best = { at, stationM: stations[index]! + share * distance(a, b) };
  }
  return best;
}

function nearestOnSegment(a: Point, b: Point, point: Point): { at: Point; share: number } {
  const along = subtract(b, a);
  const square = dot(along, along);
  const share = square === 0 ? 0 : dot(subtract(point, a), along) / square;
  const kept = Math.min(1, Math.max(0, share));
  return { at: between(a, b, kept), share: kept };
}

function isBlocked(
  { entrance, street, distanceM }: Way,
  walls: Flatbush,
  footprints: readonly (readonly (readonly Point[])[])[],
): boolean {
  const from = between(entrance, street, Math.min(0.5, 0.3 / distanceM));
  const [west, south, east, north] = boundsOf([from, street]);
  return walls
    .search(west, south, east, north)
    .some((other) =>
      footprints[other]!.some((ring) =>
        ring.some((a, index) => isCrossing(from, street, a, ring[(index + 1) % ring.length]!)),
      ),
    );
}

function isCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  const [u, v] = [subtract(b, a), subtract(d, c)];
  const isApart = (e: Point, f: Point, base: Point, along: Point) =>
    cross(along, subtract(e, base)) > 0 !== cross(along, subtract(f, base)) > 0;
  return isApart(c, d, a, u) && isApart(a, b, c, v);
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

const boundsOf = (points: readonly Point[]): Bounds => {
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
};

function indexOf(bounds: readonly Bounds[]): Flatbush {
  const index = new Flatbush(Math.max(1, bounds.length));
  for (const box of bounds) index.add(...box);
  // An index must not be empty; a box that is nowhere finds nothing.
  if (bounds.length === 0) index.add(Infinity, Infinity, Infinity, Infinity);
  index.finish();
  return index;
}
