// The rules of EXT_structural_metadata's one property table, which gltf-validator does not know.

import { type GltfBuffers, type Metadata, NUMBERS } from './gltf-json.ts';

/** One sentence for each rule that the table of a tile breaks. */
export function checkMetadata(
  glb: Uint8Array,
  { bufferViews }: Pick<GltfBuffers, 'bufferViews'>,
  { schema, propertyTables }: Metadata,
): string[] {
  const faults: string[] = [];
  const jsonLength = new DataView(glb.buffer, glb.byteOffset).getUint32(12, true);
  if (jsonLength > 100_000) faults.push(`The JSON chunk has ${jsonLength} bytes.`);
  if ((28 + jsonLength) % 8 !== 0)
    faults.push('The binary chunk does not start at a multiple of 8.');
  const table = propertyTables[0]!;
  const bytesOf = (number: number, what: string): number => {
    const { byteOffset = 0, byteLength } = bufferViews[number]!;
    if (byteOffset % 8 !== 0) faults.push(`${what} starts at ${byteOffset}, no multiple of 8.`);
    if (byteLength === 0) faults.push(`${what} is empty.`);
    return byteLength;
  };
  for (const [key, stored] of Object.entries(table.properties)) {
    const declared = schema.classes.feature.properties[key];
    if (!declared) {
      faults.push(`Property ${key} is not declared.`);
      continue;
    }
    if (!/^[a-zA-Z_]\w*$/.test(key)) faults.push(`Property ${key} is no identifier.`);
    const length = bytesOf(stored.values, key);
    if (declared.type === 'STRING') {
      const size = NUMBERS[stored.stringOffsetType].BYTES_PER_ELEMENT;
      const offsets = bytesOf(stored.stringOffsets, `${key} offsets`);
      if (offsets !== (table.count + 1) * size) faults.push(`${key} has ${offsets} offset bytes.`);
    } else {
      const type =
        declared.type === 'ENUM'
          ? schema.enums[declared.enumType]!.valueType
          : declared.componentType;
      const expected =
        declared.type === 'BOOLEAN'
          ? Math.ceil(table.count / 8)
          : table.count * NUMBERS[type].BYTES_PER_ELEMENT;
      if (length !== expected) faults.push(`${key} has ${length} bytes; expected ${expected}.`);
    }
  }
  return faults;
}
