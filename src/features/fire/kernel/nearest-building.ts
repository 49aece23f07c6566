// Which building a person means who points at a place: the one whose circle it lies deepest in. Degrees, m.

import { distanceM } from '#model/near-plane.ts';
import type { PlaceDeg } from '../contract.ts';

/** How far beside a building one may point. */
const BESIDE_M = 15;

export interface Circle {
  readonly at: PlaceDeg;
  readonly radiusM: number;
}

/** Undefined where none is near. */
export function nearestBuilding<Building extends Circle>(
  buildings: readonly Building[],
  place: PlaceDeg,
): Building | undefined {
  const outsideM = ({ at, radiusM }: Circle) => distanceM(at, place) - radiusM;
  const [nearest] = buildings.toSorted((a, b) => outsideM(a) - outsideM(b));
  return nearest && outsideM(nearest) <= BESIDE_M ? nearest : undefined;
}
