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
      const span = spanAt(x0, y0, x1, y1, reach, row + 0.5);
      if (!span) continue;
      const first = Math.max(0, Math.ceil(span[0] - 0.5));
      const end = Math.min(width, Math.floor(span[1] - 0.5) + 1);
      if (first < end) take(row, first, end);
    }
  }
}

/** Where the line y = `y` lies within `reach` of a segment: a capsule is convex, so one span. */
function spanAt(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  reach: number,
  y: number,
): readonly [number, number] | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const add = (x: number) => {
    least = Math.min(least, x);
    most = Math.max(most, x);
  };
  for (const [x, end] of [
    [x0, y0],
    [x1, y1],
  ] as const) {
    const off = Math.abs(y - end);
    if (off > reach) continue;
    const half = Math.sqrt(reach * reach - off * off);
    add(x - half);
    add(x + half);
  }
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  if (length > 0) {
    for (const side of [-1, 1]) {
      const [ox, oy] = [(-dy / length) * reach * side, (dx / length) * reach * side];
      if (dy === 0) {
        if (Math.abs(y - y0) <= reach) {
          add(x0);
          add(x1);
        }
        continue;
      }
      const share = (y - (y0 + oy)) / dy;
      if (share >= 0 && share <= 1) add(x0 + ox + share * dx);
    }
  }
  return least <= most ? [least, most] : undefined;
}
