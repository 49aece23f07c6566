// Where to stand to see something: pure geometry on the WGS 84 ellipsoid, angles in rad, lengths in m.

import {
  enuToEcefMatrix,
  type Geodetic,
  toEcef,
  toGeodetic,
  WGS84_A,
  WGS84_F,
} from '#model/position.ts';
import { fromDegrees, type Metres, metres, type Radians, radians } from '#model/units.ts';
import type { CameraPose } from '#store/camera.ts';
import type { OpenCity } from '#store/store.ts';

/** A place with the size of what stands there. */
export interface Target {
  readonly longitude: Radians;
  readonly latitude: Radians;
  /** Above the ellipsoid. */
  readonly height: Metres;
  /** Of the sphere that shall fill the picture. */
  readonly radius: Metres;
}

type Vector = readonly [number, number, number];

/** Half the lower of the view's two angles at 16:9, where Cesium's 60° span the width. */
const HALF_VIEW = Math.atan(Math.tan(fromDegrees(30)) * (9 / 16));
const NEAREST_M = 40;
const HOME_PITCH = fromDegrees(-38);
const HOME_HEADING = fromDegrees(12);

/** Where to stand so that `target` fills the picture, seen along `heading` and `pitch`. */
export function poseLookingAt(
  target: Target,
  heading: Radians = HOME_HEADING,
  pitch: Radians = HOME_PITCH,
): CameraPose {
  const distance = Math.max(NEAREST_M, target.radius / Math.sin(HALF_VIEW));
  return poseAtDistance(target, distance, heading, pitch);
}

/** The first look at a city: as its manifest says, else from the south over all of its bounds. */
export function homeView(manifest: OpenCity['manifest']): CameraPose {
  const { view, boundsDeg, heightM } = manifest;
  if (view) {
    return {
      position: {
        longitude: fromDegrees(view.longitudeDeg),
        latitude: fromDegrees(view.latitudeDeg),
        height: metres(view.heightM),
      },
      heading: fromDegrees(view.headingDeg),
      pitch: fromDegrees(view.pitchDeg),
      roll: radians(0),
    };
  }
  const [west, south, east, north] = boundsDeg;
  const centre = {
    longitude: fromDegrees((west + east) / 2),
    latitude: fromDegrees((south + north) / 2),
    height: metres(heightM[0]),
  };
  const width = fromDegrees(east - west) * WGS84_A * Math.cos(centre.latitude);
  const depth = fromDegrees(north - south) * WGS84_A;
  // Seen aslant a city is foreshortened: the whole circle around it would leave it small.
  const radius = metres(Math.max(60, Math.hypot(width, depth) * 0.27));
  return poseLookingAt({ ...centre, radius });
}

/** The point of the ellipsoid raised by `groundHeight` at the picture's centre; undefined above the horizon. */
export function findLookedAt(pose: CameraPose, groundHeight: Metres): Geodetic | undefined {
  const eye = toEcef(pose.position);
  const direction = lookDirection(pose);
  const equator = WGS84_A + groundHeight;
  const pole = WGS84_A * (1 - WGS84_F) + groundHeight;
  const d: Vector = [direction[0] / equator, direction[1] / equator, direction[2] / pole];
  const o: Vector = [eye.x / equator, eye.y / equator, eye.z / pole];
  const a = dot(d, d);
  const b = dot(o, d);
  const discriminant = b * b - a * (dot(o, o) - 1);
  if (discriminant < 0) return undefined;
  const distance = (-b - Math.sqrt(discriminant)) / a;
  if (distance <= 0) return undefined;
  return toGeodetic({
    x: metres(eye.x + distance * direction[0]),
    y: metres(eye.y + distance * direction[1]),
    z: metres(eye.z + distance * direction[2]),
  });
}

/** Turns and tilts about what is looked at, keeping the distance; on the spot where that is the sky. */
export function turnAbout(
  pose: CameraPose,
  groundHeight: Metres,
  { heading = pose.heading, pitch = pose.pitch }: { heading?: Radians; pitch?: Radians },
): CameraPose {
  const pivot = findLookedAt(pose, groundHeight);
  if (!pivot) return { ...pose, heading, pitch, roll: radians(0) };
  const eye = toEcef(pose.position);
  const centre = toEcef(pivot);
  const distance = Math.hypot(eye.x - centre.x, eye.y - centre.y, eye.z - centre.z);
  return poseAtDistance(pivot, distance, heading, pitch);
}

/** Goes towards what is looked at until `factor` of the distance is left; factors above 1 go away from it. */
export function approach(pose: CameraPose, groundHeight: Metres, factor: number): CameraPose {
  const pivot = findLookedAt(pose, groundHeight);
  if (!pivot) return pose;
  const eye = toEcef(pose.position);
  const centre = toEcef(pivot);
  const along = (from: number, to: number) => metres(to + (from - to) * factor);
  const position = toGeodetic({
    x: along(eye.x, centre.x),
    y: along(eye.y, centre.y),
    z: along(eye.z, centre.z),
  });
  return poseAlong(position, lookDirection(pose), pose.heading);
}

/** Whether two poses give the same picture to the eye: 1 in 10,000 of the height, a thousandth of a radian. */
export function isSamePose(a: CameraPose, b: CameraPose): boolean {
  const [p, q] = [toEcef(a.position), toEcef(b.position)];
  const near = Math.max(0.05, Math.abs(a.position.height) * 1e-4);
  return (
    Math.hypot(p.x - q.x, p.y - q.y, p.z - q.z) < near &&
    angleBetween(a.heading, b.heading) < 1e-3 &&
    angleBetween(a.pitch, b.pitch) < 1e-3
  );
}

function poseAtDistance(
  centre: Geodetic,
  distance: number,
  heading: Radians,
  pitch: Radians,
): CameraPose {
  const direction = lookDirection({ position: centre, heading, pitch });
  const { x, y, z } = toEcef(centre);
  const position = toGeodetic({
    x: metres(x - distance * direction[0]),
    y: metres(y - distance * direction[1]),
    z: metres(z - distance * direction[2]),
  });
  return poseAlong(position, direction, heading);
}

/** Heading and pitch of a direction where north and up point as they do at `position`. */
function poseAlong(
  position: Geodetic,
  direction: Vector,
  headingStraightDown: Radians,
): CameraPose {
  const frame = enuToEcefMatrix(position);
  const along = (column: number) =>
    dot(direction, [frame[column] ?? 0, frame[column + 1] ?? 0, frame[column + 2] ?? 0]);
  const [east, north, up] = [along(0), along(4), along(8)];
  const isStraightDown = Math.hypot(east, north) < 1e-3;
  return {
    position,
    heading: isStraightDown ? headingStraightDown : radians(positive(Math.atan2(east, north))),
    pitch: radians(Math.asin(Math.min(1, Math.max(-1, up)))),
    roll: radians(0),
  };
}

function lookDirection({ position, heading, pitch }: Omit<CameraPose, 'roll'>): Vector {
  const frame = enuToEcefMatrix(position);
  const east = Math.sin(heading) * Math.cos(pitch);
  const north = Math.cos(heading) * Math.cos(pitch);
  const up = Math.sin(pitch);
  const axis = (row: number) =>
    (frame[row] ?? 0) * east + (frame[row + 4] ?? 0) * north + (frame[row + 8] ?? 0) * up;
  return [axis(0), axis(1), axis(2)];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const positive = (angle: number) => (angle + 2 * Math.PI) % (2 * Math.PI);
const angleBetween = (a: number, b: number) =>
  Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
