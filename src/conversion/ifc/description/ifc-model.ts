// A file's records with what is needed to read them: one object for all readers of the description.

import type { IfcFile } from '../parts.ts';
import { indexOf } from '../step/index-of.ts';
import { type IfcClasses, ifcClassesOf } from './ifc-classes.ts';
import { StepCursor } from './step-cursor.ts';
import { type StepRecords, toStepRecords } from './step-records.ts';
import { createStepSpans, type StepSpans } from './step-spans.ts';

export interface IfcModel {
  readonly records: StepRecords;
  readonly spans: StepSpans;
  /** Shared by all readers: begin anew after calling another. */
  readonly cursor: StepCursor;
  readonly classes: IfcClasses;
  /** Row of an entity, -1 where the file has none. */
  rowOf(id: number): number;
  idOf(row: number): number;
  /** Upper case; empty for row -1. */
  typeOf(row: number): string;
  isA(row: number, ancestor: string): boolean;
  /** Rows of exactly these types, in the file's order. */
  rowsOf(...types: readonly string[]): Uint32Array;
  /** Rows of these classes and all that derive from them, in the file's order. */
  rowsDerivedFrom(...ancestors: readonly string[]): Uint32Array;
}

export function createIfcModel(file: Pick<IfcFile, 'bytes' | 'schema'>): IfcModel {
  const records = toStepRecords(indexOf(file.bytes));
  const spans = createStepSpans(file.bytes);
  const classes = ifcClassesOf(file.schema);

  function rowsOf(...types: readonly string[]): Uint32Array {
    if (types.length === 1) return records.rowsOf(types[0]!);
    const parts = types.map((type) => records.rowsOf(type));
    const rows = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      rows.set(part, at);
      at += part.length;
    }
    return rows.sort();
  }
  return {
    ...{ records, spans, classes, rowsOf },
    cursor: new StepCursor(records, spans),
    rowOf: (id) => (id === 0 ? -1 : records.rowOf(id)),
    idOf: (row) => records.id[row] ?? 0,
    typeOf: (row) => records.types[records.type[row] ?? -1] ?? '',
    isA: (row, ancestor) => classes.isA(records.types[records.type[row] ?? -1] ?? '', ancestor),
    rowsDerivedFrom: (...ancestors) =>
      rowsOf(
        ...records.types.filter((type) =>
          ancestors.some((ancestor) => classes.isA(type, ancestor)),
        ),
      ),
  };
}
