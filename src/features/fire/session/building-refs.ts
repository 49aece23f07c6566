// Buildings of the city by their ids, as a fire names them: features don't know each other, so the app is asked.

import type { SearchHit, SessionContext } from '#features/feature.ts';
import { moved, type Offset } from '#model/near-plane.ts';
import { fromDegrees, type Radians, toDegrees } from '#model/units.ts';
import type { Selected } from '#store/selection.ts';
import type { BuildingRef, PlaceDeg } from '../contract.ts';

export const CITY = 'city';
/** Buildings that are looked up at once; a block has fewer. */
export const MOST_BUILDINGS = 120;

type Ask = Pick<SessionContext, 'find' | 'findInside'>;
export interface FoundBuilding extends BuildingRef {
  readonly radiusM: number;
}

/** Leaves out ids that the city doesn't have, and what is no building. */
export async function findBuildings(
  { find }: Pick<Ask, 'find'>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly FoundBuilding[]> {
  const hits = await Promise.all(ids.slice(0, MOST_BUILDINGS).map((id) => find(CITY, id, signal)));
  return hits.flatMap((hit) => (hit && !hit.isOther ? [toFound(hit)] : []));
}

/** Those whose middle lies inside a ring. */
export async function findInRing(
  ask: Ask,
  ring: readonly PlaceDeg[],
  signal: AbortSignal,
): Promise<{ readonly buildings: readonly FoundBuilding[]; readonly inAll: number }> {
  const inside: readonly Selected[] = await ask.findInside(CITY, ring.map(toRadians), signal);
  const ids = inside.map(({ id }) => id);
  const left = Math.max(0, ids.length - MOST_BUILDINGS);
  const buildings = await findBuildings(ask, ids, signal);
  return { buildings, inAll: buildings.length + left };
}

/** Corners of a square around a place. */
export const squareAround = (place: PlaceDeg, halfM: number): readonly PlaceDeg[] =>
  (
    [
      [-halfM, -halfM],
      [halfM, -halfM],
      [halfM, halfM],
      [-halfM, halfM],
    ] satisfies Offset[]
  ).map((offset) => moved(place, offset));

const toRadians = ([longitude, latitude]: PlaceDeg): readonly [Radians, Radians] => [
  fromDegrees(longitude),
  fromDegrees(latitude),
];

function toFound({ title, selected, at }: SearchHit): FoundBuilding {
  return {
    ...{ id: selected.id, index: selected.index, name: title },
    at: [toDegrees(at.longitude), toDegrees(at.latitude)],
    radiusM: at.radius,
  };
}

export const toRef = ({ id, index, name, at }: FoundBuilding): BuildingRef => ({
  ...{ id, index, name, at },
});
