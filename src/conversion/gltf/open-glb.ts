// A GLB's JSON and the numbers of its accessors, as any glTF 2.0 may hold them: shared and strided buffer views,
// byte offsets, EXT_meshopt_compression, KHR_mesh_quantization.

import { MeshoptDecoder } from 'meshoptimizer';

type Mode = 'ATTRIBUTES' | 'TRIANGLES' | 'INDICES';

interface Packed {
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly byteStride: number;
  readonly count: number;
  readonly mode: Mode;
  readonly filter?: 'NONE' | 'OCTAHEDRAL' | 'QUATERNION' | 'EXPONENTIAL';
}

export interface GlbAccessor {
  readonly bufferView?: number;
  readonly byteOffset?: number;
  readonly componentType: keyof typeof COMPONENTS;
  readonly normalized?: boolean;
  readonly count: number;
  readonly type: keyof typeof WIDTHS;
}

export interface GlbJson {
  readonly scene?: number;
  readonly scenes?: readonly { readonly nodes?: readonly number[] }[];
  readonly nodes?: readonly GlbNode[];
  readonly meshes?: readonly { readonly primitives: readonly GlbPrimitive[] }[];
  readonly materials?: readonly {
    readonly alphaMode?: string;
    readonly pbrMetallicRoughness?: { readonly baseColorFactor?: readonly number[] };
  }[];
  readonly accessors?: readonly GlbAccessor[];
  readonly bufferViews?: readonly {
    readonly byteOffset?: number;
    readonly byteLength: number;
    readonly byteStride?: number;
    readonly extensions?: { readonly EXT_meshopt_compression?: Packed };
  }[];
}

export interface GlbNode {
  readonly mesh?: number;
  readonly children?: readonly number[];
  readonly matrix?: readonly number[];
  readonly translation?: readonly number[];
  readonly rotation?: readonly number[];
  readonly scale?: readonly number[];
  readonly extensions?: {
    readonly EXT_mesh_gpu_instancing?: { readonly attributes: Readonly<Record<string, number>> };
  };
}

export interface GlbPrimitive {
  readonly attributes: Readonly<Record<string, number>>;
  readonly indices?: number;
  readonly material?: number;
  readonly mode?: number;
}

export interface OpenGlb {
  readonly json: GlbJson;
  /** Bytes of a buffer view, unpacked; starts its buffer. */
  viewOf(bufferView: number): Uint8Array<ArrayBuffer>;
  /** `count × width` numbers; whole numbers that stand for fractions are still whole. */
  numbersOf(accessor: number): NumberArray;
  /** The same as fractions where the accessor is normalised. */
  valuesOf(accessor: number): Float32Array;
}

type NumberArray = InstanceType<(typeof COMPONENTS)[keyof typeof COMPONENTS]>;

const COMPONENTS = {
  5120: Int8Array,
  5121: Uint8Array,
  5122: Int16Array,
  5123: Uint16Array,
  5125: Uint32Array,
  5126: Float32Array,
} as const;
/** Largest value of a normalised component: what stands for 1. */
const FULL: Readonly<Record<number, number>> = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 } as const;
const MAGIC = 0x46546c67;

/** Settles when GLBs can be opened. */
export const glbReady: Promise<void> = MeshoptDecoder.ready;

/** Call after `glbReady`; throws one sentence naming `file` for what is no GLB. */
export function openGlb(glb: Uint8Array, file: string): OpenGlb {
  if (glb.byteLength < 28) throw new Error(`${file} is no GLB: it is too short.`);
  const head = new DataView(glb.buffer, glb.byteOffset, glb.byteLength);
  if (head.getUint32(0, true) !== MAGIC) throw new Error(`${file} is no GLB.`);
  const jsonLength = head.getUint32(12, true);
  const binaryAt = 28 + jsonLength;
  if (binaryAt > glb.byteLength) throw new Error(`${file} is cut short.`);
  const json: GlbJson = JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + jsonLength)));
  const binary = glb.subarray(binaryAt);
  const views = new Map<number, Uint8Array<ArrayBuffer>>();

  function viewOf(number: number): Uint8Array<ArrayBuffer> {
    const known = views.get(number);
    if (known) return known;
    const view = json.bufferViews?.[number];
    if (!view) throw new Error(`${file} has no buffer view ${number}.`);
    const packed = view.extensions?.EXT_meshopt_compression;
    const { byteOffset = 0, byteLength } = packed ?? view;
    // A copy begins where any array type may be laid over it.
    const bytes = binary.slice(byteOffset, byteOffset + byteLength);
    const plain = packed ? unpack(packed, bytes) : bytes;
    views.set(number, plain);
    return plain;
  }

  function accessorOf(number: number): GlbAccessor {
    const accessor = json.accessors?.[number];
    if (!accessor) throw new Error(`${file} has no accessor ${number}.`);
    return accessor;
  }

  function numbersOf(number: number): NumberArray {
    const { bufferView, byteOffset = 0, componentType, count, type } = accessorOf(number);
    const Values = COMPONENTS[componentType];
    const width = WIDTHS[type];
    const values = new Values(count * width);
    if (bufferView === undefined) return values;
    const bytes = viewOf(bufferView);
    const stride = json.bufferViews?.[bufferView]?.byteStride ?? width * Values.BYTES_PER_ELEMENT;
    const step = stride / Values.BYTES_PER_ELEMENT;
    const first = byteOffset / Values.BYTES_PER_ELEMENT;
    const source = new Values(
      bytes.buffer,
      0,
      Math.floor(bytes.byteLength / Values.BYTES_PER_ELEMENT),
    );
    for (let at = 0; at < count; at++) {
      for (let part = 0; part < width; part++) {
        values[at * width + part] = source[first + at * step + part]!;
      }
    }
    return values;
  }

  return {
    json,
    viewOf,
    numbersOf,
    valuesOf(number) {
      const { normalized, componentType } = accessorOf(number);
      const full = normalized ? (FULL[componentType] ?? 1) : 1;
      const values = Float32Array.from(numbersOf(number));
      // The least signed value is one step below minus one.
      if (full > 1)
        for (let at = 0; at < values.length; at++) values[at] = Math.max(-1, values[at]! / full);
      return values;
    },
  };
}

function unpack(packed: Packed, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { count, byteStride, mode, filter } = packed;
  const plain = new Uint8Array(count * byteStride);
  MeshoptDecoder.decodeGltfBuffer(plain, count, byteStride, bytes, mode, filter);
  return plain;
}
