import { looksLikeIfc } from '#conversion/ifc/looks-like-ifc.ts';

const HEAD_BYTES = 4096;
const TAIL_BYTES = 65_536;

/** By content, gzip by name: its content would have to be unpacked first. */
export async function isIfc(file: File): Promise<boolean> {
  if (/\.ifc\.gz$/i.test(file.name)) return true;
  const read = async (from: number, to: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  const head = await read(0, HEAD_BYTES);
  return looksLikeIfc(head, await read(Math.max(0, file.size - TAIL_BYTES), file.size));
}
