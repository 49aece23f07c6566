import { unzipSync } from 'fflate';
import { InputError } from '#model/input-error.ts';
import type { Text } from '#model/text.ts';

/** A zip that claims to hold more is taken for a bomb. */
const GREATEST_BYTES = 2 ** 31;

/** By content, whatever its name. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** Takes the IFC file out of an IFCZIP; of several the first, with a finding. Throws `InputError`. */
export function unpackIfcZip(
  bytes: Uint8Array,
  file: string,
): { readonly bytes: Uint8Array; readonly name: string; readonly findings: readonly Text[] } {
  const names: string[] = [];
  const others: string[] = [];
  let unpacked: Uint8Array | undefined;
  try {
    const entries = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.ifc$/i.test(name) || name.startsWith('__MACOSX/')) {
          if (!name.endsWith('/')) others.push(name);
          return false;
        }
        names.push(name);
        if (names.length > 1) return false;
        if (originalSize > GREATEST_BYTES) {
          throw new InputError(
            { file, at: name },
            `unpacks to ${originalSize} bytes; at most 2 GB.`,
          );
        }
        return true;
      },
    });
    unpacked = entries[names[0] ?? ''];
  } catch (error) {
    if (error instanceof InputError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new InputError({ file }, `This zip can't be unpacked: ${detail}.`, { cause: error });
  }
  const [name] = names;
  if (name === undefined || unpacked === undefined) {
    const held = others.length > 0 ? others.slice(0, 3).join(', ') : 'nothing';
    throw new InputError({ file }, `This zip holds ${held}; expected a file ending in .ifc.`);
  }
  const findings =
    names.length > 1
      ? [
          {
            en: `The zip holds ${names.length} IFC files; ${name} was taken.`,
            zh: `压缩包内有 ${names.length} 个 IFC 文件；采用了 ${name}。`,
          },
        ]
      : [];
  return { bytes: unpacked, name, findings };
}
