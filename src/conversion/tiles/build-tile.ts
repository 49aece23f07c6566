// One tile from records: a leaf with every feature in full, or a coarse one with blocks.

import { metres, radians } from '#model/units.ts';
import type { PlannedColumn } from '../attributes/plan.ts';
import { formatColumnPiece, readTileColumns } from '../attributes/tile-columns.ts';
import { hashBytes } from '../content-hash.ts';
import { parseRecord, parseRecordHead, RECORD_HEADER_BYTES } from '../record.ts';
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
}

/** Room for an id of ordinary length behind the header, so that most blocks take one read. */
const HEAD_BYTES = RECORD_HEADER_BYTES + 128;

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
  if (isCoarse) return { sizes, hash, columns: undefined, columnLengths: [] };
  const pieces = columns.map((_, index) => formatColumnPiece(tileColumns, index));
  return {
    sizes,
    hash,
    columns: storage.append(concatenate(pieces)),
    columnLengths: pieces.map((piece) => piece.length),
  };
}

const EMPTY = new TextEncoder().encode('{}');

function readFeatures({ features }: TileTask, storage: Storage): TileFeature[] {
  const read: TileFeature[] = [];
  for (let at = 0; at < features.length; at += TASK_VALUES) {
    const spill = features[at]!;
    const offset = features[at + 1]!;
    const length = features[at + 2]!;
    if (features[at + 3] === 1) {
      let bytes = storage.read({ spill, offset, length: Math.min(length, HEAD_BYTES) });
      const nameLength = new Uint32Array(bytes.buffer, bytes.byteOffset, 8)[7]!;
      if (RECORD_HEADER_BYTES + nameLength > bytes.length) {
        bytes = storage.read({ spill, offset, length });
      }
      read.push({ kind: 'block', head: parseRecordHead(bytes) });
    } else {
      read.push({ kind: 'full', record: parseRecord(storage.read({ spill, offset, length })) });
    }
  }
  return read;
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
