// Distances to a shore, inside and outside: squared distances along rows, then along columns. Exact, after Felzenszwalb
// & Huttenlocher (2012, Theory of Computing 8); near a shore a short look up and down is enough, and several times faster.

/**
 * Signed, in cells: positive where `isWater` holds, to the middle of the nearest cell of the other kind. Exact up to
 * `reach` cells; farther away it is more than that.
 */
export function shoreDistances(
  isWater: Uint8Array,
  width: number,
  height: number,
  reach: number,
): Float32Array {
  const far = Math.ceil(reach) + 1;
  const along = new Uint16Array(isWater.length);
  for (let row = 0; row < height; row++) rowDistances(isWater, row * width, width, far, along);
  const isNear = blocksNearShore(isWater, width, height, far);
  const blocks = Math.ceil(width / far);
  const signed = new Float32Array(isWater.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const kind = isWater[at]!;
      let least = along[at]! ** 2;
      if (isNear[Math.floor(row / far) * blocks + Math.floor(column / far)] !== 0) {
        for (let off = 1; off < far && off * off < least; off++) {
          const square = off * off;
          if (row >= off) {
            const above = at - off * width;
            least = Math.min(least, square + (isWater[above] === kind ? along[above]! ** 2 : 0));
          }
          if (row + off < height) {
            const below = at + off * width;
            least = Math.min(least, square + (isWater[below] === kind ? along[below]! ** 2 : 0));
          }
        }
      }
      const distance = Math.sqrt(least) - 0.5;
      signed[at] = kind ? distance : -distance;
    }
  }
  return signed;
}

/** 1 for each block of `side`² cells that has a shore in it or in a block beside it. */
function blocksNearShore(
  cells: Uint8Array,
  width: number,
  height: number,
  side: number,
): Uint8Array {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  /** Bit 1: has water; bit 2: has land. */
  const kinds = new Uint8Array(columns * rows);
  for (let row = 0; row < height; row++) {
    const first = Math.floor(row / side) * columns;
    for (let column = 0; column < width; column++) {
      kinds[first + Math.floor(column / side)]! |= cells[row * width + column] ? 1 : 2;
    }
  }
  return kinds.map((_, block) => {
    const [row, column] = [Math.floor(block / columns), block % columns];
    let all = 0;
    for (let down = Math.max(0, row - 1); down <= Math.min(rows - 1, row + 1); down++) {
      for (let over = Math.max(0, column - 1); over <= Math.min(columns - 1, column + 1); over++) {
        all |= kinds[down * columns + over]!;
      }
    }
    return Number(all === 3);
  });
}

/** Cells to the nearest of the other kind in the same row, at most `far`. */
function rowDistances(
  cells: Uint8Array,
  first: number,
  count: number,
  far: number,
  into: Uint16Array,
): void {
  let since = far;
  for (let at = first; at < first + count; at++) {
    since = at > first && cells[at] !== cells[at - 1] ? 1 : Math.min(far, since + 1);
    into[at] = since;
  }
  since = far;
  for (let at = first + count - 1; at >= first; at--) {
    const isLast = at === first + count - 1;
    since = !isLast && cells[at] !== cells[at + 1] ? 1 : Math.min(far, since + 1);
    if (since < into[at]!) into[at] = since;
  }
}

const FAR = 1e9;

/** Squared distances of each cell to the nearest that holds `wanted`, in cells; 1e9 and more where there is none. */
export function squaredDistances(
  cells: Uint8Array,
  width: number,
  height: number,
  wanted: number,
): Float32Array {
  const squares = new Float32Array(cells.length);
  for (let row = 0; row < height; row++) {
    const first = row * width;
    let since = FAR;
    for (let at = first; at < first + width; at++) {
      since = cells[at] === wanted ? 0 : since + 1;
      squares[at] = since;
    }
    since = FAR;
    for (let at = first + width - 1; at >= first; at--) {
      since = cells[at] === wanted ? 0 : since + 1;
      const least = Math.min(since, squares[at]!);
      squares[at] = least >= FAR ? FAR : least * least;
    }
  }
  const line = new Float64Array(height);
  const parabolas = new Int32Array(height);
  const borders = new Float64Array(height + 1);
  for (let column = 0; column < width; column++) {
    for (let row = 0; row < height; row++) line[row] = squares[column + row * width]!;
    lowest(line, parabolas, borders, (row, value) => {
      squares[column + row * width] = value;
    });
  }
  return squares;
}

/** The lower envelope of parabolas over one line. */
function lowest(
  line: Float64Array,
  parabolas: Int32Array,
  borders: Float64Array,
  take: (at: number, value: number) => void,
): void {
  let last = 0;
  parabolas[0] = 0;
  borders[0] = -Infinity;
  borders[1] = Infinity;
  for (let at = 1; at < line.length; at++) {
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
  for (let at = 0; at < line.length; at++) {
    while (borders[last + 1]! < at) last++;
    const other = parabolas[last]!;
    take(at, (at - other) ** 2 + line[other]!);
  }
}
