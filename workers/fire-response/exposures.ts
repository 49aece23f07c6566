// ISO's X: how much more water neighbours ask for, from the gaps to them. Gaps are of circles as large as the ground
// floors, so that they are rough; the nearest neighbour in each of four directions counts.

import type { Text } from '#model/text.ts';
import type { TownBuildings } from '../town/read-buildings.ts';

const METRES_PER_DEGREE = 111_195;
/** Farther ones count nothing: 100 ft. */
const FARTHEST_M = 30.5;
const MOST = 0.6;

/** Charge by gap, m: within 10, 30, 60 and 100 ft. */
const charges: readonly (readonly [gapM: number, charge: number])[] = [
  ...([
    [3, 0.22],
    [9.1, 0.18],
    [18.3, 0.13],
    [FARTHEST_M, 0.09],
  ] as const),
];

export function exposureOf(
  buildings: Pick<
    TownBuildings,
    'count' | 'longitudeDeg' | 'latitudeDeg' | 'floorAreaM2' | 'storeys' | 'radiusM'
  >,
  building: number,
): { readonly value: number; readonly text: Text } {
  const { longitudeDeg, latitudeDeg, count } = buildings;
  const latitude = latitudeDeg[building]!;
  const east = Math.cos((latitude * Math.PI) / 180) * METRES_PER_DEGREE;
  const own = groundRadiusM(buildings, building);
  const nearest = [Infinity, Infinity, Infinity, Infinity];
  for (let at = 0; at < count; at++) {
    if (at === building) continue;
    const northM = (latitudeDeg[at]! - latitude) * METRES_PER_DEGREE;
    if (Math.abs(northM) > 200) continue;
    const eastM = (longitudeDeg[at]! - longitudeDeg[building]!) * east;
    if (Math.abs(eastM) > 200) continue;
    const gapM = Math.max(0, Math.hypot(eastM, northM) - own - groundRadiusM(buildings, at));
    const side = Math.abs(eastM) > Math.abs(northM) ? (eastM > 0 ? 0 : 1) : northM > 0 ? 2 : 3;
    nearest[side] = Math.min(nearest[side]!, gapM);
  }
  const sum = nearest.reduce(
    (total, gapM) => total + (charges.find(([limit]) => gapM <= limit)?.[1] ?? 0),
    0,
  );
  const value = Math.round(Math.min(MOST, sum) * 100) / 100;
  const sides = nearest.filter((gapM) => gapM <= FARTHEST_M).length;
  return {
    value,
    text: {
      en: `Neighbours within 30 m on ${sides} of 4 sides: X + P ${value} (gaps of circles, rough)`,
      zh: `四个方向中 ${sides} 个方向 30 m 内有相邻建筑：X + P ${value}（按等面积圆间距粗略估算）`,
    },
  };
}

function groundRadiusM(
  { floorAreaM2, storeys, radiusM }: Pick<TownBuildings, 'floorAreaM2' | 'storeys' | 'radiusM'>,
  at: number,
): number {
  const floorM2 = floorAreaM2[at]! / Math.max(1, storeys[at]!);
  return floorM2 > 0 ? Math.sqrt(floorM2 / Math.PI) : (radiusM[at] ?? 0) * 0.75;
}
