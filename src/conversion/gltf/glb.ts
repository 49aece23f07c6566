// Binary glTF: buffer views, meshopt compression (EXT_meshopt_compression), the container.

import { MeshoptEncoder } from 'meshoptimizer';

export type MeshoptMode = 'ATTRIBUTES' | 'TRIANGLES' | 'INDICES';

interface View {
  readonly bytes: Uint8Array;
  readonly stride: number;
  readonly target: number | undefined;
  /** How meshopt packs it; undefined: never (most columns of property tables). */
  readonly mode: MeshoptMode | undefined;
  /** Byte normals are packed as octahedral pairs. */
  readonly isOctahedral?: boolean;
}

/** Resolves once the compressor has started; `formatGlb` compresses only after that. */
export const glbReady: Promise<void> = MeshoptEncoder.ready;

const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;
const aligned8 = (bytes: number) => (bytes + 7) & ~7;

/** Collects buffer views; each call gives the view's number. */
export class GlbViews {
  readonly #views: View[] = [];

  addVertices(values: ArrayBufferView, stride: number): number {
    return this.#add({ bytes: toBytes(values), stride, target: ARRAY_BUFFER, mode: 'ATTRIBUTES' });
  }

  /** Unit normals as bytes x, y, z, 0; their packed form is octahedral, within 1°. */
  addNormals(values: Int8Array): number {
    return this.#add({
      bytes: toBytes(values),
      stride: 4,
      target: ARRAY_BUFFER,
      mode: 'ATTRIBUTES',
      isOctahedral: true,
    });
  }

  addIndices(values: Uint16Array | Uint32Array, mode: 'TRIANGLES' | 'INDICES'): number {
    const stride = values.BYTES_PER_ELEMENT;
    return this.#add({ bytes: toBytes(values), stride, target: ELEMENT_ARRAY_BUFFER, mode });
  }

  /** Whole numbers of a table that mostly ascend, such as where texts begin: packed by their differences. */
  addSequence(values: Uint16Array | Uint32Array): number {
    const stride = values.BYTES_PER_ELEMENT;
    return this.#add({ bytes: toBytes(values), stride, target: undefined, mode: 'INDICES' });
  }

  addTable(values: ArrayBufferView): number {
    return this.#add({ bytes: toBytes(values), stride: 0, target: undefined, mode: undefined });
  }

  /** The GLB of `json`, to which the buffers and views are added; deterministic. */
  format(json: Record<string, unknown>, { isCompressed }: { isCompressed: boolean }): Uint8Array {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let fallbackLength = 0;
    const bufferViews = this.#views.map(({ bytes, stride, target, mode, isOctahedral }) => {
      const isPacked = isCompressed && mode !== undefined;
      const chunk = isPacked
        ? encode(isOctahedral ? toOctahedral(bytes) : bytes, stride, mode)
        : bytes;
      const placed = { buffer: 0, byteOffset: length, byteLength: chunk.length };
      chunks.push(chunk);
      length += aligned8(chunk.length);
      const plain = {
        ...(target === ARRAY_BUFFER ? { byteStride: stride } : {}),
        ...(target === undefined ? {} : { target }),
      };
      if (!isPacked) return { ...placed, ...plain };
      const fallback = { buffer: 1, byteOffset: fallbackLength, byteLength: bytes.length };
      fallbackLength += aligned8(bytes.length);
      const packing = {
        ...placed,
        byteStride: stride,
        mode,
        count: bytes.length / stride,
        ...(isOctahedral ? { filter: 'OCTAHEDRAL' } : {}),
      };
      return { ...fallback, ...plain, extensions: { EXT_meshopt_compression: packing } };
    });
    const buffers: Record<string, unknown>[] = [{ byteLength: length }];
    if (fallbackLength > 0) {
      const extensions = { EXT_meshopt_compression: { fallback: true } };
      buffers.push({ byteLength: fallbackLength, extensions });
    }
    return formatContainer({ ...json, buffers, bufferViews }, chunks, length);
  }

  #add(view: View): number {
    this.#views.push(view);
    return this.#views.length - 1;
  }
}

// Version 0 of the codec is the one that EXT_meshopt_compression names.
const encode = (bytes: Uint8Array, stride: number, mode: MeshoptMode) =>
  MeshoptEncoder.encodeGltfBuffer(bytes, bytes.length / stride, stride, mode, 0);

function toOctahedral(normals: Uint8Array): Uint8Array {
  const signed = new Int8Array(normals.buffer, normals.byteOffset, normals.length);
  const units = new Float32Array(signed.length);
  for (let at = 0; at < signed.length; at++) units[at] = signed[at]! / 127;
  return MeshoptEncoder.encodeFilterOct(units, signed.length / 4, 4, 8);
}

function formatContainer(
  json: Record<string, unknown>,
  chunks: readonly Uint8Array[],
  binaryLength: number,
): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  // The binary chunk's content has to start at a multiple of eight for property tables: 28 bytes of headers.
  const jsonLength = aligned8(text.length + 4) - 4;
  const glb = new Uint8Array(28 + jsonLength + binaryLength);
  const view = new DataView(glb.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, glb.length, true);
  view.setUint32(12, jsonLength, true);
  view.setUint32(16, 0x4e4f534a, true);
  glb.fill(0x20, 20, 20 + jsonLength);
  glb.set(text, 20);
  view.setUint32(20 + jsonLength, binaryLength, true);
  view.setUint32(24 + jsonLength, 0x004e4942, true);
  let at = 28 + jsonLength;
  for (const chunk of chunks) {
    glb.set(chunk, at);
    at += aligned8(chunk.length);
  }
  return glb;
}

const toBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
