// Cells of a grid under a shape: a footprint with the ring of cells around it, a circle, the line of a street.
// Coordinates are columns and rows as real numbers from the north-west corner (cell 0, 0 spans 0–1).

export interface GridSize {
  readonly width: number;
  readonly height: number;
}

/** Rings of x, y pairs, one after the other; even–odd, so that courtyards are outside. */
export type ShapeRings = readonly Float64Array[];

/** Cells whose square touches the area inside `rings`, and all their neighbours; in ascending order. */
export function footprintCells(rings: ShapeRings, { width, height }: GridSize): number[] {
  const [west, north, east, south] = boundsOf(rings);
  const left = Math.floor(west);
  const top = Math.floor(north);
  const columns = Math.floor(east) - left + 1;
  const rows = Math.floor(south) - top + 1;
  const isOutside = east < -1 || south < -1 || west > width + 1 || north > height + 1;
  if (isOutside || !(columns > 0 && rows > 0) || columns * rows > width * height * 4) return [];
  const touched = new Uint8Array(columns * rows);
  for (const ring of rings) markEdges(ring, touched, left, top, columns);
  fillCentres(rings, touched, left, top, columns, rows);
  return withRing(touched, left, top, columns, rows, { width, height });
}

/** A circle as a ring of 16 points. */
export function circleRing(column: number, row: number, radiusCells: number): Float64Array {
  const ring = new Float64Array(32);
  for (let point = 0; point < 16; point++) {
    ring[point * 2] = column + radiusCells * Math.cos((point * Math.PI) / 8);
    ring[point * 2 + 1] = row + radiusCells * Math.sin((point * Math.PI) / 8);
  }
  return ring;
}

/** The cell of a point and its neighbours. */
export const pointCells = (column: number, row: number, grid: GridSize): number[] =>
  footprintCells([Float64Array.of(column, row)], grid);

/** Area of rings in cells: the outer one less those inside it. */
export function ringsArea(rings: ShapeRings): number {
  let area = 0;
  for (const [position, ring] of rings.entries()) {
    let sum = 0;
    for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
      sum += ring[last]! * ring[at + 1]! - ring[at]! * ring[last + 1]!;
    }
    area += position === 0 ? Math.abs(sum) / 2 : -Math.abs(sum) / 2;
  }
  return Math.max(0, area);
}

/** Cells along a line of x, y pairs, each once in a row, with how far along (in cells) the line enters each. */
export function lineCells(
  line: Float64Array,
  { width, height }: GridSize,
): { readonly cells: number[]; readonly stations: number[] } {
  const cells: number[] = [];
  const stations: number[] = [];
  let walked = 0;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const length = Math.hypot(line[at + 2]! - line[at]!, line[at + 3]! - line[at + 1]!);
    walkCells(line[at]!, line[at + 1]!, line[at + 2]!, line[at + 3]!, (column, row, share) => {
      if (column < 0 || row < 0 || column >= width || row >= height) return;
      const cell = row * width + column;
      if (cells[cells.length - 1] === cell) return;
      cells.push(cell);
      stations.push(walked + share * length);
    });
    walked += length;
  }
  return { cells, stations };
}

/** Every cell that a segment passes (Amanatides & Woo 1987), with the share of it where it enters. */
function walkCells(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  visit: (column: number, row: number, share: number) => void,
): void {
  let column = Math.floor(x0);
  let row = Math.floor(y0);
  const right = x1 > x0 ? 1 : -1;
  const down = y1 > y0 ? 1 : -1;
  const perColumn = x1 === x0 ? Infinity : 1 / Math.abs(x1 - x0);
  const perRow = y1 === y0 ? Infinity : 1 / Math.abs(y1 - y0);
  let nextColumn = x1 === x0 ? Infinity : (right > 0 ? column + 1 - x0 : x0 - column) * perColumn;
  let nextRow = y1 === y0 ? Infinity : (down > 0 ? row + 1 - y0 : y0 - row) * perRow;
  visit(column, row, 0);
  for (;;) {
    const share = Math.min(nextColumn, nextRow);
    if (!(share < 1)) return;
    if (nextColumn < nextRow) {
      column += right;
      nextColumn += perColumn;
    } else {
      row += down;
      nextRow += perRow;
    }
    visit(column, row, share);
  }
}

function boundsOf(rings: ShapeRings): readonly [number, number, number, number] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at]!);
      east = Math.max(east, ring[at]!);
      north = Math.min(north, ring[at + 1]!);
      south = Math.max(south, ring[at + 1]!);
    }
  }
  return [west, north, east, south];
}

function markEdges(
  ring: Float64Array,
  touched: Uint8Array,
  left: number,
  top: number,
  columns: number,
): void {
  const mark = (column: number, row: number) => {
    const at = (row - top) * columns + column - left;
    if (column >= left && column < left + columns && at >= 0 && at < touched.length)
      touched[at] = 1;
  };
  for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
    walkCells(ring[last]!, ring[last + 1]!, ring[at]!, ring[at + 1]!, mark);
  }
}

function fillCentres(
  rings: ShapeRings,
  touched: Uint8Array,
  left: number,
  top: number,
  columns: number,
  rows: number,
): void {
  const crossings: number[] = [];
  for (let row = 0; row < rows; row++) {
    const y = top + row + 0.5;
    crossings.length = 0;
    for (const ring of rings) {
      for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
        const [x0, y0, x1, y1] = [ring[last]!, ring[last + 1]!, ring[at]!, ring[at + 1]!];
        if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const first = Math.max(0, Math.ceil(crossings[pair]! - left - 0.5));
      const last = Math.min(columns - 1, Math.floor(crossings[pair + 1]! - left - 0.5));
      for (let column = first; column <= last; column++) touched[row * columns + column] = 1;
    }
  }
}

function withRing(
  touched: Uint8Array,
  left: number,
  top: number,
  columns: number,
  rows: number,
  { width, height }: GridSize,
): number[] {
  const cells: number[] = [];
  for (let row = -1; row <= rows; row++) {
    for (let column = -1; column <= columns; column++) {
      const isInGrid =
        left + column >= 0 && top + row >= 0 && left + column < width && top + row < height;
      if (isInGrid && isNear(touched, column, row, columns, rows)) {
        cells.push((top + row) * width + left + column);
      }
    }
  }
  return cells;
}

function isNear(
  touched: Uint8Array,
  column: number,
  row: number,
  columns: number,
  rows: number,
): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      if (touched[y * columns + x] === 1) return true;
    }
  }
  return false;
}
