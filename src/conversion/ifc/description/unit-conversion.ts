// Units of a file: the project's for each kind, and those that single properties bring along.

import type { IfcModel } from './ifc-model.ts';
import { siPrefixes, siUnitNames, siUnits, unitKindOf } from './unit-kinds.ts';

/** A value of the file times `factor` plus `offset` is the value in `symbol`; see `convert`. */
export interface UnitConversion {
  readonly factor: number;
  /** The power of ten that `factor` is one over; 0 where it is none. */
  readonly divisor: number;
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

const KELVIN_OFFSET = -273.15;
/** More units than any file means; made of each other in a row they would fill the stack. */
const MAX_UNITS = 2000;

interface ReadUnit extends UnitConversion {
  readonly kind: string;
}

function toConversion(factor: number, symbol: string, offset = 0): UnitConversion {
  const parts = Math.round(1 / factor);
  const isPower =
    parts > 1 && parts <= 1e12 && Number(`1e${Math.round(Math.log10(parts))}`) === parts;
  const divisor = isPower && Math.abs(factor * parts - 1) < 1e-12 ? parts : 0;
  return { factor, divisor, offset, symbol };
}

const NO_UNIT = toConversion(1, '');
const fahrenheit = toConversion(5 / 9, '°C', -160 / 9);

/** In SI. Divides by powers of ten, so that 2130 mm is 2.13 m and not 2.1300000000000003 m. */
export function convert(value: number, { factor, divisor, offset }: UnitConversion): number {
  const scaled = divisor > 0 ? value / divisor : value * factor;
  return offset === 0 ? scaled : Number((scaled + offset).toFixed(9));
}

/** `lengthUnitM` is believed above the file's own words: it was read with the oddities of files in mind. */
export function readUnits(model: IfcModel, lengthUnitM: number): UnitConversions {
  const ofProject = new Map<string, UnitConversion>();
  const known: KnownUnits = new Map();
  const measures = new Map<string, UnitConversion>();
  for (const row of assignmentsOf(model)) {
    for (const id of model.cursor.begin(row).references()) {
      const unit = readUnit(model, known, id);
      if (unit && !ofProject.has(unit.kind)) ofProject.set(unit.kind, unit);
    }
  }
  ofProject.set('LENGTHUNIT', toConversion(lengthUnitM, 'm'));

  function ofKind(kind: string): UnitConversion {
    const declared = ofProject.get(kind);
    if (declared) return declared;
    // Nobody means kelvin by a temperature whose unit isn't said.
    if (kind === 'THERMODYNAMICTEMPERATUREUNIT') return NO_UNIT;
    return toConversion(1, siUnits[kind] ?? '');
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
    ofEntity: (id) => readUnit(model, known, id),
  };
}

/** The project's own units before any others. */
function assignmentsOf(model: IfcModel): readonly number[] {
  const own = Array.from(model.rowsOf('IFCPROJECT'), (row) =>
    model.rowOf(model.cursor.begin(row, 8).reference()),
  );
  const named = own.filter((row) => model.typeOf(row) === 'IFCUNITASSIGNMENT');
  return [...new Set([...named, ...model.rowsOf('IFCUNITASSIGNMENT')])];
}

type KnownUnits = Map<number, ReadUnit | undefined>;

/** Undefined for what is no unit, and for one that is made of itself. */
function readUnit(model: IfcModel, known: KnownUnits, id: number): ReadUnit | undefined {
  if (known.has(id)) return known.get(id);
  known.set(id, undefined);
  const row = model.rowOf(id);
  const unit = row < 0 || known.size > MAX_UNITS ? undefined : readAnyUnit(model, known, row);
  known.set(id, unit);
  return unit;
}

function readAnyUnit(model: IfcModel, known: KnownUnits, row: number): ReadUnit | undefined {
  switch (model.typeOf(row)) {
    case 'IFCSIUNIT':
      return readSiUnit(model, row);
    case 'IFCCONVERSIONBASEDUNIT':
    case 'IFCCONVERSIONBASEDUNITWITHOFFSET':
      return readConversionBased(model, known, row);
    case 'IFCCONTEXTDEPENDENTUNIT': {
      const kind = model.cursor.begin(row, 1).word()?.toUpperCase() ?? '';
      return { kind, ...toConversion(1, model.cursor.text() ?? '') };
    }
    case 'IFCDERIVEDUNIT':
      return readDerived(model, known, row);
    case 'IFCMONETARYUNIT': {
      const currency = model.cursor.begin(row).value();
      const symbol =
        typeof currency === 'object' && 'word' in currency ? currency.word : String(currency ?? '');
      return { kind: 'MONETARY', ...toConversion(1, symbol) };
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
  if (name === 'KELVIN') return { kind, ...toConversion(factor, '°C', KELVIN_OFFSET) };
  return { kind, ...toConversion(tidy(factor), symbol) };
}

function readConversionBased(
  model: IfcModel,
  known: KnownUnits,
  row: number,
): ReadUnit | undefined {
  const kind = model.cursor.begin(row, 1).word()?.toUpperCase() ?? '';
  const name = model.cursor.text() ?? '';
  // Programs disagree on what is multiplied and which way the offset goes.
  if (/FAHRENHEIT/i.test(name)) return { kind, ...fahrenheit };
  const measureRow = model.rowOf(model.cursor.reference());
  const shift = model.cursor.number();
  if (measureRow < 0) return undefined;
  const count = model.cursor.begin(measureRow).number();
  const base = readUnit(model, known, model.cursor.reference());
  if (!base || !(Math.abs(count) > 0)) return undefined;
  const offset = (Number.isFinite(shift) ? shift * base.factor : 0) + base.offset;
  return { kind, ...toConversion(count * base.factor, siUnits[kind] ?? base.symbol, offset) };
}

function readDerived(model: IfcModel, known: KnownUnits, row: number): ReadUnit | undefined {
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
    const unit = readUnit(model, known, unitId);
    if (!unit || !Number.isFinite(exponent)) return undefined;
    factor *= unit.factor ** exponent;
    symbols.push(toPower(unit.symbol === '°C' ? 'K' : unit.symbol, exponent));
  }
  return { kind, ...toConversion(tidy(factor), siUnits[kind] ?? symbols.join('·')) };
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
