// Units of a file: the project's for each kind, and those that single properties bring along.

import type { IfcModel } from './ifc-model.ts';
import { siPrefixes, siUnitNames, siUnits, unitKindOf } from './unit-kinds.ts';

/** A value of the file times `factor` plus `offset` is the value in `symbol`. */
export interface UnitConversion {
  readonly factor: number;
  readonly offset: number;
  /** SI, °C for temperatures; the file's own word for a unit that has no SI one. Empty: none. */
  readonly symbol: string;
}

export interface UnitConversions {
  /** By the name of a measure, e.g. `IFCAREAMEASURE`; plain numbers have no unit. */
  ofMeasure(measure: string): UnitConversion;
  /** By kind, e.g. `AREAUNIT`. */
  ofKind(kind: string): UnitConversion;
  /** Of a unit's entity; undefined where it is none. */
  ofEntity(id: number): UnitConversion | undefined;
}

const NO_UNIT: UnitConversion = { factor: 1, offset: 0, symbol: '' };
const KELVIN_OFFSET = -273.15;
const MAX_DEPTH = 8;

interface ReadUnit extends UnitConversion {
  readonly kind: string;
}

/** `lengthUnitM` is believed above the file's own words: it was read with the oddities of files in mind. */
export function readUnits(model: IfcModel, lengthUnitM: number): UnitConversions {
  const ofProject = new Map<string, UnitConversion>();
  const known = new Map<number, UnitConversion | undefined>();
  const measures = new Map<string, UnitConversion>();
  for (const row of model.rowsOf('IFCUNITASSIGNMENT')) {
    for (const id of model.cursor.begin(row).references()) {
      const unit = readUnit(model, id, 0);
      if (unit && !ofProject.has(unit.kind)) ofProject.set(unit.kind, unit);
    }
  }
  ofProject.set('LENGTHUNIT', { factor: lengthUnitM, offset: 0, symbol: 'm' });

  function ofKind(kind: string): UnitConversion {
    const declared = ofProject.get(kind);
    if (declared) return declared;
    // Nobody means kelvin by a temperature whose unit isn't said.
    if (kind === 'THERMODYNAMICTEMPERATUREUNIT') return NO_UNIT;
    return { factor: 1, offset: 0, symbol: siUnits[kind] ?? '' };
  }
  return {
    ofKind,
    ofMeasure(measure) {
      let conversion = measures.get(measure);
      if (!conversion) {
        const kind = unitKindOf(measure);
        conversion = kind === undefined ? NO_UNIT : ofKind(kind);
        measures.set(measure, conversion);
      }
      return conversion;
    },
    ofEntity(id) {
      if (!known.has(id)) known.set(id, readUnit(model, id, 0));
      return known.get(id);
    },
  };
}

function readUnit(model: IfcModel, id: number, depth: number): ReadUnit | undefined {
  const row = model.rowOf(id);
  if (row < 0 || depth > MAX_DEPTH) return undefined;
  switch (model.typeOf(row)) {
    case 'IFCSIUNIT':
      return readSiUnit(model, row);
    case 'IFCCONVERSIONBASEDUNIT':
    case 'IFCCONVERSIONBASEDUNITWITHOFFSET':
      return readConversionBased(model, row, depth);
    case 'IFCCONTEXTDEPENDENTUNIT': {
      const kind = model.cursor.begin(row, 1).word()?.toUpperCase() ?? '';
      return { kind, factor: 1, offset: 0, symbol: model.cursor.text() ?? '' };
    }
    case 'IFCDERIVEDUNIT':
      return readDerived(model, row, depth);
    case 'IFCMONETARYUNIT': {
      const currency = model.cursor.begin(row).value();
      const symbol =
        typeof currency === 'object' && 'word' in currency ? currency.word : String(currency ?? '');
      return { kind: 'MONETARY', factor: 1, offset: 0, symbol };
    }
    default:
      return undefined;
  }
}

function readSiUnit(model: IfcModel, row: number): ReadUnit | undefined {
  const kind = model.cursor.begin(row, 1).word()?.toUpperCase() ?? '';
  const prefix = model.cursor.word()?.toUpperCase();
  const name = model.cursor.word()?.toUpperCase() ?? '';
  const [symbol, power] = siUnitNames[name] ?? [];
  if (symbol === undefined || power === undefined) return undefined;
  const grams = name === 'GRAM' ? 1e-3 : 1;
  const factor = (prefix === undefined ? 1 : (siPrefixes[prefix] ?? 1) ** power) * grams;
  if (name === 'KELVIN') return { kind, factor, offset: KELVIN_OFFSET, symbol: '°C' };
  return { kind, factor: tidy(factor), offset: 0, symbol };
}

function readConversionBased(model: IfcModel, row: number, depth: number): ReadUnit | undefined {
  const kind = model.cursor.begin(row, 1).word()?.toUpperCase() ?? '';
  model.cursor.skip();
  const measureRow = model.rowOf(model.cursor.reference());
  const shift = model.cursor.number();
  if (measureRow < 0) return undefined;
  const count = model.cursor.begin(measureRow).number();
  const base = readUnit(model, model.cursor.reference(), depth + 1);
  if (!base || !(Math.abs(count) > 0)) return undefined;
  const offset = (Number.isFinite(shift) ? shift * base.factor : 0) + base.offset;
  return { kind, factor: count * base.factor, offset, symbol: siUnits[kind] ?? base.symbol };
}

function readDerived(model: IfcModel, row: number, depth: number): ReadUnit | undefined {
  const parts = model.cursor.begin(row).references();
  const word = model.cursor.word()?.toUpperCase() ?? '';
  const named = model.cursor.text();
  const kind = word === 'USERDEFINED' ? `USERDEFINED ${named ?? ''}` : word;
  let factor = 1;
  const symbols: string[] = [];
  for (const part of parts) {
    const partRow = model.rowOf(part);
    if (partRow < 0) return undefined;
    const unitId = model.cursor.begin(partRow).reference();
    const exponent = model.cursor.number();
    const unit = readUnit(model, unitId, depth + 1);
    if (!unit || !Number.isFinite(exponent)) return undefined;
    factor *= unit.factor ** exponent;
    symbols.push(toPower(unit.symbol === '°C' ? 'K' : unit.symbol, exponent));
  }
  return { kind, factor: tidy(factor), offset: 0, symbol: siUnits[kind] ?? symbols.join('·') };
}

/** In SI. Divides by powers of ten, so that 2130 mm is 2.13 m and not 2.1300000000000003 m. */
export function convert(value: number, { factor, offset }: UnitConversion): number {
  if (factor === 1) return value + offset;
  const divisor = Math.round(1 / factor);
  const isExact =
    divisor > 1 && divisor <= 1e12 && Number(`1e${Math.round(Math.log10(divisor))}`) === divisor;
  return (isExact ? value / divisor : value * factor) + offset;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const toPower = (symbol: string, exponent: number) =>
  exponent === 1
    ? symbol
    : symbol +
      [...String(exponent)]
        .map((digit) => (digit === '-' ? '⁻' : (raised[Number(digit)] ?? digit)))
        .join('');

/** Powers of ten as they are meant: 0.001 ** 3 is 1.0000000000000002e-9. */
function tidy(factor: number): number {
  const power = Math.round(Math.log10(factor));
  const exact = Number(`1e${power}`);
  return Math.abs(factor / exact - 1) < 1e-12 ? exact : factor;
}
