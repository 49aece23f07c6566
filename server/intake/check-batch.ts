import { quality } from '#contract/live-frame.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import { pickRows } from '../storage/observation-order.ts';

export interface CheckedBatch {
  /** The rows that can be used; where quality says missing, the value is NaN. */
  readonly batch: ObservationBatch;
  readonly refused: number;
  /** What is wrong with the first row that can't be used, in one sentence. */
  readonly reason?: string;
}

const EARLIEST_MS = Date.UTC(2000, 0, 1);
/** A model's clock may run ahead of ours. */
const FURTHEST_AHEAD_MS = 366 * 86_400_000;
const QUALITY_BITS = 7;

/** Sorts out rows of unknown datastreams, without a number, or from no sane time. */
export function checkBatch(
  batch: ObservationBatch,
  isKnown: (datastream: number) => boolean,
  nowMs: number,
): CheckedBatch {
  const kept: number[] = [];
  let reason: string | undefined;
  let isToMend = false;
  for (let row = 0; row < batch.datastream.length; row += 1) {
    const fault = findFault(batch, row, isKnown, nowMs);
    if (fault === undefined) kept.push(row);
    reason ??= fault;
    isToMend ||= isMissing(batch, row) && !Number.isNaN(batch.value[row]);
  }
  const refused = batch.datastream.length - kept.length;
  if (refused === 0 && !isToMend) return { batch, refused };
  const checked = pickRows(batch, Uint32Array.from(kept));
  for (let row = 0; row < kept.length; row += 1) {
    if (isMissing(checked, row)) checked.value[row] = Number.NaN;
  }
  return { batch: checked, refused, ...(reason !== undefined && { reason }) };
}

function findFault(
  { datastream, timeMs, value, quality: bytes }: ObservationBatch,
  row: number,
  isKnown: (datastream: number) => boolean,
  nowMs: number,
): string | undefined {
  const number = datastream[row]!;
  const time = timeMs[row]!;
  const byte = bytes[row]!;
  if (!isKnown(number)) return `There is no datastream ${number}.`;
  if (!(time >= EARLIEST_MS && time <= nowMs + FURTHEST_AHEAD_MS)) {
    const said = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : String(time);
    return `Datastream ${number} speaks of ${said}; expected an instant from 2000 to a year from now.`;
  }
  if (byte > QUALITY_BITS) return `Datastream ${number} has the quality ${byte}; expected 0 to 7.`;
  if (!Number.isFinite(value[row]) && (byte & 3) !== quality.missing) {
    return `Datastream ${number} says ${value[row]}; expected a number, or the quality “missing”.`;
  }
  return undefined;
}

const isMissing = ({ quality: bytes }: ObservationBatch, row: number) =>
  (bytes[row]! & 3) === quality.missing;
