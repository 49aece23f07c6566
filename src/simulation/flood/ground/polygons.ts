// Areas and strips → the cells whose middle lies in them. Grid coordinates: cells east and south of the north-west
// corner. Even-odd rule, as for polygons with holes.

/** Takes the cells `first` up to but not including `end` of a row. */
export type TakeRun = (row: number, first: number, end: number) => void;

/** Rings as x, y pairs, closed or not; a middle on an edge counts where the area lies east or south of it. */
export function fillRings(
  rings: readonly Float64Array[],
  width: number,
  height: number,
  take: TakeRun,
): void {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 2) {
      top = Math.min(top, ring[at]!);
      bottom = Math.max(bottom, ring[at]!);
    }
  }
  const firstRow = Math.max(0, Math.ceil(top - 0.5));
  const lastRow = Math.min(height - 1, Math.floor(bottom - 0.5));
  const crossings: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    crossings.length = 0;
    for (const ring of rings) findCrossings(ring, row + 0.5, crossings);
    crossings.sort(ascending);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const first = Math.max(0, Math.ceil(crossings[at]! - 0.5));
      const end = Math.min(width, Math.ceil(crossings[at + 1]! - 0.5));
      if (first < end) take(row, first, end);
    }
  }
}

const ascending = (a: number, b: number) => a - b;

function findCrossings(ring: Float64Array, y: number, into: number[]): void {
  const count = ring.length / 2;
  for (let corner = 0, before = count - 1; corner < count; before = corner++) {
    const [y1, y2] = [ring[corner * 2 + 1]!, ring[before * 2 + 1]!];
    if (y1 > y === y2 > y) continue;
    const [x1, x2] = [ring[corner * 2]!, ring[before * 2]!];
    into.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
}

/** The cells within `reach` (cells) of a line of x, y pairs; a cell may come more than once. */
export function fillStrip(
  line: Float64Array,
  reach: number,
  width: number,
  height: number,
  take: TakeRun,
): void {
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x0, y0, x1, y1] = [line[at]!, line[at + 1]!, line[at + 2]!, line[at + 3]!];
    const firstRow = Math.max(0, Math.ceil(Math.min(y0, y1) - reach - 0.5));
    const lastRow = Math.min(height - 1, Math.floor(Math.max(y0, y1) + reach - 0.5));
    for (let row = firstRow; row <= lastRow; row++) {
      if (!findSpan(x0, y0, x1, y1, reach, row + 0.5)) continue;
      const first = Math.max(0, Math.ceil(span[0]! - 0.5));
      const end = Math.min(width, Math.floor(span[1]! - 0.5) + 1);
      if (first < end) take(row, first, end);
    }
  }
}

/** Least and greatest x of the span found last: a tuple a row was a tenth of the time of a town's streets. */
const span = new Float64Array(2);

function widen(x: number): void {
  if (x < span[0]!) span[0] = x;
  if (x > span[1]!) span[1] = x;
}

/** Where the line y = `y` lies within `reach` of a segment: a capsule is convex, so one span; false: nowhere. */
function findSpan(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  reach: number,
  y: number,
): boolean {
  span[0] = Number.POSITIVE_INFINITY;
  span[1] = Number.NEGATIVE_INFINITY;
  widenByDisc(x0, y - y0, reach);
  widenByDisc(x1, y - y1, reach);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (dy !== 0) {
    const [offX, offY] = [(-dy / length) * reach, (dx / length) * reach];
    const left = (y - y0 - offY) / dy;
    if (left >= 0 && left <= 1) widen(x0 + offX + left * dx);
    const right = (y - y0 + offY) / dy;
    if (right >= 0 && right <= 1) widen(x0 - offX + right * dx);
  }
  return span[0] <= span[1];
}

/** The span of a disc around one end, `off` rows from its middle. */
function widenByDisc(x: number, off: number, reach: number): void {
  const square = reach * reach - off * off;
  if (square < 0) return;
  const half = Math.sqrt(square);
  widen(x - half);
  widen(x + half);
}
