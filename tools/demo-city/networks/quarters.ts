// Which district a place of the plan belongs to, and how it was built.

import { type districts as all, districts, greatRoads, type manners } from '../plan.ts';
import { middle, type Point } from '../plane.ts';
import type { StreetEdge } from '../street-graph.ts';

type District = (typeof all)[number];

const boxes = districts.map((district) => {
  const x = district.corners.map((corner) => corner.x);
  const y = district.corners.map((corner) => corner.y);
  const [west, east, south, north] = [
    Math.min(...x),
    Math.max(...x),
    Math.min(...y),
    Math.max(...y),
  ];
  return { district, west, east, south, north };
});

/** The district that holds a point of the plan, or the nearest one. */
export function districtAt({ x, y }: Point): District {
  let nearest = boxes[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const off = Math.hypot(
      Math.max(0, box.west - x, x - box.east),
      Math.max(0, box.south - y, y - box.north),
    );
    if (off < least) [nearest, least] = [box, off];
  }
  return nearest.district;
}

export const mannerAt = (plan: Point): keyof typeof manners => districtAt(plan).manner;

/** The great roads run between districts; every other street inside one. */
export const isGreatRoad = ({ street }: StreetEdge): boolean => street < greatRoads.length;

export const middleOf = ({ plan }: StreetEdge): Point => middle(plan[0]!, plan.at(-1)!);

const notInside: ReadonlySet<string> = new Set(['x2120', 'y3540']);

/** A street with the old town on both sides: its sewers are combined. Quay and promenade are not. */
export function isInOldTown(edge: StreetEdge): boolean {
  if (!isGreatRoad(edge)) return mannerAt(middleOf(edge)) === 'old';
  if (notInside.has(greatRoads[edge.street]!.id)) return false;
  const { x, y } = middleOf(edge);
  return [-30, 30].every(
    (off) => mannerAt({ x: x + off, y }) === 'old' && mannerAt({ x, y: y + off }) === 'old',
  );
}
