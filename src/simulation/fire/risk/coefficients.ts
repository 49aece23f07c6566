// The one table of every figure in the risk model, each with its unit and its source; made to be edited and fitted.
// No figure stands for who lives in a building: income, age, origin and tenure are left out on purpose.

import { liveFactors, occupancies, staticFactors } from './factors.ts';

export interface Coefficient {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

export type Coefficients = ReadonlyMap<string, number>;

const barrois =
  'Rahikainen & Keski-Rahkonen 2004, Fire Technology 40, 335–353: term of large floors; entered from memory, to be checked';
const australia = 'Fires of Australian buildings 2012–2019, Fire 2023 6(1) 35, section 3.1';
const judged = 'Judgement, to be fitted to the fires on record';
const practice = 'Common alarm setting, GB 14287 family and makers; to be set as on site';

const rate = (name: string, c: number, b: number, source: string): Coefficient[] => [
  { name: `base.${name}.perYear`, value: c, unit: 'fires/yr at 1 m²', source },
  { name: `base.${name}.exponent`, value: b, unit: '1', source },
];
const slope = (name: string, value: number, max: number, unit: string): Coefficient[] => [
  { name: `${name}.slope`, value, unit: `ln per ${unit}`, source: judged },
  { name: `${name}.max`, value: max, unit, source: judged },
];
const live = (
  name: string,
  [warn, alarm, lnAtAlarm, halfLifeS, staleS]: readonly [number, number, number, number, number],
  unit: string,
): Coefficient[] => [
  { name: `${name}.warn`, value: warn, unit, source: practice },
  { name: `${name}.alarm`, value: alarm, unit, source: practice },
  { name: `${name}.lnAtAlarm`, value: lnAtAlarm, unit: 'ln', source: judged },
  { name: `${name}.halfLife`, value: halfLifeS, unit: 's', source: judged },
  { name: `${name}.stale`, value: staleS, unit: 's', source: judged },
];

export const defaultCoefficients: readonly Coefficient[] = [
  ...rate('house', 4.65e-6, 1, australia),
  ...rate('apartments', 9.6e-6, 1, australia),
  ...rate('shop', 6e-6, 0.95, barrois),
  ...rate('office', 3e-6, 0.95, barrois),
  ...rate('care', 5e-6, 0.95, barrois),
  ...rate('assembly', 2e-6, 0.95, barrois),
  ...rate('school', 3e-6, 0.95, barrois),
  ...rate('industry', 5e-6, 0.95, barrois),
  ...rate('store', 2e-6, 0.95, barrois),
  ...rate('other', 1e-4, 0.8, barrois),
  ...slope('openViolations', 0.15, 10, 'violation'),
  ...slope('yearsSinceInspection', 0.05, 10, 'year'),
  ...slope('combustibleClass', 0.1, 4, 'class (0 fire resistive … 4 frame)'),
  ...slope('vacantShare', 0.7, 1, 'whole building'),
  ...slope('gasShare', 0.2, 1, 'whole building'),
  ...slope('chargingPlaces', 0.03, 20, 'place'),
  ...slope('wiringAgeYears', 0.01, 60, 'year'),
  ...slope('sprinkleredShare', -0.4, 1, 'whole building'),
  { name: 'pastFires.shape', value: 2, unit: '1', source: judged },
  ...live('residualCurrentMa', [100, 300, 2.3, 3600, 86_400], 'mA'),
  ...live('cableTemperatureC', [60, 105, 2.3, 3600, 86_400], '°C'),
  ...live('arcFaults', [0, 14, 3, 3600, 86_400], 'arcs/s'),
  ...live('smokeObscuration', [1, 5, 5, 600, 3600], '%/m'),
  ...live('heatC', [45, 57, 5, 600, 3600], '°C'),
  ...live('gasLelPercent', [5, 25, 3, 900, 3600], '% LEL'),
  ...live('pressureLossShare', [0.1, 0.5, 0.4, 7200, 86_400], 'share of pressure lost'),
  ...live('panelFault', [0, 1, 0.3, 7200, 86_400], '0 or 1'),
  { name: 'fireWeather.slope', value: 0.03, unit: 'ln per FWI and share', source: judged },
  { name: 'fireWeather.max', value: 50, unit: 'FWI', source: judged },
  { name: 'people.least', value: 1, unit: 'persons', source: judged },
  { name: 'people.perIgnition', value: 3, unit: 'persons/building', source: judged },
  { name: 'response.slope', value: 0.1, unit: 'ln per minute', source: judged },
  {
    name: 'response.target',
    value: 320,
    unit: 's after dispatch',
    source: 'NFPA 1710: 80 s turnout + 240 s travel',
  },
  { name: 'response.max', value: 1800, unit: 's beyond target', source: judged },
  { name: 'water.slope', value: 0.5, unit: 'ln per whole need', source: judged },
  { name: 'class.2', value: 1e-3, unit: 'fires/yr', source: judged },
  { name: 'class.3', value: 3e-3, unit: 'fires/yr', source: judged },
  { name: 'class.4', value: 1e-2, unit: 'fires/yr', source: judged },
  { name: 'class.5', value: 3e-2, unit: 'fires/yr', source: judged },
];

const units = new Map(defaultCoefficients.map(({ name, unit }) => [name, unit]));

/** Values by name. Throws `RangeError` where one is missing, unknown, twice there, or outside what the model can use. */
export function toCoefficients(table: readonly Coefficient[]): Coefficients {
  const values = new Map<string, number>();
  for (const { name, value, source } of table) {
    if (!units.has(name)) throw new RangeError(`There is no coefficient “${name}”.`);
    if (values.has(name)) throw new RangeError(`The coefficient ${name} is given twice.`);
    if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; a number is expected.`);
    if (!source.trim()) throw new RangeError(`${name} has no source; one is expected.`);
    values.set(name, value);
  }
  for (const name of units.keys())
    if (!values.has(name)) throw new RangeError(`The coefficient ${name} is missing.`);
  check(values);
  return values;
}

function check(values: Coefficients): void {
  const of = (name: string) => values.get(name) ?? Number.NaN;
  const positive = (name: string) => {
    if (!(of(name) > 0)) throw new RangeError(`${name} is ${of(name)}; more than 0 is expected.`);
  };
  const atLeastZero = (name: string) => {
    if (!(of(name) >= 0)) throw new RangeError(`${name} is ${of(name)}; 0 or more is expected.`);
  };
  for (const name of occupancies) {
    positive(`base.${name}.perYear`);
    positive(`base.${name}.exponent`);
  }
  for (const name of staticFactors) positive(`${name}.max`);
  for (const name of liveFactors) {
    if (!(of(`${name}.alarm`) > of(`${name}.warn`)))
      throw new RangeError(
        `${name}.alarm is ${of(`${name}.alarm`)}; more than ${name}.warn (${of(`${name}.warn`)}) is expected.`,
      );
    atLeastZero(`${name}.lnAtAlarm`);
    positive(`${name}.halfLife`);
    positive(`${name}.stale`);
  }
  for (const name of ['pastFires.shape', 'fireWeather.max', 'people.least']) positive(name);
  for (const name of ['fireWeather.slope', 'people.perIgnition', 'response.slope', 'water.slope'])
    atLeastZero(name);
  for (let level = 2; level < 5; level++)
    if (!(of(`class.${level + 1}`) > of(`class.${level}`)))
      throw new RangeError(
        `class.${level + 1} is ${of(`class.${level + 1}`)}; more than class.${level} is expected.`,
      );
}

/** A coefficient that the table is known to hold. Throws `RangeError` where it doesn't. */
export function coefficientOf(coefficients: Coefficients, name: string): number {
  const value = coefficients.get(name);
  if (value === undefined) throw new RangeError(`The coefficient ${name} is missing.`);
  return value;
}

/** `name;value;unit;source`, a line each: opens in a spreadsheet, and no source needs quotes. */
export const formatCoefficients = (table: readonly Coefficient[]): string =>
  [
    'name;value;unit;source',
    ...table.map(({ name, value, unit, source }) =>
      [name, value, unit, source].map((cell) => String(cell).replaceAll(';', ',')).join(';'),
    ),
  ].join('\n');

/** Reads what `formatCoefficients` writes. Throws `RangeError` naming the line. */
export function parseCoefficients(text: string): readonly Coefficient[] {
  const table: Coefficient[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (at === 0 || !line.trim()) return;
    const cells = line.split(';').map((cell) => cell.trim());
    const [name = '', value = '', unit = '', source = ''] = cells;
    if (cells.length !== 4)
      throw new RangeError(`Line ${at + 1} has ${cells.length} cells; 4 are expected.`);
    if (value === '' || !Number.isFinite(Number(value)))
      throw new RangeError(`Line ${at + 1}: ${name} is “${value}”; a number is expected.`);
    const expected = units.get(name);
    if (expected !== undefined && expected !== unit)
      throw new RangeError(`Line ${at + 1}: ${name} is in “${unit}”; “${expected}” is expected.`);
    table.push({ name, value: Number(value), unit, source });
  });
  toCoefficients(table);
  return table;
}
