// The checks that gltf-validator leaves out: EXT_mesh_features and EXT_structural_metadata.

import { NUMBERS } from './gltf-json.ts';
import { readGlb } from './read-glb.ts';

/** One sentence for each rule of the two extensions that a tile breaks. Call after `MeshoptDecoder.ready`. */
export function checkTile(glb: Uint8Array): string[] {
  const faults: string[] = [];
  const tile = readGlb(glb);
  const { json } = tile;
  const jsonLength = new DataView(glb.buffer, glb.byteOffset).getUint32(12, true);
  if (jsonLength > 100_000) faults.push(`The JSON chunk has ${jsonLength} bytes.`);
  if ((28 + jsonLength) % 8 !== 0)
    faults.push('The binary chunk does not start at a multiple of 8.');
  const { schema, propertyTables } = json.extensions.EXT_structural_metadata;
  const table = propertyTables[0]!;
  const bytesOf = (number: number, what: string): number => {
    const { byteOffset = 0, byteLength } = json.bufferViews[number]!;
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
    if (tile.properties.get(key)?.length !== table.count) faults.push(`${key} lacks rows.`);
  }
  const least = Math.min(...Array.from(tile.rows));
  const most = Math.max(...Array.from(tile.rows));
  if (least < 0 || most >= table.count) faults.push(`Feature id ${most} of ${table.count} rows.`);
  for (const { mesh } of json.nodes) {
    for (const primitive of json.meshes[mesh]!.primitives) {
      const { featureIds } = primitive.extensions.EXT_mesh_features;
      for (const { featureCount } of featureIds) {
        if (featureCount !== table.count)
          faults.push(`${featureCount} feature ids, ${table.count} rows.`);
      }
    }
  }
  return faults;
}
