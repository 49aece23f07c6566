// Where a tank, a well or a pumping station can stand: on dry ground, off streets and houses.

import Flatbush from 'flatbush';
import type { TownBuilding } from '../buildings.ts';
import { groundLevel } from '../landscape.ts';
import { add, distance, dot, type Point, subtract } from '../plane.ts';
import { toPlan } from '../site.ts';
import type { StreetGraph } from '../street-graph.ts';
import { footprintOf } from '../street-graph-access.ts';

export interface Place {
  readonly at: Point;
  readonly groundM: number;
}

export interface FreePlaces {
  /**
   * The free place nearest to a point of the map with room for a circle, on ground no higher than `highestM`;
   * taken from then on.
   */
  readonly take: (near: Point, radiusM: number, highestM?: number) => Place;
}

/** Ground lower than this is wet now and then, m. */
const dryM = 1;
const farthestM = 700;

export function findFreePlaces(graph: StreetGraph, buildings: readonly TownBuilding[]): FreePlaces {
  const rings = buildings.flatMap(footprintOf);
  const walls = rings.flatMap((ring) =>
    ring.map((a, index) => ({ a, b: ring[(index + 1) % ring.length]!, halfM: 0 })),
  );
  const streets = graph.edges.flatMap(({ line, widthM }) =>
    line.slice(1).map((b, index) => ({ a: line[index]!, b, halfM: widthM / 2 })),
  );
  const obstacles = [...walls, ...streets];
  const index = indexOf(obstacles.map(({ a, b }) => [a, b]));
  const floors = indexOf(rings);
  const taken: { at: Point; radiusM: number }[] = [];
  const isFree = (at: Point, radiusM: number): boolean => {
    const reach = radiusM + 14;
    const near = index.search(at.x - reach, at.y - reach, at.x + reach, at.y + reach);
    return (
      near.every((found) => {
        const { a, b, halfM } = obstacles[found]!;
        return distanceTo(a, b, at) > radiusM + halfM + 2;
      }) && taken.every((other) => distance(other.at, at) > other.radiusM + radiusM + 4)
    );
  };
  const isBuilt = ({ x, y }: Point): boolean =>
    floors.search(x, y, x, y).some((found) => isInside(rings[found]!, { x, y }));
  return {
    take: (near, radiusM, highestM = Number.POSITIVE_INFINITY) => {
      for (let off = radiusM + 6; off < farthestM; off += 6) {
        const count = Math.max(8, Math.round(off / 3));
        for (let turn = 0; turn < count; turn++) {
          const angle = (2 * Math.PI * turn) / count;
          const at = add(near, { x: off * Math.cos(angle), y: off * Math.sin(angle) });
          if (!isFree(at, radiusM) || isBuilt(at)) continue;
          const groundM = groundLevel(toPlan(at));
          if (groundM < dryM || groundM > highestM) continue;
          taken.push({ at, radiusM });
          return { at, groundM };
        }
      }
      throw new Error(
        `No free place of ${radiusM} m within ${farthestM} m of ${near.x}, ${near.y}.`,
      );
    },
  };
}

/** Of the bounds of each group of points. */
function indexOf(groups: readonly (readonly Point[])[]): Flatbush {
  const index = new Flatbush(groups.length);
  for (const group of groups) {
    const [x, y] = [group.map((point) => point.x), group.map((point) => point.y)];
    index.add(Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y));
  }
  index.finish();
  return index;
}

function distanceTo(a: Point, b: Point, point: Point): number {
  const along = subtract(b, a);
  const square = dot(along, along);
  const share =
    square === 0 ? 0 : Math.min(1, Math.max(0, dot(subtract(point, a), along) / square));
  return distance(point, { x: a.x + along.x * share, y: a.y + along.y * share });
}

function isInside(ring: readonly Point[], { x, y }: Point): boolean {
  let isIn = false;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length]!;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isIn = !isIn;
  }
  return isIn;
}
