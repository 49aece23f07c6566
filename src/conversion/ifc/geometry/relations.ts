// What bears on a product's picture without being part of its representation.

import { instanceAt, rowsOfType, type StepIndex } from '../step/scan.ts';
import { listOf, referenceOf, type StepValue } from '../step/values.ts';

export interface Relations {
  /** Openings by the product they are cut out of. */
  readonly openings: ReadonlyMap<number, readonly number[]>;
  /** Material by product. */
  readonly materials: ReadonlyMap<number, number>;
  /** Styles by the item they are for, and pictures of materials by material. */
  readonly companions: ReadonlyMap<number, readonly number[]>;
}

export function readRelations(index: StepIndex): Relations {
  const openings = new Map<number, number[]>();
  const materials = new Map<number, number>();
  const companions = new Map<number, number[]>();
  for (const [, , , , product, opening] of valuesOf(index, 'IFCRELVOIDSELEMENT')) {
    addTo(openings, referenceOf(product), referenceOf(opening));
  }
  for (const [, , , , products, material] of valuesOf(index, 'IFCRELASSOCIATESMATERIAL')) {
    const of = referenceOf(material);
    for (const product of listOf(products)) {
      const id = referenceOf(product);
      if (id !== undefined && of !== undefined) materials.set(id, of);
    }
  }
  for (const [item, styles] of valuesOf(index, 'IFCSTYLEDITEM')) {
    for (const style of listOf(styles)) addTo(companions, referenceOf(item), referenceOf(style));
  }
  for (const values of valuesOf(index, 'IFCMATERIALDEFINITIONREPRESENTATION')) {
    for (const picture of listOf(values[2])) {
      addTo(companions, referenceOf(values[3]), referenceOf(picture));
    }
  }
  return { openings, materials, companions };
}

function* valuesOf(index: StepIndex, type: string): Generator<readonly StepValue[]> {
  for (const row of rowsOfType(index, type)) yield instanceAt(index, row).values;
}

function addTo(map: Map<number, number[]>, key: number | undefined, value: number | undefined) {
  if (key === undefined || value === undefined) return;
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
