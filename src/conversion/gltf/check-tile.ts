// The checks that gltf-validator leaves out: EXT_mesh_features and EXT_structural_metadata.

import { checkMetadata } from './check-metadata.ts';
import { readGlb } from './read-glb.ts';

/** One sentence for each rule of the two extensions that a tile breaks. Call after `MeshoptDecoder.ready`. */
export function checkTile(glb: Uint8Array): string[] {
  const tile = readGlb(glb);
  const { json } = tile;
  const metadata = json.extensions.EXT_structural_metadata;
  const faults = checkMetadata(glb, json, metadata);
  const table = metadata.propertyTables[0]!;
  for (const key of Object.keys(table.properties)) {
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
