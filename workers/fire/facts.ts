// What a city hands over of its buildings as inputs of the risk model; what it doesn't have stays not known. m², years.

import { combustibleClassOf, occupancyOf, shareOf } from '#features/fire/kernel/risk/occupancy.ts';
import {
  createRiskBuildings,
  type NumberInput,
  numberInputs,
  type RiskBuildings,
} from '#simulation/fire/risk/factors.ts';
import type { TownBuildings } from '../town/read-buildings.ts';

/** Names under which cities keep them: docs/fire-facts.md. */
const names = {
  openViolations: ['openViolations', 'fireViolations', 'violations'],
  pastFires: ['pastFires', 'fireIncidents'],
  recordYears: ['fireRecordYears', 'recordYears'],
  wiringYear: ['wiringYear', 'yearOfWiring'],
  chargingPlaces: ['chargingPlaces', 'chargingPoints'],
  vacant: ['vacantShare', 'vacancy', 'vacant'],
  gas: ['gasSupply', 'gasShare'],
  sprinklers: ['sprinklers', 'sprinkleredShare', 'sprinklered'],
  construction: ['construction', 'constructionType', 'structure'],
  lastInspection: ['lastFireInspection', 'lastInspection'],
} as const;

const YEAR_MS = 365.25 * 86_400_000;
const STOREY_M = 3;
/** Hours of a day that people who live there, and those who are there by day, are inside. */
const NIGHT_SHARE = 14 / 24;

export interface RiskFacts {
  readonly inputs: RiskBuildings;
  /** One entry a building; '' and NaN where not known. */
  readonly construction: readonly string[];
  readonly lastInspection: readonly string[];
  readonly wiringYear: Float32Array;
  /** Inputs that are known of no building. */
  readonly lacks: readonly string[];
}

export async function readFacts(town: TownBuildings, atMs: number): Promise<RiskFacts> {
  const inputs = createRiskBuildings(town.count);
  const unknown = () => new Float32Array(town.count).fill(Number.NaN);
  const numbers = async (named: readonly string[]) => (await town.numbers(...named)) ?? unknown();
  const texts = async (named: readonly string[]) =>
    (await town.texts(...named)) ?? new Array<string>(town.count).fill('');
  // A register lists what there is: where the city has the column, a building without an entry has none.
  const counts = async (named: readonly string[]) =>
    (await town.numbers(...named))?.map((count) => Math.max(0, count || 0)) ?? unknown();
  const shares = async (named: readonly string[]) => {
    const words = await town.texts(...named);
    return words ? Float32Array.from(words, (word) => shareOf(word) || 0) : unknown();
  };
  const [violations, fires, charging, years, wiringYear] = await Promise.all([
    counts(names.openViolations),
    counts(names.pastFires),
    counts(names.chargingPlaces),
    numbers(names.recordYears),
    numbers(names.wiringYear),
  ]);
  const [vacant, gas, sprinklers] = await Promise.all([
    shares(names.vacant),
    shares(names.gas),
    shares(names.sprinklers),
  ]);
  const [construction, lastInspection] = await Promise.all([
    texts(names.construction),
    texts(names.lastInspection),
  ]);
  // A record goes back as far for all buildings as for the one with the longest.
  const recordYears = Math.max(0, ...new Set(years.filter((one) => one > 0)));
  const yearNow = new Date(atMs).getUTCFullYear();
  for (let at = 0; at < town.count; at++) {
    const floorM2 = floorOf(town, at);
    const use = town.uses[town.use[at] ?? -1] ?? '';
    inputs.occupancy[at] = occupancyOf(use, floorM2, town.storeys[at] ?? Number.NaN);
    inputs.floorAreaM2[at] = floorM2;
    inputs.people[at] = peopleOf(town.peopleDay[at], town.peopleNight[at]);
    inputs.combustibleClass[at] = combustibleClassOf(construction[at] ?? '');
    inputs.yearsSinceInspection[at] = yearsSince(lastInspection[at] ?? '', atMs);
    inputs.wiringAgeYears[at] = Math.max(0, yearNow - (wiringYear[at] ?? Number.NaN));
    inputs.recordYears[at] = Number.isNaN(fires[at])
      ? 0
      : years[at]! > 0
        ? years[at]!
        : recordYears;
    inputs.pastFires[at] = fires[at]! || 0;
  }
  inputs.openViolations.set(violations);
  inputs.chargingPlaces.set(charging);
  inputs.vacantShare.set(vacant);
  inputs.gasShare.set(gas);
  inputs.sprinkleredShare.set(sprinklers);
  return { inputs, construction, lastInspection, wiringYear, lacks: lacksOf(town, inputs) };
}

/** Without a figure of the city's: its circle filled by two thirds, times storeys. */
function floorOf(town: TownBuildings, at: number): number {
  const given = town.floorAreaM2[at]!;
  if (given > 0 && given < Infinity) return given;
  const highM = Math.max(0, town.topM[at]! - town.groundM[at]!);
  const storeys = town.storeys[at]! > 0 ? town.storeys[at]! : Math.max(1, highM / STOREY_M);
  const footM2 = 0.42 * Math.PI * Math.max(1, town.radiusM[at]!) ** 2;
  return footM2 * (Number.isFinite(storeys) ? storeys : 1);
}

/** Inside over a day and night; of one of the two where the other isn't known. */
function peopleOf(day = Number.NaN, night = Number.NaN): number {
  if (Number.isNaN(day)) return night;
  if (Number.isNaN(night)) return day;
  return NIGHT_SHARE * night + (1 - NIGHT_SHARE) * day;
}

function yearsSince(date: string, atMs: number): number {
  const text = date.trim();
  const timeMs = /^\d{4}$/.test(text) ? Date.UTC(Number(text), 6, 1) : Date.parse(text);
  return Math.max(0, (atMs - timeMs) / YEAR_MS);
}

function lacksOf(town: TownBuildings, inputs: RiskBuildings): readonly string[] {
  const isKnown: Partial<Record<NumberInput, boolean>> = {
    floorAreaM2: town.floorAreaM2.some((area) => area > 0),
    pastFires: inputs.recordYears.some((years) => years > 0),
    recordYears: true,
  };
  const lacking = numberInputs.filter(
    (name) => !(isKnown[name] ?? inputs[name].some((value) => !Number.isNaN(value))),
  );
  const hasUse = town.uses.some((use) => use !== '');
  return [...(hasUse ? [] : ['use']), ...lacking];
}
