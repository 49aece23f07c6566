// Where two triangles meet, touching included: the middle of the segment in which they cross (after Möller 1997),
// or of the area in which they cover each other.

export type Triangle = readonly [Point, Point, Point];
export type Point = readonly [number, number, number];

export interface Contact {
  readonly point: Point;
  /** Unit normals of both triangles. */
  readonly normals: readonly [Point, Point];
  /** How far each goes through the plane of the other, on the side where it goes less far, m. */
  readonly reachM: number;
}

/** Distances below this are none, m: a hundredth of the step that tiles store. */
const NONE_M = 1e-5;
const LEAST_AREA_M2 = 1e-8;

/** Undefined where they don't meet, and where they lie back to back: those only touch. */
export function contactOf(one: Triangle, other: Triangle): Contact | undefined {
  const n1 = normalOf(one);
  const n2 = normalOf(other);
  if (!n1 || !n2) return undefined;
  const ofOne = distances(one, other[0], n2);
  const ofOther = distances(other, one[0], n1);
  if (isApart(ofOne) || isApart(ofOther)) return undefined;
  const normals = [n1, n2] as const;
  if (ofOne.every((distance) => distance === 0)) {
    if (dot(n1, n2) < 0) return undefined;
    const point = middleOfCover(one, other, n1);
    return point && { point, normals, reachM: 0 };
  }
  const line = cross(n1, n2);
  const length = Math.hypot(...line);
  if (length < 1e-9) return undefined;
  const along: Point = [line[0] / length, line[1] / length, line[2] / length];
  const a = crossing(one, ofOne, along);
  const b = crossing(other, ofOther, along);
  if (!a || !b) return undefined;
  const low = a.low.at > b.low.at ? a.low : b.low;
  const high = a.high.at < b.high.at ? a.high : b.high;
  if (high.at < low.at - NONE_M) return undefined;
  return {
    point: middle(low.point, high.point),
    normals,
    reachM: Math.min(reach(ofOne), reach(ofOther)),
  };
}

interface End {
  readonly at: number;
  readonly point: Point;
}

/** The part of a triangle that lies in the other's plane, by its place along the common line. */
function crossing(
  triangle: Triangle,
  distance: readonly number[],
  along: Point,
): { readonly low: End; readonly high: End } | undefined {
  let low: End | undefined;
  let high: End | undefined;
  const add = (point: Point) => {
    const end = { at: dot(point, along), point };
    if (!low || end.at < low.at) low = end;
    if (!high || end.at > high.at) high = end;
  };
  for (let corner = 0; corner < 3; corner++) {
    const next = (corner + 1) % 3;
    const [from, to] = [distance[corner]!, distance[next]!];
    if (from === 0) add(triangle[corner]!);
    if (from * to < 0) add(mix(triangle[corner]!, triangle[next]!, from / (from - to)));
  }
  return low && high ? { low, high } : undefined;
}

/** Middle of what is left of one triangle after cutting it along the sides of the other, in their common plane. */
function middleOfCover(one: Triangle, other: Triangle, normal: Point): Point | undefined {
  let corners: readonly Point[] = one;
  const isSame = dot(normalOf(other) ?? normal, normal) > 0;
  for (let side = 0; side < 3 && corners.length > 2; side++) {
    const [from, to] = [other[side]!, other[(side + 1) % 3]!];
    const inward = cross(normal, minus(to, from));
    corners = clip(corners, from, isSame ? inward : times(inward, -1));
  }
  return corners.length > 2 && areaOf(corners) > LEAST_AREA_M2 ? mean(corners) : undefined;
}

function clip(corners: readonly Point[], from: Point, inward: Point): Point[] {
  const kept: Point[] = [];
  for (const [at, corner] of corners.entries()) {
    const next = corners[(at + 1) % corners.length]!;
    const [here, there] = [dot(minus(corner, from), inward), dot(minus(next, from), inward)];
    if (here >= 0) kept.push(corner);
    if (here * there < 0) kept.push(mix(corner, next, here / (here - there)));
  }
  return kept;
}

function areaOf(corners: readonly Point[]): number {
  let sum: Point = [0, 0, 0];
  for (let at = 1; at + 1 < corners.length; at++) {
    const part = cross(minus(corners[at]!, corners[0]!), minus(corners[at + 1]!, corners[0]!));
    sum = plus(sum, part);
  }
  return Math.hypot(...sum) / 2;
}

function distances(triangle: Triangle, origin: Point, normal: Point): readonly number[] {
  return triangle.map((corner) => {
    const distance = dot(minus(corner, origin), normal);
    return Math.abs(distance) < NONE_M ? 0 : distance;
  });
}

const isApart = (distance: readonly number[]) =>
  distance.every((one) => one > 0) || distance.every((one) => one < 0);

const reach = (distance: readonly number[]) =>
  Math.max(0, Math.min(Math.max(...distance), -Math.min(...distance)));

export function normalOf([a, b, c]: Triangle): Point | undefined {
  const normal = cross(minus(b, a), minus(c, a));
  const length = Math.hypot(...normal);
  return length < 1e-12 ? undefined : times(normal, 1 / length);
}

const mean = (points: readonly Point[]): Point => times(points.reduce(plus), 1 / points.length);

export const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Point, factor: number): Point => [
  a[0] * factor,
  a[1] * factor,
  a[2] * factor,
];
export const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const mix = (a: Point, b: Point, share: number): Point => plus(a, times(minus(b, a), share));
export const middle = (a: Point, b: Point): Point => mix(a, b, 0.5);
