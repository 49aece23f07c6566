import type { StoredPlacement } from '#contract/bim-model.ts';
import { InputError } from '#model/input-error.ts';
import { parseStepHeader } from '../step/header.ts';
import { indexOf } from '../step/index-of.ts';
import { instanceAt, rowsOfType, type StepIndex } from '../step/scan.ts';
import { readLengthUnit } from '../units.ts';
import {
  type ConversionNumbers,
  type ConversionOptions,
  toConversionNumbers,
} from './conversion-numbers.ts';
import { readContext } from './read-site.ts';
import { StepEdit } from './step-edit.ts';
import { hasOperation, writeConversionEntities } from './write-entities.ts';
import { writeConversionSets } from './write-property-sets.ts';

export interface WriteTarget {
  readonly index: StepIndex;
  readonly edit: StepEdit;
  readonly numbers: ConversionNumbers;
  readonly lengthUnitM: number;
  readonly schema: string;
}

export interface WriteOptions extends Omit<ConversionOptions, 'world'> {
  /** For messages. */
  readonly file?: string;
}

/**
 * The file with its place written into it: IfcMapConversion and IfcProjectedCRS, which replace what there is of
 * them, or in IFC2X3 the property sets that stand in for them, on the site. Every other byte stays.
 * @param bytes of an IFC file, unpacked.
 * @param placement of the model's frame, which begins at `originM` of the file.
 * @throws `InputError` for a file that has no geometric context; `RangeError` for a system that can't be used.
 */
export function writeGeoreferencing(
  bytes: Uint8Array,
  placement: StoredPlacement,
  { file = 'the file', ...options }: WriteOptions,
): Uint8Array<ArrayBuffer> {
  const index = indexOf(bytes);
  const lengthUnitM = readLengthUnit(index) ?? 1;
  const schema = (parseStepHeader(bytes).schema ?? '').toUpperCase();
  const isOld = schema.startsWith('IFC2') && !hasOperation(index);
  const { world } = readContext(index, lengthUnitM);
  const numbers = toConversionNumbers(placement, { ...options, world });
  const edit = new StepEdit(index);
  const target: WriteTarget = { index, edit, numbers, lengthUnitM, schema };
  if (isOld) writeConversionSets(target, file);
  else writeConversionEntities(target, findContext(index, file));
  return edit.toBytes();
}

function findContext(index: StepIndex, file: string): number {
  const contexts = rowsOfType(index, 'IFCGEOMETRICREPRESENTATIONCONTEXT').map((row) =>
    instanceAt(index, row),
  );
  const model = contexts.find(({ values }) => String(values[1]).toLowerCase() === 'model');
  const context = model ?? contexts[0];
  if (!context) {
    throw new InputError({ file }, 'The file has no IfcGeometricRepresentationContext to place.');
  }
  return context.id;
}
