// Observations in PostgreSQL's binary COPY format: a third of the bytes of text and no number to print or
// parse. Columns: datastream_id integer, phenomenon_time timestamptz, result double precision, quality smallint.

import type { ObservationBatch } from '../observation-batch.ts';
import { createBatch } from './observation-order.ts';

/** Signature, flags, length of the header's extension. */
const HEADER_BYTES = 19;
const LARGEST_ROW_BYTES = 2 + (4 + 4) + (4 + 8) + (4 + 8) + (4 + 2);
const FOUR_BYTES = 0x1_0000_0000;
/** PostgreSQL counts microseconds from the year 2000. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** The rows of a batch, or those at `rows`, as one COPY. A value that is no number becomes null. */
export function formatRows(batch: ObservationBatch, rows?: Uint32Array): Buffer {
  const count = rows?.length ?? batch.datastream.length;
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + count * LARGEST_ROW_BYTES + 2);
  buffer.write('PGCOPY\n\xff\r\n\0', 0, 'latin1');
  buffer.fill(0, 11, HEADER_BYTES);
  let at = HEADER_BYTES;
  for (let index = 0; index < count; index += 1) {
    const row = rows ? rows[index]! : index;
    at = buffer.writeInt16BE(4, at);
    at = buffer.writeInt32BE(4, at);
    at = buffer.writeInt32BE(batch.datastream[row]!, at);
    at = buffer.writeInt32BE(8, at);
    const microseconds = Math.round((batch.timeMs[row]! - EPOCH_MS) * 1000);
    const high = Math.floor(microseconds / FOUR_BYTES);
    at = buffer.writeInt32BE(high, at);
    at = buffer.writeUInt32BE(microseconds - high * FOUR_BYTES, at);
    const value = batch.value[row]!;
    if (Number.isNaN(value)) at = buffer.writeInt32BE(-1, at);
    else {
      at = buffer.writeInt32BE(8, at);
      at = buffer.writeDoubleBE(value, at);
    }
    at = buffer.writeInt32BE(2, at);
    at = buffer.writeInt16BE(batch.quality[row]!, at);
  }
  at = buffer.writeInt16BE(-1, at);
  return buffer.subarray(0, at);
}

/**
 * SQL for one observation as bytes, to be joined by `string_agg`: half the time of rows that the driver makes
 * into objects. What it packs, `parsePackedRows` reads.
 */
export const packedRow = `int4send(datastream_id) || timestamptz_send(phenomenon_time)
  || float8send(coalesce(result, 'NaN')) || int2send(quality)`;
const PACKED_BYTES = 22;

export function parsePackedRows(bytes: Buffer | null | undefined): ObservationBatch {
  const count = (bytes?.length ?? 0) / PACKED_BYTES;
  const batch = createBatch(count);
  if (!bytes) return batch;
  for (let row = 0; row < count; row += 1) {
    const at = row * PACKED_BYTES;
    batch.datastream[row] = bytes.readInt32BE(at);
    const microseconds = bytes.readInt32BE(at + 4) * FOUR_BYTES + bytes.readUInt32BE(at + 8);
    batch.timeMs[row] = EPOCH_MS + microseconds / 1000;
    batch.value[row] = bytes.readDoubleBE(at + 12);
    batch.quality[row] = bytes.readInt16BE(at + 20);
  }
  return batch;
}
