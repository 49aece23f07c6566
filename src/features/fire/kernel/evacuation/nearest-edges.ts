// Distance from every point of a raster to the nearest edge of some rings: exact beside the edges, from there the nearest
// edge is handed on from neighbour to neighbour (Danielsson 1980, with edges in the place of points). m.

export interface Raster {
  /** Of the point in column 0 and row 0; rows count north. */
  readonly xM: number;
  readonly yM: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
}

type Ring = readonly (readonly [xM: number, yM: number])[];

/** Rows of points one after another; ∞ where there is no edge at all. */
export function nearestEdges(
  { xM, yM, cellM, columns, rows }: Raster,
  rings: readonly Ring[],
): { readonly distanceM: Float64Array } {
  const edges = edgesOf(rings);
  const nearest = new Int32Array(columns * rows).fill(-1);
  const squared = new Float64Array(columns * rows).fill(Infinity);
  const offer = (column: number, row: number, edge: number) => {
    const cell = row * columns + column;
    if (edge < 0 || nearest[cell] === edge) return;
    const found = squaredTo(edges, edge, xM + column * cellM, yM + row * cellM);
    if (found >= squared[cell]!) return;
    squared[cell] = found;
    nearest[cell] = edge;
  };
  for (let edge = 0; edge * 4 < edges.length; edge++) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = edges.subarray(edge * 4, edge * 4 + 4);
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / cellM) + 1;
    for (let step = 0; step <= steps; step++) {
      const column = Math.round((x0 + ((x1 - x0) * step) / steps - xM) / cellM);
      const row = Math.round((y0 + ((y1 - y0) * step) / steps - yM) / cellM);
      for (let up = Math.max(0, row - 1); up <= Math.min(rows - 1, row + 1); up++)
        for (
          let right = Math.max(0, column - 1);
          right <= Math.min(columns - 1, column + 1);
          right++
        )
          offer(right, up, edge);
    }
  }
  const from = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows
      ? -1
      : nearest[row * columns + column]!;
  // Twice: what comes round a corner needs the second time.
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        for (const right of [-1, 0, 1]) offer(column, row, from(column + right, row - 1));
        offer(column, row, from(column - 1, row));
      }
      for (let column = columns - 1; column >= 0; column--)
        offer(column, row, from(column + 1, row));
    }
    for (let row = rows - 1; row >= 0; row--) {
      for (let column = columns - 1; column >= 0; column--) {
        for (const right of [-1, 0, 1]) offer(column, row, from(column + right, row + 1));
        offer(column, row, from(column + 1, row));
      }
      for (let column = 0; column < columns; column++) offer(column, row, from(column - 1, row));
    }
  }
  return { distanceM: squared.map(Math.sqrt) };
}

/** x0, y0, x1, y1 of each edge; rings close by themselves. */
function edgesOf(rings: readonly Ring[]): Float64Array {
  const edges: number[] = [];
  for (const ring of rings) {
    let before = ring[ring.length - 1];
    for (const point of ring) {
      if (before && (before[0] !== point[0] || before[1] !== point[1]))
        edges.push(before[0], before[1], point[0], point[1]);
      before = point;
    }
  }
  return Float64Array.from(edges);
}

function squaredTo(edges: Float64Array, edge: number, x: number, y: number): number {
  const x0 = edges[edge * 4]!;
  const y0 = edges[edge * 4 + 1]!;
  const alongX = edges[edge * 4 + 2]! - x0;
  const alongY = edges[edge * 4 + 3]! - y0;
  const share = ((x - x0) * alongX + (y - y0) * alongY) / (alongX * alongX + alongY * alongY);
  const kept = Math.min(1, Math.max(0, share));
  const awayX = x0 + kept * alongX - x;
  const awayY = y0 + kept * alongY - y;
  return awayX * awayX + awayY * awayY;
}
