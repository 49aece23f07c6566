// What a tile holds once it is decoded: shapes, and where each of them stands for which element.

export interface TileShape {
  /** Corners x, y, z (m) in the shape's own frame. */
  readonly positions: Float32Array;
  /** Unit normals, one a corner. */
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
  /** sRGB and opacity, 4 bytes a corner. */
  readonly rgba: Uint8Array;
  /** Pairs of corners; worked out when first asked for. */
  edges?: Uint32Array;
}

/** Placed shapes, one row each. */
export interface TileContent {
  readonly shapes: readonly TileShape[];
  /** Row of the element table. */
  readonly element: Uint32Array;
  /** Row in `shapes`. */
  readonly shape: Uint32Array;
  /** 16 a row, column-major: shape's frame → model's frame, m. */
  readonly matrix: Float64Array;
}

export function bytesOf(content: TileContent): number {
  const { element, shape, matrix, shapes } = content;
  let bytes = element.byteLength + shape.byteLength + matrix.byteLength;
  for (const { positions, normals, indices, rgba } of shapes) {
    // Edges, once there, weigh about as much as the indices.
    bytes += positions.byteLength + normals.byteLength + 2 * indices.byteLength + rgba.byteLength;
  }
  return bytes;
}
