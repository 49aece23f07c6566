// Reads one of our tiles back: vertices in Earth-centred metres, feature ids, property table values.
// For tests and benches, which have to see what a viewer sees.

import {
  type GltfJson,
  type Metadata,
  NUMBERS,
  type PropertySchema,
  type StoredProperty,
} from './gltf-json.ts';
import { openGlb } from './open-glb.ts';

export interface ReadTile {
  readonly json: GltfJson;
  /** Earth-centred x, y, z a vertex, m. */
  readonly positions: Float64Array;
  readonly normals: Int8Array;
  readonly rows: ArrayLike<number>;
  readonly cityIndex: ArrayLike<number>;
  readonly surfaces: ArrayLike<number>;
  readonly triangles: ArrayLike<number>;
  readonly rowCount: number;
  /** Values of each property by row; undefined where a row has none. */
  readonly properties: ReadonlyMap<string, readonly (string | number | boolean | undefined)[]>;
}

/** Call after `MeshoptDecoder.ready`. */
export function readGlb(glb: Uint8Array): ReadTile {
  const { json: plain, viewOf, numbersOf } = openGlb(glb, 'The tile');
  const json = plain as unknown as GltfJson;
  const primitive = json.meshes[0]!.primitives[0]!;
  const { attributes } = primitive;
  const metadata = json.extensions.EXT_structural_metadata;
  return {
    json,
    positions: toEcef(numbersOf(attributes.POSITION), json.nodes[0]!.matrix),
    normals: numbersOf(attributes.NORMAL) as Int8Array,
    rows: numbersOf(attributes._FEATURE_ID_0),
    cityIndex: numbersOf(attributes._FEATURE_ID_1),
    surfaces: numbersOf(attributes._SURFACE),
    triangles: primitive.mode === 4 ? numbersOf(primitive.indices) : [],
    rowCount: metadata.propertyTables[0]!.count,
    properties: readProperties(metadata, viewOf),
  };
}

/** Values of each property by row; undefined where a row has none. */
export function readProperties(
  { schema, propertyTables }: Metadata,
  readView: (number: number) => Uint8Array<ArrayBuffer>,
): ReadTile['properties'] {
  const { properties, count } = propertyTables[0]!;
  return new Map(
    Object.entries(properties).map(([key, stored]) => [
      key,
      readProperty(schema, key, stored, count, readView),
    ]),
  );
}

/** Through the node's matrix, then from y-up to z-up as 3D Tiles does it. */
function toEcef(values: ArrayLike<number>, m: readonly number[]): Float64Array {
  const positions = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 3) {
    const [x, y, z] = [values[at]!, values[at + 1]!, values[at + 2]!];
    const row = (number: number) =>
      m[number]! * x + m[4 + number]! * y + m[8 + number]! * z + m[12 + number]!;
    positions[at] = row(0);
    positions[at + 1] = -row(2);
    positions[at + 2] = row(1);
  }
  return positions;
}

function readProperty(
  schema: PropertySchema,
  key: string,
  stored: StoredProperty,
  count: number,
  readView: (number: number) => Uint8Array<ArrayBuffer>,
) {
  const declared = schema.classes.feature.properties[key]!;
  const bytes = readView(stored.values);
  const rows = Array.from({ length: count }, (_, row) => row);
  const withoutNone = <Value>(value: Value) => (value === declared.noData ? undefined : value);
  switch (declared.type) {
    case 'STRING': {
      const Offsets = NUMBERS[stored.stringOffsetType];
      const offsets = new Offsets(readView(stored.stringOffsets).buffer);
      const decoder = new TextDecoder();
      return rows.map((row) =>
        withoutNone(decoder.decode(bytes.subarray(offsets[row], offsets[row + 1]))),
      );
    }
    case 'BOOLEAN':
      return rows.map((row) => ((bytes[row >> 3]! >> (row & 7)) & 1) === 1);
    case 'ENUM': {
      const { valueType, values } = schema.enums[declared.enumType]!;
      const codes = new NUMBERS[valueType](bytes.buffer);
      const nameOf = new Map(values.map(({ name, value }) => [value, name]));
      return rows.map((row) => withoutNone(nameOf.get(codes[row]!)));
    }
    default: {
      const numbers = new NUMBERS[declared.componentType](bytes.buffer);
      return rows.map((row) => withoutNone(numbers[row]!));
    }
  }
}
