// A level plane about a place of the globe on which fire's pictures are laid out: m east, north and up. Good to a
// millimetre over ten kilometres, since places are brought into it through Earth's axes.

import { Cartesian3, Matrix4, Transforms } from 'cesium';

export interface FirePlane {
  /** The plane's frame → Earth-centred. */
  readonly matrix: Matrix4;
  /** East, north, up of a point on Earth's axes. */
  fromEarth(point: Cartesian3): Cartesian3;
  /** East, north, up of a place; `heightM` above the ellipsoid. */
  toPlane(longitudeDeg: number, latitudeDeg: number, heightM?: number): Cartesian3;
}

/** `heightM` above the ellipsoid is where up begins. */
export function firePlane(longitudeDeg: number, latitudeDeg: number, heightM: number): FirePlane {
  const origin = Cartesian3.fromDegrees(longitudeDeg, latitudeDeg, heightM);
  const matrix = Transforms.eastNorthUpToFixedFrame(origin);
  const inverse = Matrix4.inverseTransformation(matrix, new Matrix4());
  return {
    matrix,
    fromEarth: (point) => Matrix4.multiplyByPoint(inverse, point, new Cartesian3()),
    toPlane: (longitude, latitude, height = heightM) => {
      const world = Cartesian3.fromDegrees(longitude, latitude, height);
      return Matrix4.multiplyByPoint(inverse, world, world);
    },
  };
}
