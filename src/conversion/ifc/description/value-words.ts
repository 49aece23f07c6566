// Values in words, for what has no single number: numbers in SI with their unit, lists joined, entities by what
// they say of themselves.

import type { IfcModel } from './ifc-model.ts';
import type { StepValue } from './step-cursor.ts';
import { convert, type UnitConversion, type UnitConversions } from './unit-conversion.ts';

export interface ValueWords {
  /** `measure` is the type of bare numbers in it. */
  of(value: StepValue, unit?: UnitConversion, measure?: string): string;
  /** What an entity says in plain values, and those that it refers to. */
  ofEntity(id: number): string;
}

const MAX_DEPTH = 3;
/** A file can refer to everything from everywhere. */
const MAX_ENTITIES = 100;

export function createValueWords(model: IfcModel, units: UnitConversions): ValueWords {
  let left = 0;

  function toWords(
    value: StepValue,
    unit: UnitConversion | undefined,
    measure: string,
    depth: number,
  ): string {
    if (value === undefined) return '';
    if (typeof value === 'string') return value;
    if (typeof value === 'number') {
      const conversion = unit ?? units.ofMeasure(measure);
      return `${convert(value, conversion)} ${conversion.symbol}`.trimEnd();
    }
    if ('word' in value) return wordOf(value.word);
    if ('type' in value) return toWords(value.value, unit, value.type, depth);
    if ('reference' in value) return describe(value.reference, depth + 1);
    return value
      .map((one) => toWords(one, unit, measure, depth))
      .filter((one) => one !== '')
      .join(', ');
  }

  function describe(id: number, depth: number): string {
    const row = model.rowOf(id);
    if (row < 0 || depth > MAX_DEPTH || left-- <= 0) return '';
    const attributes = model.classes.attributesOf(model.typeOf(row));
    return model.cursor
      .begin(row)
      .values()
      .map((value, at) => {
        const { name, type = '' } = attributes[at] ?? {};
        return name === 'GlobalId' ? '' : toWords(value, undefined, type, depth);
      })
      .filter((one) => one !== '')
      .join(', ');
  }
  return {
    of(value, unit, measure = '') {
      left = MAX_ENTITIES;
      return toWords(value, unit, measure, 0);
    },
    ofEntity(id) {
      left = MAX_ENTITIES;
      return describe(id, 1);
    },
  };
}

const wordOf = (word: string) =>
  word === 'T' ? 'true' : word === 'F' ? 'false' : word === 'U' ? 'unknown' : word;
