// Trees: in parks, in gardens and courts, and in rows along the great streets. Places are in the plan.

import type { Random } from '#model/random.ts';
import { railY } from './plan.ts';
import {
  add,
  area,
  cross,
  direction,
  distance,
  extent,
  type Point,
  scale,
  subtract,
} from './plane.ts';
import { site } from './site.ts';
import { type Street, toPieces } from './streets.ts';
import type { UsedBlock } from './town.ts';

export interface Tree {
  readonly at: Point;
  readonly kind: 'broadleaf' | 'conifer' | 'poplar';
  readonly heightM: number;
}

const tree = (at: Point, random: Random): Tree => {
  const kind = random.chance(0.8) ? 'broadleaf' : 'conifer';
  return { at, kind, heightM: random.between(6, 17) };
};

export function blockTrees({ yard, use, manner }: UsedBlock, random: Random): Tree[] {
  const size = extent(yard);
  const gardens = {
    perimeter: 550,
    detached: 620,
    slabs: 380,
    towers: 900,
    sheds: 2600,
    green: 130,
  }[manner.pattern];
  const park = manner.pattern === 'green' ? 330 : 170;
  const squareMetresPerTree = { park, square: 700, landmark: 600, built: gardens }[use];
  const trees: Tree[] = [];
  for (let left = Math.round(area(yard) / squareMetresPerTree); left > 0; left--) {
    const at = add(
      add(size.middle, scale(size.along, random.between(-0.5, 0.5) * size.length)),
      scale(size.across, random.between(-0.5, 0.5) * size.width),
    );
    if (isWithin(yard, at, 3)) trees.push(tree(at, random));
  }
  return trees;
}

const isWithin = (polygon: readonly Point[], point: Point, marginM: number): boolean =>
  polygon.every((corner, index) => {
    const next = polygon[(index + 1) % polygon.length]!;
    return cross(direction(corner, next), subtract(point, corner)) > marginM;
  });

/** Avenue trees stand on both sides, off junctions, bridges and the railway. */
export function streetTrees(streets: readonly Street[], random: Random): Tree[] {
  const lined = streets.filter(({ class: kind }) => kind === 'arterial' || kind === 'quay');
  return lined.flatMap((street) => {
    const pieces = toPieces(street);
    return pieces
      .slice(1)
      .flatMap((to, index) => rowOfTrees(pieces[index]!, to, street.widthM, random));
  });
}

function rowOfTrees(from: Point, to: Point, widthM: number, random: Random): Tree[] {
  const along = direction(from, to);
  const across = { x: -along.y, y: along.x };
  const length = distance(from, to);
  const trees: Tree[] = [];
  for (let station = 14; station < length - 12; station += random.between(11, 15)) {
    for (const side of [-1, 1]) {
      const at = add(add(from, scale(along, station)), scale(across, side * (widthM / 2 - 2.6)));
      const isOnWater = Math.abs(at.x - site.river.x) < site.river.halfWidth + 6;
      if (isOnWater || Math.abs(at.y - railY) < 14 || random.chance(0.12)) continue;
      trees.push({ at, kind: 'broadleaf', heightM: random.between(7, 11) });
    }
  }
  return trees;
}
