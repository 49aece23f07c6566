import { Cartesian2, type Cartesian3, Cartographic, type Scene } from 'cesium';
import type { Geodetic } from '#model/position.ts';
import { metres, type Radians, radians } from '#model/units.ts';

/** CSS pixels from the globe's top left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface ScreenRectangle extends ScreenPoint {
  readonly width: number;
  readonly height: number;
}

/** Longitude, latitude pairs (rad) around an area of the ground, not closed. */
export type GroundPolygon = readonly (readonly [Radians, Radians])[];

/** Where the terrain lies under a point of the picture; undefined in the sky. Reads no pixels. */
export function findGround(scene: Scene, { x, y }: ScreenPoint): Geodetic | undefined {
  const ray = scene.camera.getPickRay(new Cartesian2(x, y));
  const hit = ray && scene.globe.pick(ray, scene);
  return hit && toPosition(hit);
}

export function toPosition(point: Cartesian3): Geodetic | undefined {
  const place = Cartographic.fromCartesian(point);
  return (
    place && {
      longitude: radians(place.longitude),
      latitude: radians(place.latitude),
      height: metres(place.height),
    }
  );
}

/** The ground under a polygon of the picture; what lies above the horizon is drawn down to it. */
export function areaOfPolygon(
  scene: Scene,
  points: readonly ScreenPoint[],
): GroundPolygon | undefined {
  const corners: (readonly [Radians, Radians])[] = [];
  for (const point of points) {
    const ground = findBelow(scene, point);
    if (ground) corners.push([ground.longitude, ground.latitude]);
  }
  return corners.length >= 3 ? corners : undefined;
}

/** The ground under a rectangle of the picture, its edges cut so that the Earth's curve is followed. */
export function areaOfRectangle(
  scene: Scene,
  { x, y, width, height }: ScreenRectangle,
): GroundPolygon | undefined {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return areaOfPolygon(scene, cutEdges(corners, 4));
}

function cutEdges(corners: readonly ScreenPoint[], parts: number): ScreenPoint[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    return Array.from({ length: parts }, (_, part) => ({
      x: from.x + ((to.x - from.x) * part) / parts,
      y: from.y + ((to.y - from.y) * part) / parts,
    }));
  });
}

/** The first ground at or below the point: by halving, since above the horizon there is none. */
function findBelow(scene: Scene, point: ScreenPoint): Geodetic | undefined {
  const here = findGround(scene, point);
  if (here) return here;
  let sky = point.y;
  let ground = scene.canvas.clientHeight;
  let found = findGround(scene, { x: point.x, y: ground });
  while (found && ground - sky > 1) {
    const middle = (sky + ground) / 2;
    const hit = findGround(scene, { x: point.x, y: middle });
    if (hit) {
      found = hit;
      ground = middle;
    } else {
      sky = middle;
    }
  }
  return found;
}
