// Flames on burning roofs: how wide and high each is drawn. Decoration, at most three hundred, the hottest first. A flame
// is 0.235 Q^0.4 high (Heskestad 1984, kW and m; without the term of the fire's width, which is drawn as its own).

import type { BurningPlaces, FireMoment } from '../contract/spread.ts';
import type { PlaceDeg } from '../contract.ts';

export interface RoofFlame {
  readonly at: PlaceDeg;
  /** Of its foot above the ellipsoid, m. */
  readonly roofM: number;
  readonly widthM: number;
  readonly heightM: number;
  /** 0 … 1 of the greatest. */
  readonly heat: number;
  /** 0 … 1, the same for the same building. */
  readonly seed: number;
}

export const MOST_FLAMES = 300;
/** More of them stand in front of one another and of the colours below: they are drawn lower then. */
const CROWD = 40;
/** What burns below this is embers. */
const LEAST_KW = 50;
/** A whole block in flames. */
const GREATEST_KW = 60_000;
const GOLDEN = 0.618_033_988_75;

export function flamesOf(moment: FireMoment, places: BurningPlaces): RoofFlame[] {
  const rows = rowsByBuilding(moment, places);
  const hottest =
    rows.length <= MOST_FLAMES
      ? rows
      : rows.sort((a, b) => b.heatKW - a.heatKW).slice(0, MOST_FLAMES);
  const lower = Math.min(1, Math.sqrt(CROWD / Math.max(1, hottest.length)));
  return hottest.map(({ row, building, heatKW }) => {
    const side = Math.sqrt(Math.max(16, places.areaM2[row] ?? 16));
    return {
      at: [places.longitudeDeg[row] ?? 0, places.latitudeDeg[row] ?? 0],
      roofM: (places.roofM[row] ?? 0) - 0.5,
      widthM: Math.min(26, 0.62 * side),
      heightM: lower * Math.min(34, 2 + 0.235 * heatKW ** 0.4),
      heat: Math.min(1, Math.log(heatKW / LEAST_KW) / Math.log(GREATEST_KW / LEAST_KW)),
      seed: (building * GOLDEN) % 1,
    };
  });
}

/** Both lists are few entries long, so one is kept in mind for the other. */
function rowsByBuilding({ burning, heatKW }: FireMoment, { building }: BurningPlaces) {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < building.length; row++) rowOf.set(building[row] ?? 0, row);
  const rows: { row: number; building: number; heatKW: number }[] = [];
  for (let at = 0; at < burning.length; at++) {
    const one = burning[at] ?? 0;
    const row = rowOf.get(one);
    const heat = heatKW[at] ?? 0;
    if (row !== undefined && heat >= LEAST_KW) rows.push({ row, building: one, heatKW: heat });
  }
  return rows;
}
