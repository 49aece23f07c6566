// One tile from records: a leaf with every feature in full, or a coarse one with blocks.

import { formatFootprintChunk } from '#contract/footprints.ts';
import { metres, radians } from '#model/units.ts';
import type { PlannedColumn } from '../attributes/plan.ts';
import { formatColumnPiece, readTileColumns } from '../attributes/tile-columns.ts';
import { hashBytes } from '../content-hash.ts';
import { findFootprint } from '../footprints/find-footprint.ts';
import {
  nameLengthOf,
  parseRecord,
  parseRecordHead,
  RECORD_HEADER_BYTES,
  type RecordHead,
  type RecordRun,
  toRecordRun,
} from '../record.ts';
import type { FileSizes, Piece, Storage } from '../workshop.ts';
import { type FormatOptions, formatTile } from './format-tile.ts';
import { createTileMesh, type TileFeature } from './tile-mesh.ts';

export interface TileTask {
  readonly path: string;
  /** Origin of the tile's frame: longitude, latitude (rad), height above the ellipsoid (m). */
  readonly origin: readonly [number, number, number];
  /** Spill, offset and length of each feature's record, and 1 where its block is to be used. */
  readonly features: Float64Array;
  readonly cityIndex: Uint32Array;
  /** Coarse tiles: the position step, m; they carry only the class, since ids are a third of what a block weighs and the city-wide index leads to them. */
  readonly step?: number;
}

/** Numbers per feature in `TileTask.features`. */
export const TASK_VALUES = 4;

export interface TileSummary {
  readonly sizes: FileSizes;
  readonly hash: string;
  /** Leaves: the rows of all columns one after another, and the bytes of each. */
  readonly columns: Piece | undefined;
  readonly columnLengths: readonly number[];
  /** Leaves: a chunk of footprints. */
  readonly footprints: Piece | undefined;
}

export function buildTile(
  task: TileTask,
  columns: readonly PlannedColumn[],
  storage: Storage,
  options: FormatOptions,
): TileSummary {
  const isCoarse = task.step !== undefined;
  const features = readFeatures(task, storage);
  const [longitude, latitude, height] = task.origin;
  const origin = {
    longitude: radians(longitude),
    latitude: radians(latitude),
    height: metres(height),
  };
  const attributed = features.map((feature) =>
    feature.kind === 'full' && !isCoarse
      ? feature.record
      : { ...(feature.kind === 'full' ? feature.record : feature.head), attributes: EMPTY },
  );
  const tileColumns = readTileColumns(attributed, isCoarse ? columns.slice(1, 2) : columns);
  const bytes = formatTile(
    {
      mesh: createTileMesh(features, origin),
      columns: tileColumns,
      cityIndex: task.cityIndex,
      ...(task.step === undefined ? {} : { step: task.step }),
    },
    options,
  );
  const sizes = storage.writeFile(task.path, bytes);
  const hash = hashBytes(bytes);
  if (isCoarse)
    return { sizes, hash, columns: undefined, columnLengths: [], footprints: undefined };
  const pieces = columns.map((_, index) => formatColumnPiece(tileColumns, index));
  const outlines = features.map((feature) =>
    feature.kind === 'full' ? findFootprint(feature.record) : [],
  );
  return {
    sizes,
    hash,
    columns: storage.append(concatenate(pieces)),
    columnLengths: pieces.map((piece) => piece.length),
    footprints: storage.append(formatFootprintChunk(outlines)),
  };
}

const EMPTY = new TextEncoder().encode('{}');

/** Records at most this far apart are read at once: a read costs as much as 16 kB more of it. */
const WIDEST_GAP = 16_384;
const LONGEST_RUN = 4 << 20;
/** Of a block only the first bytes are needed: header, id and class of ordinary length. */
const HEAD_BYTES = RECORD_HEADER_BYTES + 128;

/** The features in the order of the task; neighbours in a spill are read together. */
function readFeatures({ features }: TileTask, storage: Storage): TileFeature[] {
  const count = features.length / TASK_VALUES;
  const read = new Array<TileFeature>(count);
  const spillOf = (row: number) => features[row * TASK_VALUES]!;
  const offsetOf = (row: number) => features[row * TASK_VALUES + 1]!;
  const lengthOf = (row: number) => features[row * TASK_VALUES + 2]!;
  const isBlock = (row: number) => features[row * TASK_VALUES + 3] === 1;
  const wantedOf = (row: number) =>
    isBlock(row) ? Math.min(lengthOf(row), HEAD_BYTES) : lengthOf(row);
  const rows = Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => spillOf(a) - spillOf(b) || offsetOf(a) - offsetOf(b),
  );
  for (let from = 0; from < count; ) {
    const spill = spillOf(rows[from]!);
    const start = offsetOf(rows[from]!);
    let to = from;
    let end = start;
    while (to < count) {
      const row = rows[to]!;
      const isNear = offsetOf(row) - end <= WIDEST_GAP && offsetOf(row) - start < LONGEST_RUN;
      if (spillOf(row) !== spill || !isNear) break;
      end = Math.max(end, offsetOf(row) + wantedOf(row));
      to++;
    }
    const run = toRecordRun(storage.read({ spill, offset: start, length: end - start }));
    for (; from < to; from++) {
      const row = rows[from]!;
      const at = offsetOf(row) - start;
      read[row] = isBlock(row)
        ? {
            kind: 'block',
            head: readHead(run, at, { spill, offset: start + at, length: lengthOf(row) }, storage),
          }
        : { kind: 'full', record: parseRecord(run, at) };
    }
  }
  return read;
}

/** The head of a record from its first bytes, or where its id is long, from all of it. */
function readHead(run: RecordRun, at: number, whole: Piece, storage: Storage): RecordHead {
  const isEnough = at + RECORD_HEADER_BYTES + nameLengthOf(run, at) <= run.bytes.length;
  return isEnough ? parseRecordHead(run, at) : parseRecordHead(toRecordRun(storage.read(whole)), 0);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array((parts.reduce((sum, part) => sum + part.length, 0) + 7) & ~7);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
