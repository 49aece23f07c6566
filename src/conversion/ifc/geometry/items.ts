// The items of a product's representations, mapped ones and those of sets looked through.

import { instanceOf, type StepIndex, type StepInstance } from '../step/scan.ts';
import { listOf, referenceOf, type StepValue } from '../step/values.ts';
import { mappedPlacement } from './item-placement.ts';
import { identity, type Matrix, multiply } from './matrix.ts';
import type { Product } from './products.ts';

export interface Item {
  readonly instance: StepInstance;
  /** From the item's frame to the product's, in units of the file. */
  readonly matrix: Matrix;
  /** `Body`, `Axis`, `FootPrint` …; empty where it isn't said. */
  readonly identifier: string;
}

/** Sets, whose elements count. */
const SETS = new Set(['IFCGEOMETRICCURVESET', 'IFCGEOMETRICSET']);
const GREATEST_DEPTH = 16;

/** What a product's representations are made of. */
export function itemsOf(index: StepIndex, { definition }: Product): readonly Item[] {
  return listOf(instanceOf(index, definition)?.values[2]).flatMap((reference) =>
    itemsOfRepresentation(index, reference, identity(), 0),
  );
}

function itemsOfRepresentation(
  index: StepIndex,
  reference: StepValue | undefined,
  matrix: Matrix,
  depth: number,
): readonly Item[] {
  const representation = instanceOf(index, referenceOf(reference));
  const identifier = representation?.values[1];
  return listOf(representation?.values[3]).flatMap((item) =>
    itemsIn(index, item, matrix, typeof identifier === 'string' ? identifier : '', depth),
  );
}

function itemsIn(
  index: StepIndex,
  reference: StepValue,
  matrix: Matrix,
  identifier: string,
  depth: number,
): readonly Item[] {
  const instance = instanceOf(index, referenceOf(reference));
  if (!instance || depth > GREATEST_DEPTH) return [];
  if (SETS.has(instance.type)) {
    return listOf(instance.values[0]).flatMap((element) =>
      itemsIn(index, element, matrix, identifier, depth + 1),
    );
  }
  if (instance.type !== 'IFCMAPPEDITEM') return [{ instance, matrix, identifier }];
  const map = instanceOf(index, referenceOf(instance.values[0]));
  const placed = mappedPlacement(index, instance.values[1], map?.values[0]);
  return itemsOfRepresentation(index, map?.values[1], multiply(matrix, placed), depth + 1);
}
