// The checks that gltf-validator leaves out of the tiles of building models: EXT_mesh_features,
// EXT_instance_features, EXT_mesh_gpu_instancing and EXT_structural_metadata.

import { checkMetadata } from './check-metadata.ts';
import type { GltfBuffers, Metadata } from './gltf-json.ts';
import { type OpenGlb, openGlb } from './open-glb.ts';
import { readProperties } from './read-glb.ts';

interface FeatureIds {
  readonly featureIds: readonly {
    readonly featureCount: number;
    readonly attribute: number;
    readonly propertyTable?: number;
    readonly label: string;
  }[];
}

/** What of a tile is checked beyond what any GLB has. */
interface ModelJson extends Pick<GltfBuffers, 'bufferViews'> {
  readonly nodes: readonly {
    readonly mesh?: number;
    readonly extensions?: {
      readonly EXT_mesh_gpu_instancing: { readonly attributes: Attributes };
      readonly EXT_instance_features?: FeatureIds;
    };
  }[];
  readonly meshes: readonly {
    readonly primitives: readonly {
      readonly attributes: Attributes;
      readonly extensions?: { readonly EXT_mesh_features: FeatureIds };
    }[];
  }[];
  readonly extensions: { readonly EXT_structural_metadata: Metadata };
}

type Attributes = Readonly<Record<string, number>>;

/** One sentence for each rule that a tile breaks. Call after `glbReady` of `open-glb.ts`. */
export function checkModelTile(bytes: Uint8Array, file: string): string[] {
  const glb = openGlb(bytes, file);
  const json = glb.json as unknown as ModelJson;
  const metadata = json.extensions.EXT_structural_metadata;
  const index = readProperties(metadata, glb.viewOf).get('panopolis_index') ?? [];
  const faults = checkMetadata(bytes, json, metadata);
  for (const { mesh, extensions } of json.nodes) {
    if (mesh === undefined) continue;
    const primitive = json.meshes[mesh]!.primitives[0]!;
    const instances = extensions?.EXT_mesh_gpu_instancing.attributes;
    const features = instances
      ? extensions?.EXT_instance_features
      : primitive.extensions?.EXT_mesh_features;
    const attributes = instances ?? primitive.attributes;
    const counts = new Set(
      Object.values(attributes).map((accessor) => glb.json.accessors?.[accessor]?.count),
    );
    if (counts.size !== 1) faults.push(`mesh ${mesh} has attributes of ${[...counts]} elements.`);
    faults.push(
      ...checkFeatures(glb, features, attributes, index).map((one) => `mesh ${mesh} ${one}`),
    );
  }
  return faults.map((fault) => `${file}: ${fault}`);
}

function checkFeatures(
  glb: OpenGlb,
  features: FeatureIds | undefined,
  attributes: Attributes,
  index: readonly unknown[],
): string[] {
  const [own, element] = features?.featureIds ?? [];
  if (own?.propertyTable !== 0 || element?.label !== 'element') return ['has no feature ids.'];
  const read = (attribute: number) => {
    const accessor = attributes[`_FEATURE_ID_${attribute}`];
    return accessor === undefined ? [] : Array.from(glb.numbersOf(accessor));
  };
  const [rows, elements] = [read(own.attribute), read(element.attribute)];
  if (rows.length === 0 || rows.length !== elements.length) return ['lacks feature ids.'];
  const wrong = rows.findIndex((row, at) => index[row] !== elements[at]);
  if (wrong < 0) return own.featureCount === index.length ? [] : ['counts its features wrongly.'];
  return [
    `has row ${rows[wrong]} for element ${elements[wrong]}; the table says ${index[rows[wrong]!]}.`,
  ];
}
