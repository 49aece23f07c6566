// A plane that touches the Earth in the middle of the town, m east and north of there. Distances between neighbours are
// right within 0.2 % up to 10 km away from it.

import { WGS84_A, WGS84_F } from '#model/position.ts';

export interface LocalPlane {
  toX(longitudeDeg: number): number;
  toY(latitudeDeg: number): number;
  toLongitudeDeg(xM: number): number;
  toLatitudeDeg(yM: number): number;
}

export function createLocalPlane(longitudeDeg: number, latitudeDeg: number): LocalPlane {
  const squared = WGS84_F * (2 - WGS84_F);
  const latitude = (latitudeDeg * Math.PI) / 180;
  const root = Math.sqrt(1 - squared * Math.sin(latitude) ** 2);
  const eastM = ((WGS84_A / root) * Math.cos(latitude) * Math.PI) / 180;
  const northM = (((WGS84_A * (1 - squared)) / root ** 3) * Math.PI) / 180;
  return {
    toX: (longitude) => (longitude - longitudeDeg) * eastM,
    toY: (latitudeOf) => (latitudeOf - latitudeDeg) * northM,
    toLongitudeDeg: (xM) => longitudeDeg + xM / eastM,
    toLatitudeDeg: (yM) => latitudeDeg + yM / northM,
  };
}
