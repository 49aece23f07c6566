// Groups of cells that hang together by their sides.

export interface Component {
  readonly cells: Int32Array;
  /** Row-major cell in the middle of the group: nearest to its centre. */
  readonly middle: number;
}

/** Groups of the cells that `isIn` names, the first found first. */
export function findComponents(
  width: number,
  height: number,
  isIn: (cell: number) => boolean,
): Component[] {
  const seen = new Uint8Array(width * height);
  const found: Component[] = [];
  const stack: number[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || !isIn(start)) continue;
    const cells: number[] = [];
    seen[start] = 1;
    stack.push(start);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      cells.push(cell);
      const column = cell % width;
      if (column > 0) visit(cell - 1);
      if (column < width - 1) visit(cell + 1);
      if (cell >= width) visit(cell - width);
      if (cell + width < seen.length) visit(cell + width);
    }
    found.push({ cells: Int32Array.from(cells), middle: middleOf(cells, width) });
  }
  return found;

  function visit(cell: number): void {
    if (seen[cell] === 1 || !isIn(cell)) return;
    seen[cell] = 1;
    stack.push(cell);
  }
}

function middleOf(cells: readonly number[], width: number): number {
  let x = 0;
  let y = 0;
  for (const cell of cells) {
    x += cell % width;
    y += Math.floor(cell / width);
  }
  x /= cells.length;
  y /= cells.length;
  let best = cells[0] ?? 0;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const off = ((cell % width) - x) ** 2 + (Math.floor(cell / width) - y) ** 2;
    if (off < least) {
      least = off;
      best = cell;
    }
  }
  return best;
}
