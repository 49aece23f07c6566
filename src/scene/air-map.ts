// Maps that the air reads by place: a texture over bounds in degrees, and how metres on the city's plane lie in it.

import {
  Cartesian4,
  PixelDatatype,
  PixelFormat,
  Sampler,
  type Scene,
  Texture,
  TextureMagnificationFilter,
  TextureMinificationFilter,
} from 'cesium';
import type { AirPlace } from './air.ts';
import { contextOf } from './cesium-inside.ts';

/** Rows from the north, on the Mercator grid; one or two bytes a texel. */
export interface AirMapData {
  readonly boundsDeg: readonly [west: number, south: number, east: number, north: number];
  readonly width: number;
  readonly height: number;
  readonly texels: Uint8Array;
  readonly channels: 1 | 2;
  /** Sides on which it goes on beyond its bounds: west, south, east, north. */
  readonly open?: readonly [boolean, boolean, boolean, boolean];
}

export interface AirMap {
  readonly texture: Texture;
  /** Place on the plane (m east, m north) · xy + zw = 0 … 1 across and down. */
  readonly at: Cartesian4;
  /** West, north, east, south, as the texture runs: 1 where open. */
  readonly open: Cartesian4;
}

const linear = () =>
  new Sampler({
    minificationFilter: TextureMinificationFilter.LINEAR,
    magnificationFilter: TextureMagnificationFilter.LINEAR,
  });

export function airMap(scene: Scene, place: AirPlace, map: AirMapData): AirMap {
  const { width, height, texels, channels, boundsDeg, open = [false, false, false, false] } = map;
  if (texels.length !== width * height * channels) {
    throw new Error(
      `A map of the air has ${texels.length} bytes; expected ${width} × ${height} × ${channels}.`,
    );
  }
  const texture = new Texture({
    context: contextOf(scene),
    ...{ width, height, flipY: false },
    pixelFormat: channels === 1 ? PixelFormat.RED : PixelFormat.RG,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    sampler: linear(),
    source: { width, height, arrayBufferView: texels },
  });
  return {
    texture,
    at: placeToMap(place, boundsDeg),
    open: new Cartesian4(Number(open[0]), Number(open[3]), Number(open[2]), Number(open[1])),
  };
}

const SEMI_MAJOR_M = 6378137;
const ECCENTRICITY_2 = 0.00669437999014;

/**
 * How the plane that touches the ellipsoid at `place` lies in bounds on the Mercator grid. Linear about the place: 1 m
 * off at 3 km, where a texel of such a map is 3 to 6 m wide.
 */
export function placeToMap(
  { longitudeDeg, latitudeDeg }: AirPlace,
  [west, south, east, north]: AirMapData['boundsDeg'],
): Cartesian4 {
  const latitude = (latitudeDeg * Math.PI) / 180;
  const sine2 = Math.sin(latitude) ** 2;
  const across = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_2 * sine2);
  const along = (SEMI_MAJOR_M * (1 - ECCENTRICITY_2)) / (1 - ECCENTRICITY_2 * sine2) ** 1.5;
  const degree = 180 / Math.PI;
  const perEast = degree / (across * Math.cos(latitude)) / (east - west);
  const size = mercator(north) - mercator(south);
  // d mercator / d latitude = 1 / cos(latitude).
  const perNorth = -1 / (along * Math.cos(latitude)) / size;
  return new Cartesian4(
    perEast,
    perNorth,
    (longitudeDeg - west) / (east - west),
    (mercator(north) - mercator(latitudeDeg)) / size,
  );
}

const mercator = (latitudeDeg: number) => Math.asinh(Math.tan((latitudeDeg * Math.PI) / 180));

/** Where there is no map yet: land without lamps. */
export const nothing = (scene: Scene): Texture =>
  new Texture({
    context: contextOf(scene),
    ...{ width: 1, height: 1, flipY: false },
    pixelFormat: PixelFormat.RG,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    sampler: linear(),
    source: { width: 1, height: 1, arrayBufferView: new Uint8Array(4) },
  });
