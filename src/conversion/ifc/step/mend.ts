// What can be put right in the text before the engine sees it.

import type { Text } from '#model/text.ts';
import { instanceAt, instanceOf, lineOf, listStartAt, rowsOfType, type StepIndex } from './scan.ts';
import { endOfInstance } from './statement.ts';
import { listOf, numberOf, referenceOf } from './values.ts';

export interface Mended {
  readonly bytes: Uint8Array;
  readonly findings: readonly Text[];
}

/** A stretch of bytes and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Puts right what web-ifc stumbles over; undefined where there is nothing.
 *
 * Left out are instances that are not written as they should be, that have the number of another, and units whose
 * measure is lost: over some of them the engine never comes to an end. A measure without a type, which the engine
 * takes for zero, becomes a ratio. A file that breaks off ends after its last whole statement.
 */
export function mendStep(index: StepIndex): Mended | undefined {
  const { bytes, broken, repeated, starts, isWhole, end, count } = index;
  const edits: Edit[] = [];
  const findings: Text[] = [];
  const leaveOut = ([start, close]: readonly [number, number]) =>
    edits.push({ start, end: close, text: '' });
  const rangeOf = (row: number): readonly [number, number] => {
    const start = starts[row]!;
    return [start, Math.abs(endOfInstance(bytes, bytes.indexOf(0x3d, start) + 1, undefined))];
  };
  const wordsAt = ([start, close]: readonly [number, number]) => {
    const words = new TextDecoder().decode(bytes.subarray(start, Math.min(close, start + 60)));
    return { line: lineOf(bytes, start), words: words.trim() };
  };

  if (broken[0]) {
    broken.forEach(leaveOut);
    const { line, words } = wordsAt(broken[0]);
    findings.push({
      en: `${many(broken.length, 'instance is', 'instances are')} not written as STEP and its schema demand and left out (line ${line}: ${words}).`,
      zh: `${broken.length} 个实例不符合 STEP 或其模式，已略去（第 ${line} 行：${words}）。`,
    });
  }
  const [again] = repeated;
  if (again !== undefined) {
    for (const row of repeated) leaveOut(rangeOf(row));
    const { line, words } = wordsAt(rangeOf(again));
    findings.push({
      en: `${many(repeated.length, 'instance has', 'instances have')} the number of another before and left out (line ${line}: ${words}).`,
      zh: `${repeated.length} 个实例的编号与之前的重复，已略去（第 ${line} 行：${words}）。`,
    });
  }
  const lost = lostUnits(index);
  edits.push(...assignmentsWithout(index, new Set(lost)));
  for (const row of lost) {
    leaveOut(rangeOf(row));
    const { line, words } = wordsAt(rangeOf(row));
    findings.push({
      en: `A unit has no measure that can be read and is left out (line ${line}: ${words}).`,
      zh: `单位的量值无法读取，已略去（第 ${line} 行：${words}）。`,
    });
  }
  for (const { row, edit } of untypedMeasures(index)) {
    edits.push(edit);
    findings.push({
      en: `The measure of a unit has no type; it was taken for a ratio (line ${lineOf(bytes, starts[row]!)}).`,
      zh: `单位的量值没有类型；按比值处理（第 ${lineOf(bytes, starts[row]!)} 行）。`,
    });
  }
  if (!isWhole) {
    edits.push({ start: end, end: bytes.length, text: '\nENDSEC;\nEND-ISO-10303-21;\n' });
    const line = lineOf(bytes, end);
    findings.push({
      en: `The file breaks off in line ${line}; the ${count} instances before it were read.`,
      zh: `文件在第 ${line} 行中断；已读取此前的 ${count} 个实例。`,
    });
  }
  return edits.length > 0 ? { bytes: edited(bytes, edits), findings } : undefined;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** Rows of units by conversion from what is no measure. */
function lostUnits(index: StepIndex): readonly number[] {
  return ['IFCCONVERSIONBASEDUNIT', 'IFCCONVERSIONBASEDUNITWITHOFFSET']
    .flatMap((type) => rowsOfType(index, type))
    .filter((row) => {
      const measure = instanceOf(index, referenceOf(instanceAt(index, row).values[3]));
      const [factor, unit] = measure?.values ?? [];
      const base = instanceOf(index, referenceOf(unit));
      const isSound =
        measure?.type === 'IFCMEASUREWITHUNIT' &&
        numberOf(factor) !== undefined &&
        base?.type.endsWith('UNIT') === true;
      return !isSound;
    });
}

/** Assignments of units that name some that are not there. @param lost rows that are left out. */
function assignmentsWithout(index: StepIndex, lost: ReadonlySet<number>): readonly Edit[] {
  const { bytes } = index;
  return rowsOfType(index, 'IFCUNITASSIGNMENT').flatMap((assignment) => {
    const units = listOf(instanceAt(index, assignment).values[0]);
    const kept = units.filter((unit) => {
      const row = index.rowOf(referenceOf(unit) ?? -1);
      return row !== undefined && !lost.has(row);
    });
    if (kept.length === units.length) return [];
    const start = bytes.indexOf(0x28, listStartAt(index, assignment) + 1);
    const text = `(${kept.map((unit) => `#${referenceOf(unit)}`).join(',')}`;
    return [{ start, end: bytes.indexOf(0x29, start), text }];
  });
}

function untypedMeasures(index: StepIndex): readonly { row: number; edit: Edit }[] {
  const { bytes } = index;
  return rowsOfType(index, 'IFCMEASUREWITHUNIT').flatMap((row) => {
    const [factor] = instanceAt(index, row).values;
    if (typeof factor !== 'number') return [];
    const start = listStartAt(index, row) + 1;
    const text = `IFCRATIOMEASURE(${toReal(factor)})`;
    return [{ row, edit: { start, end: bytes.indexOf(0x2c, start), text } }];
  });
}

/** STEP wants a point in every real number. */
function toReal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  const real = digits.includes('.') ? digits : `${digits}.`;
  return exponent === undefined ? real : `${real}E${exponent}`;
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    parts.push(bytes.subarray(at, start), encoder.encode(text));
    at = end;
  }
  parts.push(bytes.subarray(at));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
