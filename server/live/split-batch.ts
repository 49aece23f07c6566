import type { ObservationBatch } from '../observation-batch.ts';
import { pickRows } from '../storage/observation-order.ts';

/** Rows by the place that each datastream has in `placeOf`; a batch of one place is handed on as it is. */
export function splitBatch<Place>(
  batch: ObservationBatch,
  placeOf: ReadonlyMap<number, Place>,
): { parts: Map<Place, ObservationBatch>; homeless: ObservationBatch | undefined } {
  const rows = new Map<Place | undefined, number[]>();
  for (let row = 0; row < batch.datastream.length; row += 1) {
    const place = placeOf.get(batch.datastream[row]!);
    const before = rows.get(place);
    if (before) before.push(row);
    else rows.set(place, [row]);
  }
  const parts = new Map<Place, ObservationBatch>();
  let homeless: ObservationBatch | undefined;
  for (const [place, chosen] of rows) {
    const part = rows.size === 1 ? batch : pickRows(batch, Uint32Array.from(chosen));
    if (place === undefined) homeless = part;
    else parts.set(place, part);
  }
  return { parts, homeless };
}
