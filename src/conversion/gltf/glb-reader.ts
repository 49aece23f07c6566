// What a GLB of ours holds: its JSON, and the numbers behind views and accessors, unpacked where meshopt packed
// them. Call after `MeshoptDecoder.ready`.

import { MeshoptDecoder } from 'meshoptimizer';
import { COMPONENTS, type GltfAccessor, type GltfBuffers, WIDTHS } from './gltf-json.ts';

export type Numbers = InstanceType<(typeof COMPONENTS)[keyof typeof COMPONENTS]>;

export interface GlbReader<Json> {
  readonly json: Json;
  view(number: number): Uint8Array<ArrayBuffer>;
  /** Numbers of an accessor without the gaps between its elements. */
  accessor(number: number): Numbers;
}

export function openGlb<Json extends GltfBuffers>(glb: Uint8Array): GlbReader<Json> {
  const header = new DataView(glb.buffer, glb.byteOffset, glb.byteLength);
  const jsonLength = header.getUint32(12, true);
  const json: Json = JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + jsonLength)));
  const binary = new Uint8Array(glb.subarray(28 + jsonLength));
  // Many accessors share a view: it is unpacked once.
  const unpacked = new Map<number, Uint8Array<ArrayBuffer>>();

  function view(number: number): Uint8Array<ArrayBuffer> {
    const known = unpacked.get(number);
    if (known) return known;
    const bufferView = json.bufferViews[number]!;
    const packed = bufferView.extensions?.EXT_meshopt_compression;
    const from = packed ?? bufferView;
    const bytes = binary.slice(from.byteOffset ?? 0, (from.byteOffset ?? 0) + from.byteLength);
    if (!packed) {
      unpacked.set(number, bytes);
      return bytes;
    }
    const { count, byteStride, mode, filter } = packed;
    const plain = new Uint8Array(count * byteStride);
    MeshoptDecoder.decodeGltfBuffer(plain, count, byteStride, bytes, mode, filter);
    unpacked.set(number, plain);
    return plain;
  }

  return {
    json,
    view,
    accessor(number) {
      const accessor = json.accessors[number]!;
      return readNumbers(
        accessor,
        view(accessor.bufferView),
        json.bufferViews[accessor.bufferView]!.byteStride,
      );
    },
  };
}

function readNumbers(
  { componentType, count, type, byteOffset = 0 }: GltfAccessor,
  bytes: Uint8Array<ArrayBuffer>,
  byteStride: number | undefined,
): Numbers {
  const Values = COMPONENTS[componentType];
  const width = WIDTHS[type];
  const size = Values.BYTES_PER_ELEMENT;
  const stride = (byteStride ?? width * size) / size;
  const source = new Values(
    bytes.buffer,
    byteOffset,
    Math.floor((bytes.length - byteOffset) / size),
  );
  if (stride === width) return source.slice(0, count * width);
  const values = new Values(count * width);
  for (let at = 0; at < count; at++) {
    for (let part = 0; part < width; part++)
      values[at * width + part] = source[at * stride + part]!;
  }
  return values;
}
