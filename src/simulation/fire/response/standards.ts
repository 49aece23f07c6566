// Two standards of response side by side: NFPA 1710 (4 min travel to the first engine, 8 min to the full alarm, 10 min 10 s
// in high-rises, 90 %) and GB 51080-2015 4.1.3 (5 min after dispatch, 7 km² a station, 15 km² at the edge of town). s, m².

import { NONE } from './arrivals.ts';
import type { BuildingArrivals } from './at-buildings.ts';

export const nfpa1710 = {
  ...{ turnoutS: 80, firstTravelS: 240, fullAlarmTravelS: 480, highRiseTravelS: 610, share: 0.9 },
} as const;
export const gb51080 = { afterDispatchS: 300, areaM2: 7e6, edgeAreaM2: 15e6 } as const;

export interface Measure {
  readonly standard: 'NFPA 1710' | 'GB 51080-2015';
  readonly id: 'first-engine' | 'full-alarm' | 'five-minutes' | 'area';
  /** Share of buildings, or of stations for the area, that keep the limit. */
  readonly share: number;
  readonly expected: number;
  readonly isKept: boolean;
}

/** `isHighRise`: 1 a high-rise. `areaM2` and `isEdge`: one entry a station, ground it answers for first. */
export function measureResponse(
  arrivals: BuildingArrivals,
  isHighRise: Uint8Array,
  areaM2: Float64Array,
  isEdge: Uint8Array,
): readonly Measure[] {
  const { firstTravelS, fullAlarmTravelS, firstS } = arrivals;
  const first = shareOf(firstTravelS.length, (at) => firstTravelS[at]! <= nfpa1710.firstTravelS);
  const full = shareOf(
    fullAlarmTravelS.length,
    (at) =>
      fullAlarmTravelS[at]! <=
      (isHighRise[at] === 1 ? nfpa1710.highRiseTravelS : nfpa1710.fullAlarmTravelS),
  );
  const soon = shareOf(firstS.length, (at) => firstS[at]! <= gb51080.afterDispatchS);
  const small = shareOf(
    areaM2.length,
    (at) => areaM2[at]! <= (isEdge[at] === 1 ? gb51080.edgeAreaM2 : gb51080.areaM2),
  );
  const row = (
    standard: Measure['standard'],
    id: Measure['id'],
    share: number,
    expected: number,
  ): Measure => ({ standard, id, share, expected, isKept: share >= expected });
  return [
    row('NFPA 1710', 'first-engine', first, nfpa1710.share),
    row('NFPA 1710', 'full-alarm', full, nfpa1710.share),
    row('GB 51080-2015', 'five-minutes', soon, 1),
    row('GB 51080-2015', 'area', small, 1),
  ];
}

/** Ground by first station: `plotM2` of each building's share of the land, m². */
export function areasByStation(
  firstStation: Uint16Array,
  plotM2: Float32Array,
  stations: number,
): Float64Array {
  const areas = new Float64Array(stations);
  firstStation.forEach((station, at) => {
    if (station !== NONE) areas[station]! += plotM2[at]!;
  });
  return areas;
}

/** 1 where there is nothing to keep. */
function shareOf(count: number, isKept: (at: number) => boolean): number {
  let kept = 0;
  for (let at = 0; at < count; at++) if (isKept(at)) kept++;
  return count === 0 ? 1 : kept / count;
}
