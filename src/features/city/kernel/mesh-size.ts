// How large a building is, from the triangles of its tile: the ground that it covers, the space that it encloses.
// Prisms under each triangle down to its lowest point: faces that look up count in full, faces that look down are
// taken away. A missing floor changes nothing; Earth's curve over a building (1 mm at 100 m) is left out.

import { toEcef } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';

export interface MeshSize {
  /** What its upper faces cover, seen from above; faces above each other count twice. */
  readonly footprintM2: number;
  readonly volumeM3: number;
}

export interface TileMesh {
  /** Earth-centred x, y, z a corner, m. */
  readonly positions: Float64Array;
  readonly triangles: ArrayLike<number>;
  /** City-wide index of the building of each corner. */
  readonly cityIndex: ArrayLike<number>;
}

/** Undefined where the tile has no triangle of the building; `longitude`, `latitude` (rad): about its middle. */
export function measureBuilding(
  { positions, triangles, cityIndex }: TileMesh,
  building: number,
  longitude: number,
  latitude: number,
): MeshSize | undefined {
  const place = toPlan(longitude, latitude);
  const own: number[] = [];
  let base = Number.POSITIVE_INFINITY;
  for (let at = 0; at < triangles.length; at += 3) {
    if (cityIndex[triangles[at]!] !== building) continue;
    for (let corner = 0; corner < 3; corner++) {
      const from = 3 * triangles[at + corner]!;
      const [x, y, z] = place(positions[from]!, positions[from + 1]!, positions[from + 2]!);
      own.push(x, y, z);
      base = Math.min(base, z);
    }
  }
  if (own.length === 0) return undefined;
  let footprintM2 = 0;
  let volumeM3 = 0;
  for (let at = 0; at < own.length; at += 9) {
    const [ax, ay, az] = [own[at]!, own[at + 1]!, own[at + 2]!];
    const [bx, by, bz] = [own[at + 3]!, own[at + 4]!, own[at + 5]!];
    const [cx, cy, cz] = [own[at + 6]!, own[at + 7]!, own[at + 8]!];
    const area = ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
    if (area > 0) footprintM2 += area;
    volumeM3 += area * ((az + bz + cz) / 3 - base);
  }
  return { footprintM2, volumeM3 };
}

/** From Earth-centred to east, north, up around a place on the ellipsoid, m. */
function toPlan(longitude: number, latitude: number) {
  const origin = toEcef({
    longitude: radians(longitude),
    latitude: radians(latitude),
    height: metres(0),
  });
  const [sinLon, cosLon] = [Math.sin(longitude), Math.cos(longitude)];
  const [sinLat, cosLat] = [Math.sin(latitude), Math.cos(latitude)];
  return (x: number, y: number, z: number): readonly [number, number, number] => {
    const [dx, dy, dz] = [x - origin.x, y - origin.y, z - origin.z];
    return [
      -sinLon * dx + cosLon * dy,
      -sinLat * cosLon * dx - sinLat * sinLon * dy + cosLat * dz,
      cosLat * cosLon * dx + cosLat * sinLon * dy + sinLat * dz,
    ];
  };
}
