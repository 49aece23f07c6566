// Distances to a shore, inside and outside, by the exact transform of Felzenszwalb & Huttenlocher (2012,
// Theory of Computing 8): squared distances along rows, then along columns.

/** Signed, in cells: positive where `isWater` holds, to the middle of the nearest cell of the other kind. */
export function shoreDistances(isWater: Uint8Array, width: number, height: number): Float32Array {
  const toLand = squaredDistances(isWater, width, height, 0);
  const toWater = squaredDistances(isWater, width, height, 1);
  const signed = new Float32Array(isWater.length);
  for (let at = 0; at < signed.length; at++) {
    signed[at] = isWater[at] ? Math.sqrt(toLand[at]!) - 0.5 : 0.5 - Math.sqrt(toWater[at]!);
  }
  return signed;
}

const FAR = 1e9;

/** Squared distances of each cell to the nearest that holds `wanted`, in cells; 1e9 where there is none. */
export function squaredDistances(
  cells: Uint8Array,
  width: number,
  height: number,
  wanted: number,
): Float32Array {
  const squares = new Float32Array(cells.length);
  for (let at = 0; at < cells.length; at++) squares[at] = cells[at] === wanted ? 0 : FAR;
  const longest = Math.max(width, height);
  const line = new Float64Array(longest);
  const result = new Float64Array(longest);
  const parabolas = new Int32Array(longest);
  const borders = new Float64Array(longest + 1);
  const pass = (first: number, step: number, count: number) => {
    for (let at = 0; at < count; at++) line[at] = squares[first + at * step]!;
    lowest(line, count, result, parabolas, borders);
    for (let at = 0; at < count; at++) squares[first + at * step] = result[at]!;
  };
  for (let row = 0; row < height; row++) pass(row * width, 1, width);
  for (let column = 0; column < width; column++) pass(column, width, height);
  return squares;
}

/** The lower envelope of parabolas over one line. */
function lowest(
  line: Float64Array,
  count: number,
  result: Float64Array,
  parabolas: Int32Array,
  borders: Float64Array,
): void {
  let last = 0;
  parabolas[0] = 0;
  borders[0] = -Infinity;
  borders[1] = Infinity;
  for (let at = 1; at < count; at++) {
    let meet = 0;
    for (;;) {
      const other = parabolas[last]!;
      meet = (line[at]! + at * at - line[other]! - other * other) / (2 * (at - other));
      if (meet > borders[last]!) break;
      last--;
    }
    last++;
    parabolas[last] = at;
    borders[last] = meet;
    borders[last + 1] = Infinity;
  }
  last = 0;
  for (let at = 0; at < count; at++) {
    while (borders[last + 1]! < at) last++;
    const other = parabolas[last]!;
    result[at] = (at - other) ** 2 + line[other]!;
  }
}
