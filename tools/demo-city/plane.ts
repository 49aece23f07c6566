// Flat geometry of the plan: points in metres, convex polygons whose edges know the street they face.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A corner; `street` is what lies along the edge from this corner to the next, undefined for none. */
export interface Corner extends Point {
  readonly street: number | undefined;
}

/** Counter-clockwise and convex. */
export type Block = readonly Corner[];

export const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
export const subtract = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
export const scale = (a: Point, factor: number): Point => ({ x: a.x * factor, y: a.y * factor });
export const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
export const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
export const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});
export const middle = (a: Point, b: Point): Point => between(a, b, 0.5);

export function direction(a: Point, b: Point): Point {
  const length = distance(a, b) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

export function area(polygon: readonly Point[]): number {
  let twice = 0;
  for (const [index, corner] of polygon.entries()) {
    twice += cross(corner, polygon[(index + 1) % polygon.length]!);
  }
  return twice / 2;
}

export function centroid(polygon: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  let twice = 0;
  for (const [index, corner] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length]!;
    const weight = cross(corner, next);
    x += (corner.x + next.x) * weight;
    y += (corner.y + next.y) * weight;
    twice += weight;
  }
  return twice === 0 ? polygon[0]! : { x: x / (3 * twice), y: y / (3 * twice) };
}

/** The part of a convex block left of the line through `at` along `along`; the cut edge faces `street`. */
export function keepLeft(
  block: Block,
  at: Point,
  along: Point,
  street: number | undefined,
): Block | undefined {
  const kept: Corner[] = [];
  for (const [index, corner] of block.entries()) {
    const next = block[(index + 1) % block.length]!;
    const here = cross(along, subtract(corner, at));
    const there = cross(along, subtract(next, at));
    if (here >= 0) kept.push(corner);
    if (here >= 0 !== there >= 0) {
      const crossing = between(corner, next, here / (here - there));
      kept.push({ ...crossing, street: here >= 0 ? street : corner.street });
    }
  }
  const isSolid = kept.length >= 3 && area(kept) > 1e-6;
  return isSolid
    ? kept.filter((corner, at) => distance(corner, kept[(at + 1) % kept.length]!) > 1e-6)
    : undefined;
}

/** Moves every edge inwards by what `depthOf` says; undefined where nothing is left. */
export function inset(block: Block, depthOf: (edge: Corner) => number): Block | undefined {
  let rest: Block | undefined = block;
  for (const [index, corner] of block.entries()) {
    const along = direction(corner, block[(index + 1) % block.length]!);
    const inwards = { x: -along.y, y: along.x };
    const at = add(corner, scale(inwards, depthOf(corner)));
    rest = rest && keepLeft(rest, at, along, corner.street);
  }
  return rest;
}

/** Axis of the longest edge and the block's extent along and across it. */
export function extent(block: readonly Point[]) {
  let along = { x: 1, y: 0 };
  let longest = 0;
  for (const [index, corner] of block.entries()) {
    const next = block[(index + 1) % block.length]!;
    if (distance(corner, next) > longest) {
      longest = distance(corner, next);
      along = direction(corner, next);
    }
  }
  const across = { x: -along.y, y: along.x };
  const u = block.map((corner) => dot(corner, along));
  const v = block.map((corner) => dot(corner, across));
  return {
    along,
    across,
    length: Math.max(...u) - Math.min(...u),
    width: Math.max(...v) - Math.min(...v),
    middle: centroid(block),
  };
}
