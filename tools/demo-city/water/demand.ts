// What each building takes from the network on a weekday, m³/s, by use. Figures per head and floor area after
// BDEW's statistics (about 125 l a day at home) and DVGW W 410.

import type { TownBuilding } from '../buildings.ts';
import type { WaterUse } from './patterns.ts';

export interface Demand {
  readonly use: WaterUse;
  /** Mean over a weekday. */
  readonly meanM3s: number;
}

const litresADay = 0.001 / 86_400;
const atHomeL = 125;
/** Share of residents who are in by day: `peopleDay` counts them besides those who work there. */
const homeByDay = 0.38;

/** Per worker or pupil and day, and per square metre of floor and day. */
const uses: Readonly<Record<string, { use: WaterUse; perHeadL: number; perFloorL: number }>> = {
  residential: { use: 'home', perHeadL: 0, perFloorL: 0 },
  mixed: { use: 'shop', perHeadL: 30, perFloorL: 0 },
  retail: { use: 'shop', perHeadL: 25, perFloorL: 0 },
  office: { use: 'office', perHeadL: 25, perFloorL: 0 },
  industry: { use: 'industry', perHeadL: 40, perFloorL: 2.5 },
  hospital: { use: 'hospital', perHeadL: 0, perFloorL: 4 },
  school: { use: 'school', perHeadL: 18, perFloorL: 0 },
};
const otherUse = { use: 'office', perHeadL: 25, perFloorL: 0 } as const;

export function demandsOf({ attributes }: TownBuilding): Demand[] {
  const residents = toNumber(attributes.residentsNight);
  const heads = Math.max(0, toNumber(attributes.peopleDay) - residents * homeByDay);
  const { use, perHeadL, perFloorL } = uses[String(attributes.use)] ?? otherUse;
  const workL = heads * perHeadL + toNumber(attributes.floorArea) * perFloorL;
  const demands: Demand[] = [
    { use: 'home', meanM3s: residents * atHomeL * litresADay },
    { use, meanM3s: workL * litresADay },
  ];
  return demands.filter(({ meanM3s }) => meanM3s > 0);
}

/** A home's use expressed in people: what planners call population equivalents. */
export const toPeople = (meanM3s: number): number => meanM3s / (atHomeL * litresADay);

type Attribute = TownBuilding['attributes'][string] | undefined;

const toNumber = (value: Attribute): number => {
  const plain = typeof value === 'object' ? value.value : value;
  return typeof plain === 'number' ? plain : 0;
};
