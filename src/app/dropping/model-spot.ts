// Where a model goes whose file names no place: on the ground that the person looks at, else in the middle of the city.

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
  { manifest }: OpenCity,
  camera: CameraPose,
  ground: GroundInSight | undefined,
  patienceMs = PATIENCE_MS,
) {
  const [west, south, east, north] = manifest.boundsDeg;
  const [lowestM, highestM] = manifest.heightM;
  const seen = ground?.groundInSight() ?? findLookedAt(camera, metres(lowestM));
  const [longitudeDeg, latitudeDeg] = seen
    ? [toDegrees(seen.longitude), toDegrees(seen.latitude)]
    : [Number.NaN, Number.NaN];
  const isInside =
    longitudeDeg >= west && longitudeDeg <= east && latitudeDeg >= south && latitudeDeg <= north;
  const place = isInside
    ? { longitudeDeg, latitudeDeg }
    : { longitudeDeg: (west + east) / 2, latitudeDeg: (south + north) / 2 };
  const known = ground?.groundHeight(place.longitudeDeg, place.latitudeDeg).catch(() => undefined);
  const heightM = (await Promise.race([known, wait(patienceMs)])) ?? lowestM;
  const isGround = heightM > lowestM - MARGIN_M && heightM < highestM + MARGIN_M;
  return { ...place, heightM: isGround ? heightM : lowestM };
}

const wait = (milliseconds: number) =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });
