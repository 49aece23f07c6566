// What readers of an IFC file's systems share: its records, places in metres, properties in SI.

import type { IfcModel } from '../../ifc/description/ifc-model.ts';
import { createPropertyReader } from '../../ifc/description/property-reader.ts';
import type { EntryValue } from '../../ifc/description/set-store.ts';
import { readUnits } from '../../ifc/description/unit-conversion.ts';
import { createValueWords } from '../../ifc/description/value-words.ts';
import { axisPlacement } from '../../ifc/geometry/item-placement.ts';
import { readLinearPlacements } from '../../ifc/geometry/linear-placements.ts';
import { identity, inUnit, type Matrix, multiply } from '../../ifc/geometry/matrix.ts';
import type { IfcFile } from '../../ifc/parts.ts';
import { indexOf } from '../../ifc/step/index-of.ts';
import { instanceOf, type StepIndex } from '../../ifc/step/scan.ts';
import { referenceOf, type StepValue } from '../../ifc/step/values.ts';

/** Coordinates of the file, m. */
export type PointM = readonly [x: number, y: number, z: number];

export type SystemsFile = Pick<IfcFile, 'bytes' | 'schema' | 'lengthUnitM' | 'file'>;

export type Properties = ReadonlyMap<string, EntryValue>;

export interface IfcSource {
  readonly file: SystemsFile;
  readonly model: IfcModel;
  readonly index: StepIndex;
  /** Upper case; '' for what the file lacks. */
  readonly typeOf: (id: number) => string;
  readonly isA: (id: number, ancestor: string) => boolean;
  readonly valuesOf: (id: number) => readonly StepValue[];
  /** A text attribute; '' where it is absent. */
  readonly textAt: (id: number, attribute: number) => string;
  /** The element's type object; 0 without. */
  readonly typeObjectOf: (id: number) => number;
  /** Where a product stands in the file's coordinates, m; undefined where it has no placement. */
  readonly matrixOf: (product: number) => Matrix | undefined;
  /** By name, whatever the set: own ones before those of the type. SI. */
  readonly propertiesOf: (element: number) => Properties;
  /** Name of the material, '' without. */
  readonly materialOf: (element: number) => string;
}

const PLACEMENT = 5;
const GREATEST_DEPTH = 64;

export function createIfcSource(file: SystemsFile, model: IfcModel): IfcSource {
  const index = indexOf(file.bytes);
  const types = pairs(model, 'IFCRELDEFINESBYTYPE');
  const definitions = lists(model, 'IFCRELDEFINESBYPROPERTIES');
  const materials = pairs(model, 'IFCRELASSOCIATESMATERIAL');
  const valuesOf = (id: number) => instanceOf(index, id)?.values ?? [];
  const textAt = (id: number, attribute: number) => {
    const value = valuesOf(id)[attribute];
    return typeof value === 'string' ? value : '';
  };
  const typeObjectOf = (id: number) => types.get(id) ?? 0;
  return {
    ...{ file, model, index, valuesOf, textAt, typeObjectOf },
    typeOf: (id) => model.typeOf(model.rowOf(id)),
    isA: (id, ancestor) => model.isA(model.rowOf(id), ancestor),
    matrixOf: createPlaces(file, index),
    propertiesOf: createProperties(model, file, definitions, typeObjectOf, valuesOf),
    materialOf: (id) => nameOfMaterial(valuesOf, textAt, materials, [id, typeObjectOf(id)]),
  };
}

/** Object → what a relation with one other end says of it; the first counts. */
function pairs(model: IfcModel, relation: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const row of model.rowsOf(relation)) {
    const objects = model.cursor.begin(row, 4).references();
    const other = model.cursor.reference();
    for (const object of objects) if (!found.has(object)) found.set(object, other);
  }
  return found;
}

function lists(model: IfcModel, relation: string): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const row of model.rowsOf(relation)) {
    const objects = model.cursor.begin(row, 4).references();
    const others = model.cursor.references();
    for (const object of objects) found.set(object, [...(found.get(object) ?? []), ...others]);
  }
  return found;
}

function createPlaces(file: SystemsFile, index: StepIndex): IfcSource['matrixOf'] {
  const linear = readLinearPlacements(file);
  const known = new Map<number, Matrix | undefined>();
  function placed(id: number | undefined, depth: number): Matrix | undefined {
    if (id === undefined) return identity();
    if (known.has(id)) return known.get(id);
    const placement = depth > GREATEST_DEPTH ? undefined : instanceOf(index, id);
    let matrix = placement && linear.placementOf(id);
    if (placement?.type === 'IFCLOCALPLACEMENT' && !matrix) {
      const parent = placed(referenceOf(placement.values[0]), depth + 1);
      const own = inUnit(axisPlacement(index, referenceOf(placement.values[1])), file.lengthUnitM);
      matrix = parent && multiply(parent, own);
    }
    known.set(id, matrix);
    return matrix;
  }
  return (product) => {
    const id = referenceOf(instanceOf(index, product)?.values[PLACEMENT]);
    return id === undefined ? undefined : placed(id, 0);
  };
}

/** Places of the list of definitions among a type's attributes, and of the parts of a set. */
const TYPE_SETS = 5;
const PROPERTIES = 4;
const QUANTITIES = 5;

function createProperties(
  model: IfcModel,
  { lengthUnitM }: SystemsFile,
  definitions: ReadonlyMap<number, readonly number[]>,
  typeObjectOf: IfcSource['typeObjectOf'],
  valuesOf: IfcSource['valuesOf'],
): IfcSource['propertiesOf'] {
  const units = readUnits(model, lengthUnitM);
  let into = new Map<string, EntryValue>();
  const put = (name: string, value: EntryValue) => {
    if (value !== undefined && value !== '' && !into.has(name)) into.set(name, value);
  };
  const store = { add: put, addLogical: put };
  const reader = createPropertyReader(model, units, store, createValueWords(model, units));
  const readSet = (set: number) => {
    const row = model.rowOf(set);
    const type = model.typeOf(row);
    const at =
      type === 'IFCPROPERTYSET' ? PROPERTIES : type === 'IFCELEMENTQUANTITY' ? QUANTITIES : -1;
    if (at < 0) return;
    for (const part of model.cursor.begin(row, at).references()) reader.add(part);
  };
  return (element) => {
    into = new Map();
    for (const set of definitions.get(element) ?? []) readSet(set);
    const sets = valuesOf(typeObjectOf(element))[TYPE_SETS];
    for (const set of Array.isArray(sets) ? sets : []) readSet(referenceOf(set) ?? 0);
    return into;
  };
}

/** Of a material itself, or the first that a set, a list or a use of them names. */
function nameOfMaterial(
  valuesOf: IfcSource['valuesOf'],
  textAt: IfcSource['textAt'],
  materials: ReadonlyMap<number, number>,
  owners: readonly number[],
): string {
  for (const owner of owners) {
    let id = materials.get(owner) ?? 0;
    for (let depth = 0; depth < 5 && id > 0; depth++) {
      const name = textAt(id, 0);
      const [next] = valuesOf(id).flatMap((value) => firstReference(value) ?? []);
      // A material has a name and refers to nothing; a layer or profile refers to it.
      if (next === undefined) return name;
      id = next;
    }
  }
  return '';
}

function firstReference(value: StepValue): number | undefined {
  const own = referenceOf(value);
  if (own !== undefined || !Array.isArray(value)) return own;
  for (const part of value as readonly StepValue[]) {
    const found = firstReference(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
