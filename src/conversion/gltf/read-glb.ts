// Reads one of our tiles back: vertices in Earth-centred metres, feature ids, property table values.
// For tests and benches, which have to see what a viewer sees.

import { MeshoptDecoder } from 'meshoptimizer';
import {
  COMPONENTS,
  type GltfJson,
  NUMBERS,
  type PropertySchema,
  type StoredProperty,
  WIDTHS,
} from './gltf-json.ts';

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
  const view = new DataView(glb.buffer, glb.byteOffset, glb.byteLength);
  const jsonLength = view.getUint32(12, true);
  const json: GltfJson = JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + jsonLength)));
  const binary = new Uint8Array(glb.subarray(28 + jsonLength));

  const readView = (number: number): Uint8Array<ArrayBuffer> => {
    const bufferView = json.bufferViews[number]!;
    const packed = bufferView.extensions?.EXT_meshopt_compression;
    const from = packed ?? bufferView;
    const bytes = binary.slice(from.byteOffset ?? 0, (from.byteOffset ?? 0) + from.byteLength);
    if (!packed) return bytes;
    const plain = new Uint8Array(packed.count * packed.byteStride);
    MeshoptDecoder.decodeGltfBuffer(
      plain,
      packed.count,
      packed.byteStride,
      bytes,
      packed.mode,
      packed.filter,
    );
    return plain;
  };
  const readAccessor = (number: number) => {
    const { bufferView, componentType, count, type } = json.accessors[number]!;
    const bytes = readView(bufferView);
    const Values = COMPONENTS[componentType];
    const width = WIDTHS[type];
    const stride =
      (json.bufferViews[bufferView]!.byteStride ?? width * Values.BYTES_PER_ELEMENT) /
      Values.BYTES_PER_ELEMENT;
    const source = new Values(
      bytes.buffer,
      bytes.byteOffset,
      bytes.byteLength / Values.BYTES_PER_ELEMENT,
    );
    const values = new Values(count * width);
    for (let at = 0; at < count; at++) {
      for (let part = 0; part < width; part++)
        values[at * width + part] = source[at * stride + part]!;
    }
    return values;
  };

  const primitive = json.meshes[0]!.primitives[0]!;
  const { attributes } = primitive;
  const table = json.extensions.EXT_structural_metadata.propertyTables[0]!;
  const { schema } = json.extensions.EXT_structural_metadata;
  const properties = new Map(
    Object.entries(table.properties).map(([key, stored]) => [
      key,
      readProperty(schema, key, stored, table.count, readView),
    ]),
  );
  return {
    json,
    positions: toEcef(readAccessor(attributes.POSITION), json.nodes[0]!.matrix),
    normals: readAccessor(attributes.NORMAL) as Int8Array,
    rows: readAccessor(attributes._FEATURE_ID_0),
    cityIndex: readAccessor(attributes._FEATURE_ID_1),
    surfaces: readAccessor(attributes._SURFACE),
    triangles: primitive.mode === 4 ? readAccessor(primitive.indices) : [],
    rowCount: table.count,
    properties,
  };
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
