// NFPA 1710 and GB 51080 over the whole city, in words and numbers.

import type { StandardRow } from '#features/fire/contract/response.ts';
import type { BuildingArrivals } from '#simulation/fire/response/at-buildings.ts';
import {
  areasByStation,
  gb51080,
  measureResponse,
  nfpa1710,
} from '#simulation/fire/response/standards.ts';
import type { RoadTown } from './road-town.ts';
import { FULL_ALARM_ENGINES, HIGH_RISE_ENGINES, type StationsNow } from './stations-at-work.ts';
import type { StreetPoints } from './street-points.ts';

export function standardRows(
  town: RoadTown,
  points: StreetPoints,
  arrivals: BuildingArrivals,
  stationOfPoint: Uint16Array,
  { sending }: StationsNow,
): readonly StandardRow[] {
  const first = Uint16Array.from(points.squares, (place) =>
    place >= 0 ? stationOfPoint[place]! : arrivals.firstStation[-1 - place]!,
  );
  const squares = new Float32Array(first.length).fill(points.squareM2);
  const areaM2 = areasByStation(first, squares, sending.length);
  const measures = measureResponse(
    ...([arrivals, town.isHighRise, areaM2, new Uint8Array(areaM2.length)] as const),
  );
  const shareOf = (id: string) => (measures.find((one) => one.id === id)?.share ?? 0) * 100;
  const largestKm2 = areaM2.reduce((most, area) => Math.max(most, area), 0) / 1e6;
  const share = (reached: number, limit: number) => ({
    ...{ reached, unit: '%', holds: reached >= limit },
  });
  const area = (limitM2: number) => ({
    ...{ reached: largestKm2, unit: 'km²', holds: largestKm2 * 1e6 <= limitM2 },
  });
  return [
    {
      standard: 'NFPA 1710',
      measure: {
        en: `Buildings with the first engine within ${nfpa1710.firstTravelS} s of travel`,
        zh: `行车 ${nfpa1710.firstTravelS} 秒内首车到达的建筑`,
      },
      limit: { en: '90 % or more', zh: '不少于 90 %' },
      ...share(shareOf('first-engine'), 90),
    },
    {
      standard: 'NFPA 1710',
      measure: {
        en: `Buildings with the full alarm (${FULL_ALARM_ENGINES} engines; high-rises ${HIGH_RISE_ENGINES}) within ${nfpa1710.fullAlarmTravelS} s (${nfpa1710.highRiseTravelS} s) of travel`,
        zh: `行车 ${nfpa1710.fullAlarmTravelS} 秒（高层 ${nfpa1710.highRiseTravelS} 秒）内全部首批力量（${FULL_ALARM_ENGINES} 辆；高层 ${HIGH_RISE_ENGINES} 辆）到达的建筑`,
      },
      limit: { en: '90 % or more', zh: '不少于 90 %' },
      ...share(shareOf('full-alarm'), 90),
    },
    {
      standard: 'GB 51080',
      measure: {
        en: `Buildings reached within ${gb51080.afterDispatchS / 60} min of dispatch, turnout included`,
        zh: `接到出动指令后 ${gb51080.afterDispatchS / 60} 分钟内到达的建筑（含出动时间）`,
      },
      limit: { en: 'the edge of the area: 100 %', zh: '到达辖区边缘：100 %' },
      ...share(shareOf('five-minutes'), 100),
    },
    {
      standard: 'GB 51080',
      measure: { en: 'Largest area of a station', zh: '最大辖区面积' },
      limit: { en: '7 km² or less', zh: '不大于 7 km²' },
      ...area(gb51080.areaM2),
    },
    {
      standard: 'GB 51080',
      measure: { en: 'The same at the edge of town', zh: '近郊区最大辖区面积' },
      limit: { en: '15 km² or less', zh: '不大于 15 km²' },
      ...area(gb51080.edgeAreaM2),
    },
  ];
}
