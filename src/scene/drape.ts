// Lines laid on the ground as it is drawn, so that they neither sink into hills nor float over hollows.

import { Cartesian3, Cartographic, type Scene } from 'cesium';
import { fromDegrees } from '#model/units.ts';

export type PlaceDeg = readonly [longitudeDeg: number, latitudeDeg: number];

/** Between two points of a draped line, m; longer lines have as many points, further apart. */
const STEP_M = 6;
const MOST_STEPS = 48;

/** Height of the drawn ground above the ellipsoid, m; undefined where none is loaded. */
export const groundAt = ({ globe }: Scene, [longitudeDeg, latitudeDeg]: PlaceDeg) =>
  globe.getHeight(Cartographic.fromDegrees(longitudeDeg, latitudeDeg));

/** `liftM` above the ground; `heightOf` tells it, else the ground as it is drawn. */
export function drape(
  scene: Scene,
  places: readonly PlaceDeg[],
  liftM: number,
  heightOf: (place: PlaceDeg) => number | undefined = (place) => groundAt(scene, place),
): Cartesian3[] {
  let last = 0;
  return refine(places).map((place) => {
    last = heightOf(place) ?? last;
    const [longitudeDeg, latitudeDeg] = place;
    return Cartesian3.fromRadians(
      fromDegrees(longitudeDeg),
      fromDegrees(latitudeDeg),
      last + liftM,
    );
  });
}

/** With points in between. */
export function refine(places: readonly PlaceDeg[]): PlaceDeg[] {
  return places.flatMap((to, at) => {
    const from = places[at - 1];
    if (!from) return [to];
    const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(distanceM(from, to) / STEP_M)));
    return Array.from({ length: steps }, (_, step): PlaceDeg => {
      const share = (step + 1) / steps;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}

const M_PER_DEGREE = 111_320;

const distanceM = (from: PlaceDeg, to: PlaceDeg) =>
  Math.hypot(
    (to[0] - from[0]) * M_PER_DEGREE * Math.cos(fromDegrees(from[1])),
    (to[1] - from[1]) * M_PER_DEGREE,
  );
