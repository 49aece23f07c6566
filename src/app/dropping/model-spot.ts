// Where a model goes whose file names no place: on the ground that the person looks at, else in the middle of the
// city. And the city's ground for files that name a place without a height.

import type { Geodetic } from '#model/position.ts';
import { metres, toDegrees } from '#model/units.ts';
import { findLookedAt } from '#scene/camera-pose.ts';
import type { CameraPose } from '#store/camera.ts';
import type { OpenCity } from '#store/store.ts';

/** What the globe knows of the ground. */
export interface GroundInSight {
  /** In the middle of the picture. */
  groundInSight(): Geodetic | undefined;
  /** m above the ellipsoid. */
  groundHeight(longitudeDeg: number, latitudeDeg: number): Promise<number | undefined>;
}

/** The file is not kept waiting longer for a tile of the terrain, ms. */
const PATIENCE_MS = 1000;
/** What the ground may lie outside of the city's heights, m: further off it is no ground of the city. */
const MARGIN_M = 5;

/** Where nobody knows the ground, the height is the city's lowest. */
export async function spotFor(
  city: OpenCity,
  camera: CameraPose,
  ground: GroundInSight | undefined,
  patienceMs = PATIENCE_MS,
) {
  const [west, south, east, north] = city.manifest.boundsDeg;
  const [lowestM] = city.manifest.heightM;
  const seen = ground?.groundInSight() ?? findLookedAt(camera, metres(lowestM));
  const inSight = seen && {
    longitudeDeg: toDegrees(seen.longitude),
    latitudeDeg: toDegrees(seen.latitude),
  };
  const middle = { longitudeDeg: (west + east) / 2, latitudeDeg: (south + north) / 2 };
  const place = inSight && isInside(city, inSight) ? inSight : middle;
  return { ...place, heightM: (await groundOf(city, place, ground, patienceMs)) ?? lowestM };
}

/** The city's ground at a place, m above the ellipsoid; undefined outside of it and where nobody knows. */
export async function groundOf(
  city: OpenCity,
  place: Place,
  ground: GroundInSight | undefined,
  patienceMs = PATIENCE_MS,
): Promise<number | undefined> {
  if (!isInside(city, place)) return undefined;
  const known = ground?.groundHeight(place.longitudeDeg, place.latitudeDeg).catch(() => undefined);
  const heightM = await Promise.race([known, wait(patienceMs)]);
  const [lowestM, highestM] = city.manifest.heightM;
  const isGround =
    heightM !== undefined && heightM > lowestM - MARGIN_M && heightM < highestM + MARGIN_M;
  return isGround ? heightM : undefined;
}

interface Place {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
}

function isInside({ manifest }: OpenCity, { longitudeDeg, latitudeDeg }: Place): boolean {
  const [west, south, east, north] = manifest.boundsDeg;
  return (
    longitudeDeg >= west && longitudeDeg <= east && latitudeDeg >= south && latitudeDeg <= north
  );
}

const wait = (milliseconds: number) =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });
