// What a fire service's register would know of a house: violations, fires of twelve years, wiring, sprinklers, vacancy,
// gas, charging places. Chances by age and use are judgement; what isn't there isn't written. m², years.

import type { Random } from '#model/random.ts';

export interface HouseFacts {
  readonly use: string;
  readonly built: number;
  readonly storeys: number;
  readonly floorM2: number;
  readonly inspectedYear: number;
}

/** `fireRecordYears` stands where there were fires: the record goes as far back for every house. */
export interface FireFacts {
  readonly openViolations?: number;
  readonly pastFires?: number;
  readonly fireRecordYears?: number;
  readonly wiringYear: number;
  readonly sprinklers?: 'full' | 'partial';
  readonly vacantShare?: number;
  readonly gasSupply?: true;
  readonly chargingPlaces?: number;
}

const NOW = 2026;
export const RECORD_YEARS = 12;

/** Fires a year and m² of floor, before what is known of the house. */
const firesPerM2: Readonly<Record<string, number>> = {
  residential: 5e-6,
  mixed: 7e-6,
  retail: 4e-6,
  industry: 4e-6,
  hospital: 3e-6,
  clinic: 3e-6,
};
const violationChance: Readonly<Record<string, number>> = {
  residential: 0.06,
  mixed: 0.16,
  retail: 0.3,
  office: 0.12,
  industry: 0.32,
  warehouse: 0.35,
  logistics: 0.28,
  culture: 0.25,
};

export function fireFactsOf(house: HouseFacts, random: Random): FireFacts {
  const { use, built, floorM2, inspectedYear } = house;
  const isOld = built < 1960;
  // Few houses that nobody looks after, known to every crew.
  const isNeglected =
    isOld && use !== 'residential' && random.chance(use === 'mixed' ? 0.006 : 0.03);
  const wiringYear = isNeglected ? random.whole(1948, 1966) : wiringOf(built, random);
  const openViolations = isNeglected
    ? random.whole(5, 9)
    : violationsOf(use, NOW - inspectedYear, random);
  const vacantShare = isNeglected ? random.whole(3, 8) / 10 : vacancyOf(built, use, random);
  const rate =
    (firesPerM2[use] ?? 2e-6) *
    floorM2 *
    Math.exp(0.012 * Math.max(0, NOW - wiringYear - 30) + 0.2 * openViolations + 0.6 * vacantShare);
  const pastFires = fires(rate * RECORD_YEARS, random) + (isNeglected ? random.whole(1, 3) : 0);
  const sprinklers = sprinklersOf(house, random);
  const chargingPlaces = chargingOf(house, random);
  return {
    ...(openViolations > 0 && { openViolations }),
    ...(pastFires > 0 && { pastFires, fireRecordYears: RECORD_YEARS }),
    wiringYear,
    ...(sprinklers && { sprinklers }),
    ...(vacantShare > 0 && { vacantShare }),
    ...(hasGas(built, use, random) && { gasSupply: true as const }),
    ...(chargingPlaces > 0 && { chargingPlaces }),
  };
}

/** New wiring with the house; old houses were wired anew at some time, one in nine never since. */
function wiringOf(built: number, random: Random): number {
  if (built >= 1985) return built;
  if (random.chance(0.11)) return Math.max(built, random.whole(1950, 1968));
  return Math.max(built, Math.min(NOW - 1, random.whole(1968, 2022)));
}

function violationsOf(use: string, yearsSince: number, random: Random): number {
  const chance = (violationChance[use] ?? 0.1) * (0.6 + 0.09 * yearsSince);
  let count = 0;
  while (count < 6 && random.chance(count === 0 ? chance : 0.35)) count++;
  return count;
}

function vacancyOf(built: number, use: string, random: Random): number {
  const chance = (built < 1950 ? 0.035 : 0.012) * (use === 'residential' ? 1 : 1.8);
  if (!random.chance(chance)) return 0;
  return random.chance(0.2) ? 1 : random.whole(2, 7) / 10;
}

function sprinklersOf({ use, built, storeys, floorM2 }: HouseFacts, random: Random) {
  const isLarge = floorM2 > 2000 && /industry|warehouse|logistics|retail|office|culture/.test(use);
  const isAsked = isLarge || storeys >= 9 || use === 'hospital';
  const chance = built >= 1990 ? 0.75 : built >= 1970 ? 0.3 : 0.08;
  if (!isAsked || !random.chance(chance)) return undefined;
  return random.chance(0.8) ? ('full' as const) : ('partial' as const);
}

function hasGas(built: number, use: string, random: Random): boolean {
  const isHome = use === 'residential' || use === 'mixed';
  if (!isHome && use !== 'industry' && use !== 'retail') return false;
  return random.chance(built >= 2012 ? 0.08 : built >= 1980 ? 0.45 : 0.38);
}

function chargingOf({ use, built, storeys, floorM2 }: HouseFacts, random: Random): number {
  const isShared = use === 'mixed' || use === 'office' || (use === 'residential' && storeys >= 3);
  const chance = isShared ? (built >= 2015 ? 0.7 : 0.18) : 0.12;
  if (!random.chance(chance)) return 0;
  return isShared ? random.whole(1, Math.min(20, 2 + Math.round(floorM2 / 250))) : 1;
}

/** Poisson. */
function fires(mean: number, random: Random): number {
  const stop = Math.exp(-Math.min(mean, 40));
  let count = 0;
  for (let product = random.next(); product > stop; product *= random.next()) count++;
  return count;
}
