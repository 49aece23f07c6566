// What stays in memory of every feature while a city is converted: place, size, weight, where its record is.

import type { AttributeStatistics } from './attributes/statistics.ts';
import type { FeatureMesh } from './geometry/feature-mesh.ts';
import { GrowingFloat64 } from './geometry/growing.ts';
import type { FindingCounts } from './report.ts';
import type { Piece } from './workshop.ts';

/** Numbers per feature in `BatchSummary.values`. */
export const SUMMARY = {
  west: 0,
  south: 1,
  east: 2,
  north: 3,
  bottom: 4,
  top: 5,
  vertices: 6,
  length: 7,
  isBlock: 8,
} as const;
export const SUMMARY_VALUES = 9;

export interface BatchSummary {
  readonly count: number;
  /** `SUMMARY_VALUES` numbers a feature. */
  readonly values: Float64Array;
  /** The records, one after another. */
  readonly records: Piece;
  readonly classes: readonly string[];
  /** Features of each class. */
  readonly classCounts: readonly number[];
  readonly statistics: AttributeStatistics;
  readonly findings: FindingCounts;
  /** 53-bit hashes of the ids, to find repeated ones. */
  readonly idHashes: Float64Array;
}

export class SummaryBuilder {
  readonly #values = new GrowingFloat64();
  readonly #idHashes = new GrowingFloat64();
  readonly #classes = new Map<string, number>();

  /** `length` is that of the feature's record, `blockHeight` (m) that of its block. */
  add(
    mesh: FeatureMesh,
    id: string,
    objectClass: string,
    length: number,
    blockHeight: number,
  ): void {
    this.#classes.set(objectClass, (this.#classes.get(objectClass) ?? 0) + 1);
    const isBlock = blockHeight > 0.5 ? 1 : 0;
    const values = this.#values;
    values.push3(mesh.west, mesh.south, mesh.east);
    values.push3(mesh.north, mesh.bottom, mesh.top);
    values.push3(mesh.vertexCount, length, isBlock);
    this.#idHashes.push(hashId(id));
  }

  take(records: Piece, statistics: AttributeStatistics, findings: FindingCounts): BatchSummary {
    return {
      count: this.#values.length / SUMMARY_VALUES,
      values: this.#values.take(),
      records,
      classes: [...this.#classes.keys()],
      classCounts: [...this.#classes.values()],
      statistics,
      findings,
      idHashes: this.#idHashes.take(),
    };
  }
}

/** 53-bit FNV-like hash: two ids of a million share one with a chance of 1 in 18,000. */
function hashId(id: string): number {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}
