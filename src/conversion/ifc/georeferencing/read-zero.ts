// IfcBuilding: where its ±0.00 lies, from which its storeys count.

import type { BimModel } from '#contract/bim-model.ts';
import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { instanceAt, rowsOfType } from '../step/scan.ts';
import { numberOf, referenceOf } from '../step/values.ts';
import { readLocalPlacement } from './pose.ts';

/**
 * In the file's coordinates, m: the height of the first building's placement, else the file's own zero, else the
 * building's height above the sea, where the geometry is at such heights; undefined where none of them is among them.
 */
export function readZero(
  { bytes, lengthUnitM }: Pick<IfcFile, 'bytes' | 'lengthUnitM'>,
  [least, greatest]: BimModel['boundsM'],
): number | undefined {
  const index = indexOf(bytes);
  const [row] = rowsOfType(index, 'IFCBUILDING');
  const values = row === undefined ? [] : instanceAt(index, row).values;
  const placed = readLocalPlacement(index, referenceOf(values[5]), lengthUnitM).origin[2];
  const reference = (numberOf(values[9]) ?? Number.NaN) * lengthUnitM;
  return [placed, 0, reference].find((z) => z >= least[2] && z <= greatest[2]);
}
