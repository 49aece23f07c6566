// Matrices of 16 numbers, column-major, in double: coordinates of maps leave f32 no millimetres.

export type Matrix = Float64Array;

export const identity = (): Matrix =>
  Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

/** `one` after `other`. */
export function multiply(one: ArrayLike<number>, other: ArrayLike<number>): Matrix {
  const product = new Float64Array(16);
  for (let column = 0; column < 16; column += 4) {
    for (let row = 0; row < 4; row++) {
      product[column + row] =
        one[row]! * other[column]! +
        one[row + 4]! * other[column + 1]! +
        one[row + 8]! * other[column + 2]! +
        one[row + 12]! * other[column + 3]!;
    }
  }
  return product;
}

/** Moves what a matrix places: the matrix after a shift by x, y, z. */
export function translated(matrix: ArrayLike<number>, x: number, y: number, z: number): Matrix {
  const moved = Float64Array.from(matrix);
  for (let row = 0; row < 3; row++) {
    moved[row + 12]! += matrix[row]! * x + matrix[row + 4]! * y + matrix[row + 8]! * z;
  }
  return moved;
}

/** Undoes a matrix whose last row is 0 0 0 1; undefined for one that flattens. */
export function inverted(m: ArrayLike<number>): Matrix | undefined {
  const [a, b, c] = [m[0]!, m[1]!, m[2]!];
  const [d, e, f] = [m[4]!, m[5]!, m[6]!];
  const [g, h, i] = [m[8]!, m[9]!, m[10]!];
  const x = e * i - f * h;
  const y = f * g - d * i;
  const z = d * h - e * g;
  const volume = a * x + b * y + c * z;
  if (!(Math.abs(volume) > 1e-12)) return undefined;
  const inverse = new Float64Array(16);
  inverse[0] = x / volume;
  inverse[1] = (c * h - b * i) / volume;
  inverse[2] = (b * f - c * e) / volume;
  inverse[4] = y / volume;
  inverse[5] = (a * i - c * g) / volume;
  inverse[6] = (c * d - a * f) / volume;
  inverse[8] = z / volume;
  inverse[9] = (b * g - a * h) / volume;
  inverse[10] = (a * e - b * d) / volume;
  inverse[15] = 1;
  return translated(inverse, -m[12]!, -m[13]!, -m[14]!);
}

/** Scales where it places things, not the things: from one unit of length to another. */
export function inUnit(matrix: ArrayLike<number>, unitM: number): Matrix {
  const scaled = Float64Array.from(matrix);
  for (let row = 12; row < 15; row++) scaled[row]! *= unitM;
  return scaled;
}

/** @param result gets x, y, z of the point at `at`. */
export function transformPoint(
  matrix: ArrayLike<number>,
  points: ArrayLike<number>,
  at: number,
  result: number[] | Float64Array,
): void {
  const x = points[at]!;
  const y = points[at + 1]!;
  const z = points[at + 2]!;
  for (let axis = 0; axis < 3; axis++) {
    result[axis] =
      matrix[axis]! * x + matrix[axis + 4]! * y + matrix[axis + 8]! * z + matrix[axis + 12]!;
  }
}
