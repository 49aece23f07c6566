// A right-triangulated irregular network of a square grid (Evans, Kirkpatrick and Townsend 2001): the grid's
// triangles are halved at the middle of their longest side until the heights there are met to a tolerance.
// Nodes are row-major from the south-west; the grid has 2^k + 1 nodes a side.

export interface RtinMesh {
  /** Column and row of each vertex, in the order in which the triangles first use them. */
  readonly columns: Uint16Array;
  readonly rows: Uint16Array;
  /** Three vertices a triangle, counterclockwise seen from above. */
  readonly triangles: Uint32Array;
}

export interface RtinTolerance {
  /** Greatest distance of the mesh from the heights, m. */
  readonly toleranceM: number;
  /** Length of a cell, m: long triangles sag below the round Earth, which counts as error too. */
  readonly cellM: number;
}

const EARTH_M = 6378137;
const sagM = (lengthM: number) => (lengthM * lengthM) / (8 * EARTH_M);

/**
 * Simplifies a grid of heights (m). The sides are simplified first, each by its own heights alone, and `heights`
 * is changed there to lie on what is left: two tiles that share a side so get the same line along it, whatever
 * else they look like, and no crack opens.
 */
export function simplifyGrid(
  heights: Float64Array,
  nodes: number,
  tolerance: RtinTolerance,
): RtinMesh {
  const errors = new Float64Array(nodes * nodes);
  for (const side of sides(nodes)) keepSide(heights, errors, side, tolerance);
  measureErrors(heights, errors, nodes, tolerance.cellM);
  return extract(errors, nodes, tolerance.toleranceM);
}

interface Side {
  readonly start: number;
  readonly step: number;
  readonly nodes: number;
}

const sides = (nodes: number): Side[] => [
  { start: 0, step: 1, nodes },
  { start: nodes * (nodes - 1), step: 1, nodes },
  { start: 0, step: nodes, nodes },
  { start: nodes - 1, step: nodes, nodes },
];

function keepSide(
  heights: Float64Array,
  errors: Float64Array,
  { start, step, nodes }: Side,
  { toleranceM, cellM }: RtinTolerance,
): void {
  const at = (node: number) => heights[start + node * step]!;
  const isKept = (first: number, last: number): boolean => {
    if (last - first < 2) return false;
    const middle = (first + last) / 2;
    const isInner = [isKept(first, middle), isKept(middle, last)].includes(true);
    const bend = Math.abs(at(middle) - (at(first) + at(last)) / 2);
    const keep = isInner || bend + sagM((last - first) * cellM) > toleranceM;
    if (keep) errors[start + middle * step] = Number.POSITIVE_INFINITY;
    return keep;
  };
  isKept(0, nodes - 1);
  let before = 0;
  for (let node = 1; node < nodes; node++) {
    if (node < nodes - 1 && errors[start + node * step] !== Number.POSITIVE_INFINITY) continue;
    for (let between = before + 1; between < node; between++) {
      const t = (between - before) / (node - before);
      heights[start + between * step] = (1 - t) * at(before) + t * at(node);
    }
    before = node;
  }
}

// An error holds for the middle of a longest side and is at least that of every middle below it, so that a
// vertex that is kept has all it hangs on.
function measureErrors(
  heights: Float64Array,
  errors: Float64Array,
  nodes: number,
  cellM: number,
): void {
  const last = nodes - 1;
  const raise = (at: number, own: number) => {
    if (own > errors[at]!) errors[at] = own;
  };
  const bend = (at: number, a: number, b: number) =>
    Math.abs(heights[at]! - (heights[a]! + heights[b]!) / 2);

  for (let size = 2; size <= last; size *= 2) {
    const half = size / 2;
    const quarter = size / 4;
    const sag = sagM(size * cellM);
    const diagonalSag = sagM(size * Math.SQRT2 * cellM);
    const takeCentres = (row: number, column: number) => {
      if (quarter < 1) return;
      const at = row * nodes + column;
      for (const dr of [-quarter, quarter]) {
        if (row + dr < 0 || row + dr > last) continue;
        for (const dc of [-quarter, quarter]) {
          if (column + dc < 0 || column + dc > last) continue;
          raise(at, errors[(row + dr) * nodes + column + dc]!);
        }
      }
    };
    for (let row = 0; row <= last; row += size) {
      for (let column = half; column <= last; column += size) {
        const at = row * nodes + column;
        raise(at, bend(at, at - half, at + half) + sag);
        takeCentres(row, column);
        const turned = column * nodes + row;
        raise(turned, bend(turned, turned - half * nodes, turned + half * nodes) + sag);
        takeCentres(column, row);
      }
    }
    for (let row = half; row <= last; row += size) {
      for (let column = half; column <= last; column += size) {
        const at = row * nodes + column;
        // The diagonal runs through the middle of the square twice as large, in opposite corners by turns.
        const isRising = ((row - half) / size + (column - half) / size) % 2 === 0;
        const corner = isRising ? half * nodes + half : half * nodes - half;
        raise(at, bend(at, at - corner, at + corner) + diagonalSag);
        raise(at, errors[at - half]!);
        raise(at, errors[at + half]!);
        raise(at, errors[at - half * nodes]!);
        raise(at, errors[at + half * nodes]!);
      }
    }
  }
}

function extract(errors: Float64Array, nodes: number, toleranceM: number): RtinMesh {
  const last = nodes - 1;
  const vertexOf = new Int32Array(nodes * nodes).fill(-1);
  const columns: number[] = [];
  const rows: number[] = [];
  const triangles: number[] = [];

  const use = (column: number, row: number) => {
    const at = row * nodes + column;
    if (vertexOf[at]! < 0) {
      vertexOf[at] = columns.length;
      columns.push(column);
      rows.push(row);
    }
    triangles.push(vertexOf[at]!);
  };

  // a–b is the longest side, c the right angle.
  const split = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): void => {
    const mx = (ax + bx) / 2;
    const my = (ay + by) / 2;
    if (Math.abs(ax - cx) + Math.abs(ay - cy) > 1 && errors[my * nodes + mx]! > toleranceM) {
      split(cx, cy, ax, ay, mx, my);
      split(bx, by, cx, cy, mx, my);
      return;
    }
    use(ax, ay);
    use(bx, by);
    use(cx, cy);
  };
  split(0, 0, last, last, 0, last);
  split(last, last, 0, 0, last, 0);
  return {
    columns: Uint16Array.from(columns),
    rows: Uint16Array.from(rows),
    triangles: Uint32Array.from(triangles),
  };
}
