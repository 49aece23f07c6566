// Streets that what burns closes to engines: where the heat in the street is more than crews in gear drive through, or a
// zone in which nobody can stay lies over it.

import type { RingsDeg } from '#features/fire/contract.ts';
import { createRingTest } from '../town/rings.ts';
import type { RoadTown } from './road-town.ts';
import type { StreetPoints } from './street-points.ts';

/** 5 kW/m²: the second tier of heat; burns of bare skin within a minute. */
const MOST_KW_M2 = 5;
/** Radiated share of the heat release, point source. */
const RADIATED = 0.3;
/** Of one burning building little is felt beyond, m. */
const FARTHEST_M = 100;
/** Streets are looked at every few metres. */
const STEP_M = 15;
const METRES_PER_DEGREE = 111_195;

export interface Burning {
  readonly burning: Uint32Array;
  readonly heatKW: Float32Array;
  readonly zones: readonly RingsDeg[];
}

export function findBlocked(
  { buildings, streets, streetOf }: RoadTown,
  { offsets, longitudeDeg, latitudeDeg }: StreetPoints,
  { burning, heatKW, zones }: Burning,
): readonly string[] {
  const byIndex = new Map(Array.from(buildings.index, (index, at) => [index, at]));
  const fires = Array.from(burning, (index, at) => ({
    building: byIndex.get(index) ?? -1,
    heat: heatKW[at] ?? 0,
  })).filter(({ building, heat }) => building >= 0 && heat > 0);
  const tests = zones.map(createRingTest);
  const east = Math.cos(((latitudeDeg[0] ?? 0) * Math.PI) / 180) * METRES_PER_DEGREE;
  const heatAt = (longitude: number, latitude: number): number => {
    let sum = 0;
    for (const { building, heat } of fires) {
      const northM = (buildings.latitudeDeg[building]! - latitude) * METRES_PER_DEGREE;
      if (Math.abs(northM) > FARTHEST_M) continue;
      const eastM = (buildings.longitudeDeg[building]! - longitude) * east;
      const squareM2 = Math.max(25, northM ** 2 + eastM ** 2);
      if (squareM2 > FARTHEST_M ** 2) continue;
      sum += (RADIATED * heat) / (4 * Math.PI * squareM2);
    }
    return sum;
  };
  const isBlocked = (longitude: number, latitude: number): boolean =>
    (fires.length > 0 && heatAt(longitude, latitude) > MOST_KW_M2) ||
    tests.some((test) => test.isInside(longitude, latitude));
  const isBlockedBetween = (from: number, to: number): boolean => {
    const eastDeg = longitudeDeg[to]! - longitudeDeg[from]!;
    const northDeg = latitudeDeg[to]! - latitudeDeg[from]!;
    const lengthM = Math.hypot(eastDeg * east, northDeg * METRES_PER_DEGREE);
    const steps = Math.max(1, Math.ceil(lengthM / STEP_M));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const longitude = longitudeDeg[from]! + share * eastDeg;
      if (isBlocked(longitude, latitudeDeg[from]! + share * northDeg)) return true;
    }
    return false;
  };
  const blocked: string[] = [];
  streetOf.forEach((street, edge) => {
    for (let point = offsets[edge]!; point + 1 < offsets[edge + 1]!; point++) {
      if (!isBlockedBetween(point, point + 1)) continue;
      blocked.push(streets.lines.ids[street] ?? '');
      return;
    }
  });
  return blocked;
}
