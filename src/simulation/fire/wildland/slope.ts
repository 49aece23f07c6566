// Steepness of a raster of heights and whither it goes up: Horn 1981 over the eight cells around each. m; rad; rows from
// the north southwards.

export interface Slopes {
  readonly slopeRad: Float32Array;
  /** Clockwise from north; 0 where it is level. */
  readonly upslopeRad: Float32Array;
}

/** A height that is not known (NaN), or lies beyond the edge, is taken as that of the cell itself. */
export function slopesOf(heightM: Float32Array, width: number, cellM: number): Slopes {
  const rows = heightM.length / width;
  const slopeRad = new Float32Array(heightM.length);
  const upslopeRad = new Float32Array(heightM.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const own = heightM[cell]!;
      if (Number.isNaN(own)) continue;
      const at = (east: number, south: number) => {
        const x = column + east;
        const y = row + south;
        if (x < 0 || y < 0 || x >= width || y >= rows) return own;
        const value = heightM[y * width + x]!;
        return Number.isNaN(value) ? own : value;
      };
      const toEast = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1);
      const toNorth = at(-1, -1) + 2 * at(0, -1) + at(1, -1) - at(-1, 1) - 2 * at(0, 1) - at(1, 1);
      const east = toEast / (8 * cellM);
      const north = toNorth / (8 * cellM);
      slopeRad[cell] = Math.atan(Math.hypot(east, north));
      if (east !== 0 || north !== 0) upslopeRad[cell] = Math.atan2(east, north);
    }
  return { slopeRad, upslopeRad };
}
