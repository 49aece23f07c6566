import type { PackedIds } from '../../contract/shapes.ts';
import type { PlacedNetwork } from '../index-space.ts';

export function packIds(networks: readonly PlacedNetwork[], count: number): PackedIds {
  const encoder = new TextEncoder();
  const start = new Uint32Array(count + 1);
  let utf8 = new Uint8Array(16 * count + 64);
  let end = 0;
  let at = 0;
  for (const { network } of networks) {
    for (const ids of [network.links.ids, network.nodes.ids, network.valves.ids]) {
      for (const id of ids) {
        // A UTF-16 unit takes three bytes at most.
        if (end + 3 * id.length > utf8.length) utf8 = grown(utf8, end + 3 * id.length);
        start[at++] = end;
        end += encoder.encodeInto(id, utf8.subarray(end)).written;
      }
    }
  }
  start.fill(end, at);
  return { utf8: utf8.slice(0, end), start };
}

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(Math.max(2 * bytes.length, least));
  next.set(bytes);
  return next;
}

/** Of an index; '' beyond the last. */
export function unpackId({ utf8, start }: PackedIds, index: number): string {
  return new TextDecoder().decode(utf8.subarray(start[index], start[index + 1]));
}
