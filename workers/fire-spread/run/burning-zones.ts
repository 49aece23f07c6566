// Outlines of what burns at a time and of what will within 30 and 60 minutes, each with the ones before inside it, and
// who is there. Degrees, m, s.

import type { FireSpread } from '#features/fire/contract/spread.ts';
import type { HazardZone, HazardZones, PlaceDeg, RingsDeg } from '#features/fire/contract.ts';
import { zoneOf } from '#features/fire/kernel/evacuation/zone-of.ts';
import type { TownInside } from '../../town/inside.ts';
import type { FireTown } from '../town/read-fire-town.ts';

/** Around the walls: heat, falling parts, and room for those who fight it. */
const MARGIN_M = 15;

const kinds = [
  { code: 'now', aheadS: 0, tier: 3, en: 'Burns now', zh: '正在燃烧' },
  { code: '30', aheadS: 1800, tier: 2, en: 'Burns within 30 min', zh: '30 分钟内将燃烧' },
  { code: '60', aheadS: 3600, tier: 1, en: 'Burns within 60 min', zh: '60 分钟内将燃烧' },
] as const;

export function burningZones(
  spread: FireSpread,
  timeS: number,
  fireTown: FireTown,
  town: Pick<TownInside, 'inside'>,
): HazardZones {
  const zones: HazardZone[] = [];
  let before = 0;
  for (const { code, aheadS, tier, en, zh } of kinds) {
    const rows = rowsBurning(spread, timeS, aheadS, fireTown.rowOf);
    if (rows.length === before) continue;
    before = rows.length;
    const rings = zoneOf(
      rows.map((row) => outlineOf(fireTown, row)),
      MARGIN_M,
    );
    if (rings.length === 0) continue;
    zones.push({
      ...{ id: code, kind: 'burning', tier, label: { en, zh }, rings },
      ...town.inside(rings),
    });
  }
  return { of: spread.scenario, timeS, model: spread.model.range, zones };
}

/** Those that burn at a time or catch fire within `aheadS` after it. */
function rowsBurning(
  { order, ignitionS, endS }: FireSpread,
  timeS: number,
  aheadS: number,
  rowOf: Int32Array,
): number[] {
  const rows: number[] = [];
  for (const index of order) {
    if (ignitionS[index]! > timeS + aheadS) break;
    if (endS[index]! > timeS) rows.push(rowOf[index]!);
  }
  return rows;
}

function outlineOf({ town, plane }: FireTown, row: number): RingsDeg {
  const { start, xM, yM } = town.graph.outlines;
  const first = start[row]!;
  return [
    Array.from(
      { length: start[row + 1]! - first },
      (_, at): PlaceDeg => [
        plane.toLongitudeDeg(xM[first + at]!),
        plane.toLatitudeDeg(yM[first + at]!),
      ],
    ),
  ];
}
