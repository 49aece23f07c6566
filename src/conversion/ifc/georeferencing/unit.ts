// Units that georeferencing speaks in: an IfcNamedUnit, or a word in a property set.

import { instanceAt, instanceOf, rowsOfType, type StepIndex } from '../step/scan.ts';
import { enumerationOf, listOf, numberOf, referenceOf } from '../step/values.ts';
import { textOf } from './value-text.ts';

export interface NamedUnit {
  /** Metres or radians. */
  readonly factor: number;
  readonly name: string;
}

export const INTERNATIONAL_FOOT_M = 0.3048;
export const SURVEY_FOOT_M = 1200 / 3937;
const DEGREE = Math.PI / 180;

const PREFIXES: Readonly<Record<string, number>> = {
  ...{ KILO: 1e3, HECTO: 1e2, DECA: 10, DECI: 0.1, CENTI: 0.01, MILLI: 1e-3, MICRO: 1e-6 },
};

/** The IfcSIUnit or IfcConversionBasedUnit with this number; undefined for what is neither. */
export function readUnit(index: StepIndex, id: number | undefined): NamedUnit | undefined {
  const unit = instanceOf(index, id);
  if (unit?.type === 'IFCSIUNIT') {
    const prefix = enumerationOf(unit.values[2]);
    const name = enumerationOf(unit.values[3]) ?? '';
    const factor = prefix === undefined ? 1 : PREFIXES[prefix];
    if (factor === undefined) return undefined;
    return { factor, name: `${prefix ?? ''}${name}`.toLowerCase() };
  }
  if (unit?.type !== 'IFCCONVERSIONBASEDUNIT') return undefined;
  const measure = instanceOf(index, referenceOf(unit.values[3]))?.values;
  const factor = numberOf(measure?.[0]);
  const base = readUnit(index, referenceOf(measure?.[1]));
  if (factor === undefined || !(factor > 0) || !base) return undefined;
  return { factor: factor * base.factor, name: textOf(unit.values[2]) ?? 'unit' };
}

/** The unit that the project counts angles in. */
export function readProjectAngleUnit(index: StepIndex): NamedUnit | undefined {
  const project = rowsOfType(index, 'IFCPROJECT').map((row) => instanceAt(index, row))[0];
  const assignment = instanceOf(index, referenceOf(project?.values[8]));
  const id = listOf(assignment?.values[0])
    .map(referenceOf)
    .find((unit) => enumerationOf(instanceOf(index, unit)?.values[1]) === 'PLANEANGLEUNIT');
  return readUnit(index, id);
}

/** `METRE`, `US SURVEY FOOT`, `mm`: what property sets write; undefined for other words. */
export function parseLengthUnit(text: string): NamedUnit | undefined {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  const name = text.trim();
  if (/^(ifc)?(si)?(metre|meter|meters|metres|m)$/.test(word)) return { factor: 1, name };
  if (/^(milli(metre|meter)s?|mm)$/.test(word)) return { factor: 0.001, name };
  if (/^(centi(metre|meter)s?|cm)$/.test(word)) return { factor: 0.01, name };
  if (/survey|^usft$|^ftus$/.test(word)) return { factor: SURVEY_FOOT_M, name };
  if (/^(foot|feet|ft|internationalfoot|internationalfeet)$/.test(word)) {
    return { factor: INTERNATIONAL_FOOT_M, name };
  }
  return undefined;
}

/** What a length unit of so many metres is called. */
export function toUnitName(metres: number): string {
  const known = UNIT_NAMES.find(([factor]) => Math.abs(metres / factor - 1) < 5e-7);
  return known?.[1] ?? `unit of ${metres} m`;
}

const UNIT_NAMES: readonly (readonly [number, string])[] = [
  [1, 'm'],
  [0.001, 'mm'],
  [0.01, 'cm'],
  [0.1, 'dm'],
  [1000, 'km'],
  [INTERNATIONAL_FOOT_M, 'ft'],
  [SURVEY_FOOT_M, 'ft (US survey)'],
  [0.0254, 'in'],
  [0.9144, 'yd'],
];

export const DEGREE_UNIT: NamedUnit = { factor: DEGREE, name: 'degree' };
