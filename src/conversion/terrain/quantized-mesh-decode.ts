import { fromOct } from './quantized-mesh.ts';

/** What a quantized-mesh tile holds, in the file's own steps. */
export interface DecodedTile {
  readonly centre: readonly [number, number, number];
  readonly minimumM: number;
  readonly maximumM: number;
  readonly sphere: { readonly centre: readonly [number, number, number]; readonly radiusM: number };
  readonly occlusionPoint: readonly [number, number, number];
  readonly u: Uint16Array;
  readonly v: Uint16Array;
  readonly h: Uint16Array;
  readonly triangles: Uint32Array;
  readonly west: Uint32Array;
  readonly south: Uint32Array;
  readonly east: Uint32Array;
  readonly north: Uint32Array;
  readonly normals: Float32Array | undefined;
}

/** Reads a quantized-mesh 1.0 tile as the specification says. Throws RangeError where the bytes end early. */
export function decodeQuantizedMesh(bytes: Uint8Array): DecodedTile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const advance = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const readDouble = () => view.getFloat64(advance(8), true);
  const readFloat = () => view.getFloat32(advance(4), true);
  const readCount = () => view.getUint32(advance(4), true);
  const readPoint = () => [readDouble(), readDouble(), readDouble()] as const;

  const centre = readPoint();
  const minimumM = readFloat();
  const maximumM = readFloat();
  const sphere = { centre: readPoint(), radiusM: readDouble() };
  const occlusionPoint = readPoint();

  const count = readCount();
  const readDeltas = () => {
    const values = new Uint16Array(count);
    let value = 0;
    for (let vertex = 0; vertex < count; vertex++) {
      const code = view.getUint16(advance(2), true);
      value += (code >> 1) ^ -(code & 1);
      values[vertex] = value;
    }
    return values;
  };
  const u = readDeltas();
  const v = readDeltas();
  const h = readDeltas();

  const isWide = count > 65536;
  const indexBytes = isWide ? 4 : 2;
  at = Math.ceil(at / indexBytes) * indexBytes;
  const readIndices = (length: number) => {
    const indices = new Uint32Array(length);
    for (let index = 0; index < length; index++, at += indexBytes) {
      indices[index] = isWide ? view.getUint32(at, true) : view.getUint16(at, true);
    }
    return indices;
  };
  const triangles = readIndices(readCount() * 3);
  let highest = 0;
  for (let index = 0; index < triangles.length; index++) {
    const code = triangles[index]!;
    triangles[index] = highest - code;
    if (code === 0) highest++;
  }
  const [west, south, east, north] = [
    readIndices(readCount()),
    readIndices(readCount()),
    readIndices(readCount()),
    readIndices(readCount()),
  ];

  let normals: Float32Array | undefined;
  while (at < bytes.byteLength) {
    const extension = view.getUint8(at++);
    const length = readCount();
    if (extension === 1) {
      normals = new Float32Array(count * 3);
      for (let vertex = 0; vertex < count; vertex++) {
        const ox = view.getUint8(at + vertex * 2);
        normals.set(fromOct(ox, view.getUint8(at + vertex * 2 + 1)), vertex * 3);
      }
    }
    at += length;
  }
  return {
    centre,
    minimumM,
    maximumM,
    sphere,
    occlusionPoint,
    u,
    v,
    h,
    triangles,
    west,
    south,
    east,
    north,
    normals,
  };
}
