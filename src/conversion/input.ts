// What a scanned input is: all that a worker needs to read parts of it.

import type { AxisOrder } from '#model/crs.ts';
import type { CityJsonHeader } from './cityjson/header.ts';
import type { HeightRules } from './footprints/height.ts';

/** Where the coordinates of an input are meant to be. */
export interface InputCrs {
  /** As `parseCrs` reads it. */
  readonly text: string;
  readonly axes: AxisOrder;
}

interface InputBase {
  /** As the person gave it. */
  readonly file: string;
  readonly crs: InputCrs;
}

export interface CityJsonInput extends InputBase {
  readonly kind: 'cityjson';
  readonly header: CityJsonHeader;
  /** Of the whole file, before the transform; empty for a sequence, whose features have their own. */
  readonly vertices: Float64Array;
  readonly lod: number | undefined;
}

export interface FootprintInput extends InputBase {
  readonly kind: 'footprints';
  readonly heights: HeightRules;
}

export type Input = CityJsonInput | FootprintInput;

/** Objects of a CityJSON file, group after group. */
export interface ObjectGroups {
  readonly ids: readonly string[];
  readonly ranges: Float64Array;
  readonly groupSizes: Uint32Array;
}

/** A part of an input that is read at once. */
export interface Batch {
  readonly input: number;
  /** Bytes that the batch covers: whole lines, or array elements with the commas between them. */
  readonly start: number;
  readonly end: number;
  /** Lines, each a feature of its own; else elements of one array. */
  readonly isLines: boolean;
  readonly groups?: ObjectGroups;
}

export interface ScannedInput {
  readonly input: Input;
  readonly batches: readonly Batch[];
  /** e.g. `CityJSON 2.0`. */
  readonly format: string;
  readonly bytes: number;
}
