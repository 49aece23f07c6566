// What each house asks for at its coldest and busiest hour, kW, and which energy it is heated with.

import type { TownBuilding } from '../buildings.ts';
import { districts, type Manner, manners } from '../plan.ts';

const heated: ReadonlySet<Manner> = new Set([manners.old, manners.centre, manners.wharf]);
const heatDistricts = new Set(
  districts.filter(({ manner }) => heated.has(manners[manner])).map(({ name }) => name),
);

/** District heat lies in the old town, the business quarter and the old wharves; gas everywhere else. */
export const isOnDistrictHeat = ({ attributes }: TownBuilding): boolean =>
  heatDistricts.has(String(attributes.district));

type Attribute = TownBuilding['attributes'][string] | undefined;
const toNumber = (value: Attribute): number => {
  const plain = typeof value === 'object' ? value.value : value;
  return typeof plain === 'number' ? plain : 0;
};

/** Heat and hot water: 90 W/m² in old houses, 45 in those since 1995. */
export function heatLoadKw({ attributes }: TownBuilding): number {
  const floorM2 = toNumber(attributes.floorArea);
  const isShed = ['industry', 'warehouse', 'logistics'].includes(String(attributes.use));
  const perM2 = toNumber(attributes.yearOfConstruction) >= 1995 ? 0.045 : 0.09;
  return Math.max(4, floorM2 * perM2 * (isShed ? 0.5 : 1));
}

/** Share of the sum of many houses that is asked for at the same time. */
export const simultaneous = (houses: number): number => 0.6 + 0.4 / Math.sqrt(Math.max(1, houses));

const perFloorKw: Readonly<Record<string, number>> = {
  residential: 0.006,
  mixed: 0.008,
  retail: 0.018,
  office: 0.014,
  hospital: 0.035,
  industry: 0.03,
  warehouse: 0.006,
  logistics: 0.008,
};

/** Electricity at its share of the grid's peak. */
export const powerLoadKw = ({ attributes }: TownBuilding): number =>
  Math.max(0.9, toNumber(attributes.floorArea) * (perFloorKw[String(attributes.use)] ?? 0.012));

/** A value for the houses reached from each edge, summed up. */
export function sumByEdge(
  buildings: readonly TownBuilding[],
  edgeOf: (index: number) => number,
  loadOf: (building: TownBuilding) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [index, building] of buildings.entries()) {
    const edge = edgeOf(index);
    sums.set(edge, (sums.get(edge) ?? 0) + loadOf(building));
  }
  return sums;
}
