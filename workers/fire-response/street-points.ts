// The points of the streets' lines as places on roads, and the ground that streets run through. Once a city.

import type { Doors } from '#simulation/fire/response/doors.ts';
import type { RoadTown } from './road-town.ts';

/** Side of the squares (m) that the ground is counted in, which a station answers for. */
const SQUARE_M = 200;
const METRES_PER_DEGREE = 111_195;

export interface StreetPoints {
  /** Points of joined street i: from `offsets[i]` up to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
  readonly doors: Doors;
  /** A point of each square that holds streets, or a building of one that holds none: −1 − building. */
  readonly squares: Int32Array;
  readonly squareM2: number;
}

export function streetPointsOf({ streets, streetOf, buildings }: RoadTown): StreetPoints {
  const { lines } = streets;
  const offsets = new Uint32Array(streetOf.length + 1);
  streetOf.forEach((street, edge) => {
    offsets[edge + 1] = offsets[edge]! + lines.offsets[street + 1]! - lines.offsets[street]!;
  });
  const count = offsets[streetOf.length]!;
  const longitudeDeg = new Float64Array(count);
  const latitudeDeg = new Float64Array(count);
  const edgeOfPoint = new Int32Array(count);
  const share = new Float32Array(count);
  const east = Math.cos(((lines.latitudeDeg[0] ?? 0) * Math.PI) / 180) * METRES_PER_DEGREE;
  streetOf.forEach((street, edge) => {
    const first = lines.offsets[street]!;
    const own = offsets[edge]!;
    const end = offsets[edge + 1]!;
    let alongM = 0;
    for (let point = own; point < end; point++) {
      const from = first + point - own;
      longitudeDeg[point] = lines.longitudeDeg[from]!;
      latitudeDeg[point] = lines.latitudeDeg[from]!;
      if (point > own)
        alongM += Math.hypot(
          (longitudeDeg[point]! - longitudeDeg[point - 1]!) * east,
          (latitudeDeg[point]! - latitudeDeg[point - 1]!) * METRES_PER_DEGREE,
        );
      edgeOfPoint[point] = edge;
      share[point] = alongM;
    }
    for (let point = own; point < end; point++) share[point]! /= alongM || 1;
  });
  const squares = new Map<string, number>();
  const put = (longitude: number, latitude: number, place: number) => {
    const column = Math.floor((longitude * east) / SQUARE_M);
    const key = `${column} ${Math.floor((latitude * METRES_PER_DEGREE) / SQUARE_M)}`;
    if (!squares.has(key)) squares.set(key, place);
  };
  for (let point = 0; point < count; point++) put(longitudeDeg[point]!, latitudeDeg[point]!, point);
  for (let at = 0; at < buildings.count; at++)
    put(buildings.longitudeDeg[at]!, buildings.latitudeDeg[at]!, -1 - at);
  return {
    ...{ offsets, longitudeDeg, latitudeDeg },
    doors: { edge: edgeOfPoint, share },
    squares: Int32Array.from(squares.values()),
    squareM2: SQUARE_M ** 2,
  };
}
