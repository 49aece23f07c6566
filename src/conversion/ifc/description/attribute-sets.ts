// The attributes of an entity itself as a set, and property sets whose properties are attributes
// (IfcDoorLiningProperties and the like).

import type { IfcModel } from './ifc-model.ts';
import { attributePlaces } from './nodes.ts';
import type { PropertyReader } from './property-reader.ts';
import type { SetStore } from './set-store.ts';
import { createSimpleValue, type StepValue } from './step-cursor.ts';
import { isPlainWord } from './types.ts';
import type { ValueWords } from './value-words.ts';

export interface AttributeSets {
  /** Row of the set of an element's attributes that have no column of their own; undefined without any. */
  ofElement(row: number): number | undefined;
  /** Of a type, named so that its attributes don't pass for the element's. */
  ofType(row: number): number | undefined;
  /** Of a predefined property set. */
  ofDefinition(row: number): number;
  /** Adds all plain attributes of an entity, from one on, to the set that is begun. */
  addAll(row: number, from: number): void;
}

const ATTRIBUTES = 'Attributes';
const TYPE_ATTRIBUTES = 'Type attributes';

/** They have columns of the element table, or say how the model is built and not what it is. */
const elsewhere = new Set([
  ...['GlobalId', 'OwnerHistory', 'Name', 'Tag', 'LongName', 'PredefinedType'],
  ...['ObjectPlacement', 'Representation', 'RepresentationContexts', 'UnitsInContext'],
]);
/** An element whose predefined type says nothing has its object type in that column. */
const withObjectType = new Set([...elsewhere, 'ObjectType']);
const ofTypesElsewhere = new Set([
  ...['GlobalId', 'OwnerHistory', 'Name', 'HasPropertySets', 'RepresentationMaps'],
]);

export function createAttributeSets(
  model: IfcModel,
  store: SetStore,
  reader: PropertyReader,
  words: ValueWords,
): AttributeSets {
  const { cursor, classes } = model;
  const scratch = createSimpleValue();

  function addAttributes(
    row: number,
    from: number,
    prefix = '',
    skipped: ReadonlySet<string> = elsewhere,
  ): void {
    const attributes = classes.attributesOf(model.typeOf(row));
    cursor.begin(row, from);
    const references: (readonly [name: string, id: number])[] = [];
    for (const { name, type } of attributes.slice(from)) {
      if (skipped.has(name)) {
        cursor.skip();
        continue;
      }
      const at = cursor.at;
      cursor.simple(scratch);
      if (scratch.kind === 'absent') continue;
      if (scratch.kind !== 'other') {
        reader.addSimple(prefix + name, scratch, type);
        continue;
      }
      cursor.at = at;
      const value = cursor.value();
      if (isReference(value)) references.push([name, value.reference]);
      else if (isPlain(value)) store.add(prefix + name, toWords(value, type));
    }
    for (const [name, id] of references) addReferred(prefix + name, id);
  }

  /** Of what an entity refers to only this is its own. */
  function addReferred(name: string, id: number): void {
    const row = model.rowOf(id);
    const isOwn = ['IFCADDRESS', 'IFCALIGNMENTPARAMETERSEGMENT'].some((one) => model.isA(row, one));
    if (isOwn) addAttributes(row, 0, `${name}.`);
  }
  function toWords(value: StepValue, type: string | undefined): string {
    return type === 'IFCCOMPOUNDPLANEANGLEMEASURE' || isAngle(value)
      ? toAngle(value)
      : words.of(value, undefined, type);
  }
  return {
    addAll: (row, from) => addAttributes(row, from, '', noneElsewhere),
    ofElement(row) {
      const { predefinedType: place } = attributePlaces(model, model.typeOf(row));
      const word = place < 0 ? undefined : cursor.begin(row, place).word();
      store.begin('attributes', ATTRIBUTES);
      addAttributes(row, 3, '', isPlainWord(word) ? elsewhere : withObjectType);
      return store.endUnlessEmpty();
    },
    ofType(row) {
      store.begin('attributes', TYPE_ATTRIBUTES);
      addAttributes(row, 3, '', ofTypesElsewhere);
      return store.endUnlessEmpty();
    },
    ofDefinition(row) {
      store.begin('property-set', classes.nameOf(model.typeOf(row)));
      addAttributes(row, 2, '', noneElsewhere);
      return store.end();
    },
  };
}

const noneElsewhere: ReadonlySet<string> = new Set();

const isReference = (value: StepValue): value is { readonly reference: number } =>
  typeof value === 'object' && 'reference' in value;

/** Nothing in it refers to another entity. */
function isPlain(value: StepValue): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isPlain);
  return value !== undefined && !isReference(value);
}

/** IfcCompoundPlaneAngleMeasure: degrees, minutes, seconds, millionths of seconds, all with one sign. */
const isAngle = (value: StepValue): boolean =>
  Array.isArray(value) &&
  (value.length === 3 || value.length === 4) &&
  value.every((one) => Number.isInteger(one)) &&
  value.slice(1, 3).every((one) => typeof one === 'number' && Math.abs(one) < 60);

function toAngle(value: StepValue): string {
  const parts = Array.isArray(value) ? value.map(Number) : [];
  const [degrees = 0, minutes = 0, seconds = 0, millionths = 0] = parts.map(Math.abs);
  const sign = parts.some((part) => part < 0) ? '−' : '';
  return `${sign}${degrees}° ${minutes}′ ${Number((seconds + millionths / 1e6).toFixed(6))}″`;
}
