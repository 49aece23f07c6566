// Where the sensors of a catalogue stand, as numbers that pins are drawn from.

import { Cartesian3, Cartographic, type Globe } from 'cesium';
import { sensorKinds } from '#model/sensor-kind.ts';
import type { SensorColumns } from '../contract.ts';

export interface Sites {
  readonly sensors: SensorColumns;
  /** Earth-centred, m: x, y, z of each. */
  readonly positionM: Float64Array;
  /** The same from `centre`, as the graphics card counts. */
  readonly centre: Cartesian3;
  /** Unit vectors straight up: x, y, z of each. */
  readonly up: Float32Array;
  /** Sensors by kind, then in an order that has nothing to do with where they stand. */
  readonly order: Uint32Array;
  /** Height of the terrain above the ellipsoid; NaN where it isn't known yet. */
  readonly groundM: Float32Array;
  /** 1 where the terrain has changed since it was asked. */
  readonly isGroundOld: Uint8Array;
}

const kinds = Object.keys(sensorKinds);

export function toSites(sensors: SensorColumns): Sites {
  const { count, longitude, latitude, heightM } = sensors;
  const positionM = new Float64Array(3 * count);
  const up = new Float32Array(3 * count);
  const centre = new Cartesian3();
  const point = new Cartesian3();
  const normal = new Cartesian3();
  const place = new Cartographic();
  for (let at = 0; at < count; at++) {
    place.longitude = longitude[at]!;
    place.latitude = latitude[at]!;
    place.height = heightM[at]!;
    Cartographic.toCartesian(place, undefined, point);
    Cartesian3.pack(point, positionM as unknown as number[], 3 * at);
    const flat = Math.cos(place.latitude);
    Cartesian3.fromElements(
      flat * Math.cos(place.longitude),
      flat * Math.sin(place.longitude),
      Math.sin(place.latitude),
      normal,
    );
    Cartesian3.pack(normal, up as unknown as number[], 3 * at);
    Cartesian3.add(centre, point, centre);
  }
  if (count > 0) Cartesian3.divideByScalar(centre, count, centre);
  const groundM = new Float32Array(count).fill(Number.NaN);
  const isGroundOld = new Uint8Array(count).fill(1);
  return { sensors, positionM, centre, up, order: orderOf(sensors), groundM, isGroundOld };
}

function orderOf({ count, id, kind }: SensorColumns): Uint32Array {
  const key = new Float64Array(count);
  for (let at = 0; at < count; at++) key[at] = kinds.indexOf(kind[at]!) * 2 ** 32 + hash(id[at]!);
  return Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) => key[a]! - key[b]!);
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

const scratch = new Cartographic();

/** Asks the globe for the ground below a sensor; what it doesn't know yet stays as it was. */
export function findGround(
  { sensors, groundM, isGroundOld }: Sites,
  at: number,
  globe: Globe,
): void {
  scratch.longitude = sensors.longitude[at]!;
  scratch.latitude = sensors.latitude[at]!;
  const height = globe.getHeight(scratch);
  if (height !== undefined) groundM[at] = height;
  isGroundOld[at] = 0;
}

/** How far the ground lies above the sensor, m; negative where the sensor is raised, 0 where it isn't known. */
export function groundAbove({ sensors, groundM }: Sites, at: number): number {
  const above = groundM[at]! - sensors.heightM[at]!;
  return Number.isNaN(above) ? 0 : above;
}
