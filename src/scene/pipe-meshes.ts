// What is drawn once for each piece and each thing. Rows of four floats a corner, read by the shaders.

export interface PipeMesh {
  /** Four floats a corner. */
  readonly corners: Float32Array;
  readonly indices: Uint32Array;
}

/** A strip that faces the eye: which end, which side. */
export const ribbonMesh: PipeMesh = {
  corners: Float32Array.of(0, -1, 0, 0, 0, 1, 0, 0, 1, -1, 0, 0, 1, 1, 0, 0),
  indices: Uint32Array.of(0, 2, 1, 1, 2, 3),
};

/** Rings of corners from one end to the other: which end, direction in the section (2), how far beyond the end. */
export function tubeMesh(sides: number, hasCaps: boolean): PipeMesh {
  const half = Math.SQRT1_2;
  const rings: readonly (readonly [end: number, cap: number])[] = hasCaps
    ? [
        ...([
          [0, 1],
          [0, half],
          [0, 0],
        ] as const),
        ...([
          [1, 0],
          [1, half],
          [1, 1],
        ] as const),
      ]
    : [
        [0, 0],
        [1, 0],
      ];
  return latheMesh(sides, rings);
}

/** Rings of corners of a body that is turned about an axis: number of the ring, direction (2), nothing. */
export const thingMesh = (sides: number, rings: number): PipeMesh =>
  latheMesh(
    sides,
    Array.from({ length: rings }, (_, ring) => [ring, 0] as const),
  );

function latheMesh(sides: number, rings: readonly (readonly [number, number])[]): PipeMesh {
  const across = sides + 1;
  const corners = new Float32Array(rings.length * across * 4);
  const indices = new Uint32Array((rings.length - 1) * sides * 6);
  let at = 0;
  for (const [first, last] of rings) {
    for (let side = 0; side < across; side++) {
      const angle = (2 * Math.PI * side) / sides;
      corners.set([first, Math.cos(angle), Math.sin(angle), last], at);
      at += 4;
    }
  }
  at = 0;
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let side = 0; side < sides; side++) {
      const a = ring * across + side;
      const b = a + across;
      indices.set([a, b, a + 1, a + 1, b, b + 1], at);
      at += 6;
    }
  }
  return { corners, indices };
}
