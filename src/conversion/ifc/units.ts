// What lengths and angles of the file are in metres and radians. web-ifc takes an untyped measure for zero,
// so it isn't asked.

import { instanceAt, instanceOf, rowsOfType, type StepIndex } from './step/scan.ts';
import { enumerationOf, listOf, numberOf, referenceOf, type StepValue } from './step/values.ts';

const PREFIXES: Readonly<Record<string, number>> = {
  EXA: 1e18,
  PETA: 1e15,
  TERA: 1e12,
  GIGA: 1e9,
  MEGA: 1e6,
  KILO: 1e3,
  HECTO: 1e2,
  DECA: 1e1,
  DECI: 1e-1,
  CENTI: 1e-2,
  MILLI: 1e-3,
  MICRO: 1e-6,
  NANO: 1e-9,
  PICO: 1e-12,
  FEMTO: 1e-15,
  ATTO: 1e-18,
};

/** Metres of one length unit of the project; undefined where the file names none that can be read. */
export const readLengthUnit = (index: StepIndex): number | undefined =>
  readUnit(index, 'LENGTHUNIT');

/** Radians of one unit of plane angle. */
export const readAngleUnit = (index: StepIndex): number => readUnit(index, 'PLANEANGLEUNIT') ?? 1;

/** How many of the SI's units one of the project's is. */
function readUnit(index: StepIndex, kind: string): number | undefined {
  for (const units of unitLists(index)) {
    for (const unit of units) {
      const factor = factorOf(index, referenceOf(unit), kind, 0);
      if (factor !== undefined) return factor;
    }
  }
  return undefined;
}

/** The project's own units first, then any other assignment. */
function* unitLists(index: StepIndex): Generator<readonly StepValue[]> {
  const projects = ['IFCPROJECT', 'IFCPROJECTLIBRARY'].flatMap((type) => rowsOfType(index, type));
  for (const row of projects) {
    const assignment = instanceOf(index, referenceOf(instanceAt(index, row).values[8]));
    if (assignment) yield listOf(assignment.values[0]);
  }
  for (const row of rowsOfType(index, 'IFCUNITASSIGNMENT')) {
    yield listOf(instanceAt(index, row).values[0]);
  }
}

/** Undefined for a unit of another kind. */
function factorOf(
  index: StepIndex,
  id: number | undefined,
  kind: string,
  depth: number,
): number | undefined {
  const unit = instanceOf(index, id);
  if (!unit || depth > 8 || enumerationOf(unit.values[1]) !== kind) return undefined;
  if (unit.type === 'IFCSIUNIT') return PREFIXES[enumerationOf(unit.values[2]) ?? ''] ?? 1;
  if (!unit.type.startsWith('IFCCONVERSIONBASEDUNIT')) return undefined;
  const measure = instanceOf(index, referenceOf(unit.values[3]));
  const factor = numberOf(measure?.values[0]);
  const base = factorOf(index, referenceOf(measure?.values[1]), kind, depth + 1) ?? 1;
  if (factor === undefined || !(factor > 0) || !Number.isFinite(factor)) return undefined;
  return factor * base;
}
