// How high a footprint is: what its properties say, else its storeys, else what its use and size suggest.

/** Storey height where only the number of storeys is known, m. */
export const STOREY_M = 3.2;

export interface HeightRules {
  /** Property that holds the height (m, or times `factor`) before all others. */
  readonly property?: string;
  readonly factor?: number;
  /** Height where nothing is known, instead of the guess by use and area. */
  readonly fallbackM?: number;
}

export interface FootprintHeight {
  /** Height of the top above the ground, m. */
  readonly topM: number;
  /** Height of the underside above the ground, m: 0 but for what stands on columns. */
  readonly bottomM: number;
  readonly origin: 'given' | 'storeys' | 'assumed';
}

const HEIGHTS = [
  'height',
  'render_height',
  'measuredHeight',
  'building:height',
  'building_height',
  'HEIGHT',
  'Height',
  'b3_h_dak_max',
  'roof_height_max',
  'hoogte',
];
const STOREYS = [
  'building:levels',
  'levels',
  'num_floors',
  'storeysAboveGround',
  'storeys',
  'floors',
  'bouwlagen',
];
const UNDERSIDES = ['min_height', 'render_min_height', 'building:min_height'];
const STOREYS_BELOW = ['building:min_level', 'min_level', 'min_floor'];

/** Usual heights by use (OpenStreetMap `building`, Overture `class`), m. */
const BY_USE: Readonly<Record<string, number>> = {
  apartments: 15,
  bungalow: 4.5,
  cabin: 3.5,
  carport: 2.6,
  cathedral: 30,
  chapel: 9,
  church: 16,
  commercial: 11,
  detached: 7.5,
  farm_auxiliary: 5,
  garage: 2.8,
  garages: 2.8,
  greenhouse: 4,
  hospital: 18,
  hotel: 18,
  house: 7.5,
  hut: 2.6,
  industrial: 8,
  kiosk: 3,
  office: 16,
  residential: 9.6,
  retail: 6,
  roof: 4,
  school: 9,
  semidetached_house: 7.5,
  shed: 2.6,
  static_caravan: 2.6,
  terrace: 8.5,
  university: 15,
  warehouse: 9,
};

/** Height of a footprint of `areaM2` with these properties. */
export function findHeight(
  properties: Readonly<Record<string, unknown>>,
  areaM2: number,
  rules: HeightRules = {},
): FootprintHeight {
  const levelsBelow = firstNumber(properties, STOREYS_BELOW);
  const bottomM =
    firstNumber(properties, UNDERSIDES) ?? (levelsBelow === undefined ? 0 : levelsBelow * STOREY_M);
  const at = (topM: number, origin: FootprintHeight['origin']): FootprintHeight => ({
    topM: Math.max(topM, bottomM + 0.5),
    bottomM,
    origin,
  });
  if (rules.property !== undefined) {
    const asked = parseLength(properties[rules.property]);
    if (asked !== undefined && asked > 0) return at(asked * (rules.factor ?? 1), 'given');
  }
  const given = firstNumber(properties, HEIGHTS);
  if (given !== undefined && given > 0) return at(given, 'given');
  const storeys = firstNumber(properties, STOREYS);
  if (storeys !== undefined && storeys > 0) {
    const roof = firstNumber(properties, ['roof:levels']) ?? 0;
    return at((storeys + roof / 2) * STOREY_M, 'storeys');
  }
  return at(rules.fallbackM ?? guess(properties, areaM2), 'assumed');
}

function guess(properties: Readonly<Record<string, unknown>>, areaM2: number): number {
  for (const name of ['building', 'class', 'subtype', 'use', 'function']) {
    const height = BY_USE[String(properties[name])];
    if (height !== undefined) return height;
  }
  if (areaM2 < 25) return 2.8;
  if (areaM2 < 150) return 2 * STOREY_M;
  return areaM2 < 1500 ? 3 * STOREY_M : 4 * STOREY_M;
}

function firstNumber(properties: Readonly<Record<string, unknown>>, names: readonly string[]) {
  for (const name of names) {
    const value = parseLength(properties[name]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Metres from a number or a text such as `12`, `12.5 m`, `40 ft`, `40'`, `40'6"`; undefined for others. */
export function parseLength(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const feet = /^\s*(\d+(?:\.\d+)?)\s*(?:ft|feet|')\s*(?:(\d+(?:\.\d+)?)\s*(?:in|"))?\s*$/.exec(
    value,
  );
  if (feet) return Number(feet[1]) * 0.3048 + Number(feet[2] ?? 0) * 0.0254;
  const metric = /^\s*(-?\d+(?:[.,]\d+)?)\s*(?:m|metres?|meters?)?\s*$/.exec(value);
  return metric ? Number(metric[1]?.replace(',', '.')) : undefined;
}
