// Closed LoD2 bodies on a footprint: rings of points, counter-clockwise seen from outside.

import type { MaterialName } from './materials.ts';
import { add, between, cross, direction, middle, type Point, scale, subtract } from './plane.ts';

export interface Point3 extends Point {
  readonly z: number;
}

export interface Surface {
  readonly kind: 'GroundSurface' | 'WallSurface' | 'RoofSurface' | 'OuterFloorSurface';
  readonly ring: readonly Point3[];
  readonly material: MaterialName;
}

export interface Finish {
  readonly wall: MaterialName;
  readonly roof: MaterialName;
}

export const at = ({ x, y }: Point, z: number): Point3 => ({ x, y, z });

const ground = (base: readonly Point[], z: number, finish: Finish): Surface => ({
  kind: 'GroundSurface',
  ring: [...base].reverse().map((corner) => at(corner, z)),
  material: finish.wall,
});
const wall = (ring: readonly Point3[], finish: Finish): Surface => ({
  kind: 'WallSurface',
  ring,
  material: finish.wall,
});
const roof = (ring: readonly Point3[], finish: Finish): Surface => ({
  kind: 'RoofSurface',
  ring,
  material: finish.roof,
});

function walls(base: readonly Point[], foot: number, eaves: number, finish: Finish): Surface[] {
  return base.map((corner, index) => {
    const next = base[(index + 1) % base.length]!;
    return wall([at(corner, foot), at(next, foot), at(next, eaves), at(corner, eaves)], finish);
  });
}

/** A flat roof; with `isOpenBelow` the body stands on another one and still closes itself. */
export function flat(base: readonly Point[], foot: number, top: number, finish: Finish): Surface[] {
  return [
    ground(base, foot, finish),
    ...walls(base, foot, top, finish),
    roof(
      base.map((corner) => at(corner, top)),
      finish,
    ),
  ];
}

export type Quad = readonly [Point, Point, Point, Point];

/** Where the line through `from` along `along` meets the line through `a` and `b`. */
function meet(from: Point, along: Point, a: Point, b: Point): Point {
  const edge = subtract(b, a);
  const share = cross(subtract(from, a), along) / cross(edge, along);
  return add(a, scale(edge, share));
}

/** A saddle roof whose ridge runs along the front, from gable to gable. Front and back must be parallel. */
export function gabled(
  base: Quad,
  foot: number,
  eaves: number,
  ridge: number,
  finish: Finish,
): Surface[] {
  const [a, b, c, d] = base;
  const centre = middle(middle(a, b), middle(c, d));
  const along = direction(a, b);
  const right = at(meet(centre, along, b, c), ridge);
  const left = at(meet(centre, along, d, a), ridge);
  return [
    ground(base, foot, finish),
    wall([at(a, foot), at(b, foot), at(b, eaves), at(a, eaves)], finish),
    wall([at(b, foot), at(c, foot), at(c, eaves), right, at(b, eaves)], finish),
    wall([at(c, foot), at(d, foot), at(d, eaves), at(c, eaves)], finish),
    wall([at(d, foot), at(a, foot), at(a, eaves), left, at(d, eaves)], finish),
    roof([at(a, eaves), at(b, eaves), right, left], finish),
    roof([at(c, eaves), at(d, eaves), left, right], finish),
  ];
}

/** A hipped roof: the ridge along the front is shorter than the house by the hips. */
export function hipped(
  base: Quad,
  foot: number,
  eaves: number,
  ridge: number,
  finish: Finish,
): Surface[] {
  const [a, b, c, d] = base;
  const centre = middle(middle(a, b), middle(c, d));
  const along = direction(a, b);
  const rightEnd = meet(centre, along, b, c);
  const leftEnd = meet(centre, along, d, a);
  const length = Math.hypot(rightEnd.x - leftEnd.x, rightEnd.y - leftEnd.y);
  const depth = Math.abs(cross(along, subtract(middle(c, d), a)));
  const share = Math.min(0.45, depth / 2 / length);
  const left = at(between(leftEnd, rightEnd, share), ridge);
  const right = at(between(leftEnd, rightEnd, 1 - share), ridge);
  return [
    ground(base, foot, finish),
    ...walls(base, foot, eaves, finish),
    roof([at(a, eaves), at(b, eaves), right, left], finish),
    roof([at(b, eaves), at(c, eaves), right], finish),
    roof([at(c, eaves), at(d, eaves), left, right], finish),
    roof([at(d, eaves), at(a, eaves), left], finish),
  ];
}

/** A mansard: steep lower slopes up to `knee`, drawn in by `share` of the way to the middle, flat above. */
export function mansard(
  base: readonly Point[],
  foot: number,
  eaves: number,
  knee: number,
  share: number,
  finish: Finish,
): Surface[] {
  const centre = scale(base.reduce(add), 1 / base.length);
  const upper = base.map((corner) => between(corner, centre, share));
  const slopes = base.map((corner, index) => {
    const next = (index + 1) % base.length;
    return roof(
      [at(corner, eaves), at(base[next]!, eaves), at(upper[next]!, knee), at(upper[index]!, knee)],
      finish,
    );
  });
  return [
    ground(base, foot, finish),
    ...walls(base, foot, eaves, finish),
    ...slopes,
    roof(
      upper.map((corner) => at(corner, knee)),
      finish,
    ),
  ];
}

/** A pyramid, tent or spire over any footprint. */
export function pointed(
  base: readonly Point[],
  foot: number,
  eaves: number,
  apex: number,
  finish: Finish,
): Surface[] {
  const top = at(scale(base.reduce(add), 1 / base.length), apex);
  return [
    ground(base, foot, finish),
    ...walls(base, foot, eaves, finish),
    ...base.map((corner, index) =>
      roof([at(corner, eaves), at(base[(index + 1) % base.length]!, eaves), top], finish),
    ),
  ];
}

/** A regular polygon that stands in for a circle. */
export const circle = (centre: Point, radius: number, sides: number): Point[] =>
  Array.from({ length: sides }, (_, side) => {
    const angle = (2 * Math.PI * side) / sides;
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
