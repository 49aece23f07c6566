// Moving, turning and lifting a building model by a point of it that is not its origin: the middle of its foot.

import { type ModelPlacement, toModelMatrix } from './model-placement.ts';
import { enuToEcefMatrix, type Geodetic, toEcef, toGeodetic } from './position.ts';
import { metres, type Radians, radians } from './units.ts';

/** In the model's frame, m. */
export type ModelPoint = readonly [number, number, number];

/** Where a point of the model stands on the Earth. */
export function standOf(placement: ModelPlacement, [x, y, z]: ModelPoint): Geodetic {
  const m = toModelMatrix(placement);
  const along = (row: number) =>
    metres(m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!);
  return toGeodetic({ x: along(0), y: along(1), z: along(2) });
}

/** From true east to the model's x axis, seen where the point stands: north turns on the way from the origin. */
export const turnAt = (placement: ModelPlacement, point: ModelPoint): Radians =>
  seenFrom(placement.rotation, placement, standOf(placement, point), 1);

/**
 * The placement that puts `point` (within some kilometres of the origin) on the spot, the x axis `turn` from true
 * east there; its scales stay. Right to 1e-6 m.
 */
export function placePoint(
  placement: ModelPlacement,
  point: ModelPoint,
  spot: Geodetic,
  turn: Radians,
): ModelPlacement {
  const { longitude, latitude, height } = spot;
  let placed: ModelPlacement = { ...placement, longitude, latitude, height, rotation: turn };
  if (point.every((value) => value === 0)) return placed;
  const target = toEcef(spot);
  // Each step moves the origin by what the point is off; a hundred metres are right to 1e-9 m after three.
  for (let step = 0; step < 6; step++) {
    const stand = toEcef(standOf(placed, point));
    const from = toEcef(placed);
    const origin = toGeodetic({
      x: metres(from.x + target.x - stand.x),
      y: metres(from.y + target.y - stand.y),
      z: metres(from.z + target.z - stand.z),
    });
    placed = { ...placed, ...origin, rotation: seenFrom(turn, origin, spot, -1) };
  }
  return placed;
}

/** So many metres east, north and up; no farther than some kilometres at once. */
export function moveModel(
  placement: ModelPlacement,
  pivot: ModelPoint,
  [east, north, up]: ModelPoint,
): ModelPlacement {
  const stand = standOf(placement, pivot);
  const m = enuToEcefMatrix(stand);
  const along = (row: number) => metres(m[row]! * east + m[4 + row]! * north + m[12 + row]!);
  const { longitude, latitude } = toGeodetic({ x: along(0), y: along(1), z: along(2) });
  const spot = { longitude, latitude, height: metres(stand.height + up) };
  return placePoint(placement, pivot, spot, turnAt(placement, pivot));
}

/** Counter-clockwise seen from above, about the pivot. */
export const turnModel = (
  placement: ModelPlacement,
  pivot: ModelPoint,
  by: Radians,
): ModelPlacement =>
  placePoint(
    placement,
    pivot,
    standOf(placement, pivot),
    radians(inTurn(turnAt(placement, pivot) + by)),
  );

/** An angle within half a turn of zero. */
const inTurn = (angle: number) => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

function seenFrom(
  turn: Radians,
  origin: Pick<Geodetic, 'longitude' | 'latitude'>,
  spot: Pick<Geodetic, 'longitude'>,
  sign: 1 | -1,
): Radians {
  const across = inTurn(origin.longitude - spot.longitude);
  return radians(turn + sign * Math.sin(origin.latitude) * across);
}
