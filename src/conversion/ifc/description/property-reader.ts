// Properties and quantities of every kind, flattened into the entries of a set, numbers in SI.

import type { IfcModel } from './ifc-model.ts';
import type { SetStore } from './set-store.ts';
import { createSimpleValue, type SimpleValue, type StepValue } from './step-cursor.ts';
import { convert, type UnitConversion, type UnitConversions } from './unit-conversion.ts';
import type { ValueWords } from './value-words.ts';

export interface PropertyReader {
  /** Adds a property or quantity, of a complex one all its parts. */
  add(id: number): void;
  /** Adds one value under a name; `measure` is its type where the value doesn't say. */
  addSimple(name: string, value: SimpleValue, measure?: string, unit?: UnitConversion): void;
}

/** Complex properties in each other; a cycle ends here. */
const MAX_DEPTH = 12;
/** Parts of one property: complex ones in each other grow without bounds, if a file wants them to. */
const MAX_PROPERTIES = 10_000;

export function createPropertyReader(
  model: IfcModel,
  units: UnitConversions,
  store: Pick<SetStore, 'add' | 'addLogical'>,
  words: ValueWords,
): PropertyReader {
  const { cursor, spans } = model;
  const scratch = createSimpleValue();
  const measures = new Map<number, string>();
  let left = 0;

  function measureOf(span: number): string {
    let measure = measures.get(span);
    if (measure === undefined) {
      measure = spans.text(span).toUpperCase();
      measures.set(span, measure);
    }
    return measure;
  }
  const unitOf = (id: number) => (id === 0 ? undefined : units.ofEntity(id));

  function addSimple(
    name: string,
    value: SimpleValue,
    measure?: string,
    unit?: UnitConversion,
  ): void {
    const type = value.type < 0 ? (measure ?? '') : measureOf(value.type);
    if (value.kind === 'number') {
      const conversion = unit ?? units.ofMeasure(type);
      store.add(name, convert(value.number, conversion), conversion.symbol);
    } else if (value.kind === 'text') {
      store.add(name, spans.text(value.span));
    } else if (value.kind === 'word') {
      const word = spans.text(value.span);
      const isTruth = word === 'T' || word === 'F';
      if (type === 'IFCLOGICAL' && (isTruth || word === 'U')) {
        store.addLogical(name, word === 'U' ? 'unknown' : word === 'T');
      } else {
        store.add(name, isTruth ? word === 'T' : word);
      }
    } else {
      store.add(name, undefined);
    }
  }

  function add(id: number, prefix: string, depth: number): void {
    const row = model.rowOf(id);
    if (row < 0 || depth > MAX_DEPTH || left-- <= 0) return;
    const name = prefix + spans.text(cursor.begin(row).span());
    cursor.skip();
    const type = model.typeOf(row);
    if (type === 'IFCPROPERTYSINGLEVALUE') {
      cursor.simple(scratch);
      const unit = cursor.reference();
      addSimple(name, scratch, undefined, unitOf(unit));
    } else if (type.startsWith('IFCQUANTITY')) {
      const unit = cursor.reference();
      cursor.simple(scratch);
      addSimple(name, scratch, quantityMeasure(type), unitOf(unit));
    } else {
      addCompound(type, name, depth);
    }
  }

  /** The cursor stands behind name and description. */
  function addCompound(type: string, name: string, depth: number): void {
    switch (type) {
      case 'IFCPROPERTYENUMERATEDVALUE':
        addList(name, cursor.value(), unitOf(unitOfEnumeration(cursor.reference())));
        return;
      case 'IFCPROPERTYLISTVALUE':
        addList(name, cursor.value(), unitOf(cursor.reference()));
        return;
      case 'IFCPROPERTYBOUNDEDVALUE': {
        const [upper, lower] = [cursor.value(), cursor.value()];
        const unit = unitOf(cursor.reference());
        const setPoint = cursor.value();
        addValue(`${name}.Lower`, lower, unit);
        addValue(`${name}.Upper`, upper, unit);
        if (setPoint !== undefined) addValue(`${name}.SetPoint`, setPoint, unit);
        return;
      }
      case 'IFCPROPERTYTABLEVALUE': {
        const [from, to] = [toList(cursor.value()), toList(cursor.value())];
        cursor.skip();
        const fromUnit = unitOf(cursor.reference());
        const toUnit = unitOf(cursor.reference());
        const pairs = from.map(
          (one, at) => `${words.of(one, fromUnit)} → ${words.of(to[at], toUnit)}`,
        );
        store.add(name, pairs.length > 0 ? pairs.join('; ') : undefined);
        return;
      }
      case 'IFCPROPERTYREFERENCEVALUE': {
        cursor.skip();
        store.add(name, words.ofEntity(cursor.reference()));
        return;
      }
      case 'IFCCOMPLEXPROPERTY': {
        cursor.skip();
        for (const part of cursor.references()) add(part, `${name}.`, depth + 1);
        return;
      }
      case 'IFCPHYSICALCOMPLEXQUANTITY':
        for (const part of cursor.references()) add(part, `${name}.`, depth + 1);
        return;
      default:
        store.add(name, undefined);
    }
  }

  function unitOfEnumeration(id: number): number {
    const row = model.rowOf(id);
    return row < 0 ? 0 : cursor.begin(row, 2).reference();
  }

  /** One value keeps its type, so that it can be coloured by. */
  function addList(name: string, value: StepValue, unit: UnitConversion | undefined): void {
    const list = toList(value);
    if (list.length === 1) addValue(name, list[0], unit);
    else
      store.add(
        name,
        list.length > 0 ? list.map((one) => words.of(one, unit)).join(', ') : undefined,
      );
  }

  function addValue(name: string, value: StepValue, unit: UnitConversion | undefined): void {
    const isTyped = typeof value === 'object' && 'type' in value;
    const [bare, measure] = isTyped ? [value.value, value.type] : [value, ''];
    if (typeof bare === 'number') {
      const conversion = unit ?? units.ofMeasure(measure);
      store.add(name, convert(bare, conversion), conversion.symbol);
    } else if (typeof bare === 'string' || bare === undefined) {
      store.add(name, bare);
    } else if ('word' in bare && measure === 'IFCLOGICAL') {
      store.addLogical(name, bare.word === 'U' ? 'unknown' : bare.word === 'T');
    } else if ('word' in bare && (bare.word === 'T' || bare.word === 'F')) {
      store.add(name, bare.word === 'T');
    } else {
      store.add(name, words.of(bare, unit));
    }
  }

  return {
    add(id) {
      left = MAX_PROPERTIES;
      add(id, '', 0);
    },
    addSimple,
  };
}

/** `IFCQUANTITYAREA` → `IFCAREAMEASURE`; what IFC calls a weight is a mass. */
const quantityMeasure = (type: string) =>
  type === 'IFCQUANTITYWEIGHT' ? 'IFCMASSMEASURE' : `IFC${type.slice('IFCQUANTITY'.length)}MEASURE`;

const toList = (value: StepValue): readonly StepValue[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
