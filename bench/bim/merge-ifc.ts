// One valid IFC file out of several: for files larger than those at hand.

import { parseStepHeader } from '#conversion/ifc/step/header.ts';
import { indexOf } from '#conversion/ifc/step/index-of.ts';
import { instanceAt, rowsOfType, type StepIndex, typeAt } from '#conversion/ifc/step/scan.ts';
import { listOf, referenceOf } from '#conversion/ifc/step/values.ts';
import { readLengthUnit } from '#conversion/ifc/units.ts';
import { createRenumbering, type Renumbering } from './renumber-step.ts';

export interface MergePart {
  readonly bytes: Uint8Array;
  /** How far what it places is moved, in its units of length. */
  readonly offset: readonly [number, number, number];
}

/** A part, where its numbers go. */
interface NumberedPart extends MergePart {
  readonly index: StepIndex;
  /** Added to each of its numbers. The three before them stand for its offset. */
  readonly shift: number;
  readonly project: number;
}

/** Of later parts: what would place the one project a second time. */
const FIRST_ONLY = new Set(['IFCMAPCONVERSION', 'IFCMAPCONVERSIONSCALED', 'IFCRIGIDOPERATION']);
const OFFSET_NUMBERS = 3;

/**
 * Writes a file that holds all parts below the project of the first: instances renumbered, GlobalIds of the
 * later parts made anew, the contexts of all in the project, the map conversion of the first alone.
 * @param write gets the file piece by piece; it may keep the pieces.
 * @throws Error where the parts' schemas or units of length differ.
 */
export function mergeIfc(parts: readonly MergePart[], write: (piece: Uint8Array) => void): void {
  const numbered = numberedParts(parts);
  const [first] = numbered;
  if (!first) throw new Error('There is nothing to merge.');
  const schema = parseStepHeader(first.bytes).schema;
  const unit = readLengthUnit(first.index);
  for (const { bytes, index } of numbered) {
    const own = parseStepHeader(bytes).schema;
    if (own !== schema || readLengthUnit(index) !== unit) {
      throw new Error(
        `A part is in ${own} with units of ${readLengthUnit(index)} m; the first is in ${schema} of ${unit} m.`,
      );
    }
  }
  const encoder = new TextEncoder();
  const text = (one: string) => write(encoder.encode(one));
  text(
    [
      'ISO-10303-21;\nHEADER;',
      "FILE_DESCRIPTION((''),'2;1');",
      "FILE_NAME('merged.ifc','2000-01-01T00:00:00',(''),(''),'','merged','');",
      `FILE_SCHEMA(('${schema}'));`,
      'ENDSEC;\nDATA;\n',
    ].join('\n'),
  );
  const contexts = numbered.flatMap(contextsOf);
  for (const part of numbered) {
    const isFirst = part === first;
    text(offsetLines(part));
    const renumbering = createRenumbering(write, {
      numberOf: (id) =>
        id === part.project && !isFirst ? first.project + first.shift : id + part.shift,
      newGlobalIds: isFirst ? undefined : (serial) => toGlobalIdEnd(part.shift, serial),
      rootPlacement: `#${part.shift - OFFSET_NUMBERS + 1}`,
    });
    writePart(part, renumbering, isFirst ? contexts : undefined);
    renumbering.flush();
  }
  text('ENDSEC;\nEND-ISO-10303-21;\n');
}

/** @param contexts of all parts, for the part whose project stays. */
function writePart(
  { index, project }: NumberedPart,
  renumbering: Renumbering,
  contexts: readonly string[] | undefined,
) {
  for (let row = 0; row < index.count; row++) {
    const start = index.starts[row]!;
    const end = endOf(index, row);
    if (index.ids[row] === project) {
      if (contexts) renumbering.project(index.bytes, start, end, contexts);
    } else if (contexts || !FIRST_ONLY.has(typeAt(index, row))) {
      renumbering.statement(index.bytes, start, end);
    }
  }
}

function numberedParts(parts: readonly MergePart[]): readonly NumberedPart[] {
  let shift = OFFSET_NUMBERS;
  return parts.map((part) => {
    const index = indexOf(part.bytes);
    const numbered = { ...part, index, shift, project: projectOf(index) };
    let greatest = 0;
    for (const id of index.ids) greatest = Math.max(greatest, id);
    shift += greatest + OFFSET_NUMBERS;
    return numbered;
  });
}

function projectOf(index: StepIndex): number {
  const [row] = rowsOfType(index, 'IFCPROJECT');
  if (row === undefined) throw new Error('A part holds no IfcProject.');
  return index.ids[row]!;
}

const contextsOf = ({ index, shift, project }: NumberedPart): readonly string[] =>
  listOf(instanceAt(index, index.rowOf(project) ?? 0).values[7]).flatMap((context) => {
    const id = referenceOf(context);
    return id === undefined ? [] : [`#${id + shift}`];
  });

/** The placement that all of a part's outermost ones lie in. */
function offsetLines({ shift, offset }: NumberedPart): string {
  const [placement, axes, point] = [1, 2, 3].map((at) => `#${shift - OFFSET_NUMBERS + at}`);
  return [
    `${placement}=IFCLOCALPLACEMENT($,${axes});`,
    `${axes}=IFCAXIS2PLACEMENT3D(${point},$,$);`,
    `${point}=IFCCARTESIANPOINT((${offset.map(toReal).join(',')}));\n`,
  ].join('\n');
}

/** Byte after the `;` of an instance. */
function endOf({ bytes, starts, count, end }: StepIndex, row: number): number {
  if (row + 1 === count) return end;
  let at = starts[row + 1]!;
  while (bytes[at - 1] !== 0x3b) at--;
  return at;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$';

/** The last eight characters of a GlobalId, another for every part and serial number. */
function toGlobalIdEnd(part: number, serial: number): string {
  let end = '';
  for (const number of [part, serial]) {
    for (let shift = 18; shift >= 0; shift -= 6) end += DIGITS[(number >> shift) & 63];
  }
  return end;
}

const toReal = (value: number) => (Number.isInteger(value) ? `${value}.` : `${value}`);
