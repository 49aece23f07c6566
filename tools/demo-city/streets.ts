// Streets and blocks: a few great roads first, then every quarter is halved again and again in its own
// manner. A street is the cut that made it, so streets and blocks fit without gaps.

import type { Random } from '#model/random.ts';
import { districts, greatRoads, type Manner, manners } from './plan.ts';
import {
  add,
  area,
  type Block,
  cross,
  distance,
  extent,
  keepLeft,
  type Point,
  scale,
  subtract,
} from './plane.ts';

export type StreetClass = 'arterial' | 'collector' | 'residential' | 'lane' | 'quay';

export interface Street {
  readonly id: number;
  readonly name: string;
  readonly class: StreetClass;
  /** Between the house fronts, m. */
  readonly widthM: number;
  /** Ends in the plan. */
  readonly from: Point;
  readonly to: Point;
  /** Points where other streets end on this one. */
  readonly junctions: Point[];
}

export interface TownBlock {
  readonly corners: Block;
  readonly district: string;
  readonly manner: Manner;
}

export interface Layout {
  readonly streets: readonly Street[];
  readonly blocks: readonly TownBlock[];
}

const widths: Readonly<Record<StreetClass, number>> = {
  arterial: 24,
  collector: 16,
  residential: 12,
  lane: 7,
  quay: 18,
};

export function layOut(random: Random, nameStreet: (district: string) => string): Layout {
  const streets: Street[] = [];
  const blocks: TownBlock[] = [];

  function open(name: string, streetClass: StreetClass, from: Point, to: Point): Street {
    const street: Street = {
      id: streets.length,
      name,
      class: streetClass,
      widthM: widths[streetClass],
      from,
      to,
      junctions: [],
    };
    streets.push(street);
    return street;
  }

  for (const road of greatRoads) open(road.name, road.class, road.from, road.to);
  for (const street of streets) meetGreatRoads(street, streets);

  function halve(
    block: Block,
    district: string,
    manner: Manner,
    depth: number,
    chance: Random,
  ): void {
    const size = extent(block);
    if (
      area(block) <= manner.blockM2 * chance.between(0.75, 1.35) ||
      size.width < manner.leastWidthM
    ) {
      blocks.push({ corners: block, district, manner });
      return;
    }
    const offset = chance.between(-manner.uneven, manner.uneven);
    const turn = chance.between(-manner.crooked, manner.crooked);
    const at = add(size.middle, scale(size.along, size.length * offset));
    const along = {
      x: size.across.x * Math.cos(turn) - size.across.y * Math.sin(turn),
      y: size.across.x * Math.sin(turn) + size.across.y * Math.cos(turn),
    };
    const streetClass = manner.classes[Math.min(depth, manner.classes.length - 1)] ?? 'residential';
    const id = streets.length;
    const left = keepLeft(block, at, along, id);
    const right = keepLeft(block, at, scale(along, -1), id);
    if (!left || !right) {
      blocks.push({ corners: block, district, manner });
      return;
    }
    const edge = left.findIndex((corner) => corner.street === id);
    const street = open(
      nameStreet(district),
      streetClass,
      left[edge]!,
      left[(edge + 1) % left.length]!,
    );
    joinEnds(street, block, streets);
    halve(left, district, manner, depth + 1, chance);
    halve(right, district, manner, depth + 1, chance);
  }

  for (const district of districts) {
    const corners = district.corners.map((corner) => ({
      ...corner,
      street:
        corner.road === undefined
          ? undefined
          : greatRoads.findIndex(({ id }) => id === corner.road),
    }));
    halve(corners, district.name, manners[district.manner], 0, random.fork(district.name));
  }
  return { streets, blocks };
}

const isOn = (point: Point, { from, to }: Street): boolean => {
  const length = distance(from, to);
  const along = scale(subtract(to, from), 1 / length);
  const off = Math.abs(cross(along, subtract(point, from)));
  const station = (point.x - from.x) * along.x + (point.y - from.y) * along.y;
  return off < 0.01 && station > -0.01 && station < length + 0.01;
};

/** Marks both ends of a new street as junctions on the streets along the block that it cut. */
function joinEnds(street: Street, block: Block, streets: readonly Street[]): void {
  for (const end of [street.from, street.to]) {
    for (const corner of block) {
      const other = corner.street === undefined ? undefined : streets[corner.street];
      if (other && isOn(end, other)) other.junctions.push(end);
    }
  }
}

function meetGreatRoads(street: Street, others: readonly Street[]): void {
  for (const other of others) {
    if (other === street) continue;
    const along = subtract(street.to, street.from);
    const across = subtract(other.to, other.from);
    const turn = cross(along, across);
    if (Math.abs(turn) < 1e-9) continue;
    const share = cross(subtract(other.from, street.from), across) / turn;
    const point = add(street.from, scale(along, share));
    if (isOn(point, street) && isOn(point, other)) street.junctions.push(point);
  }
}

/** A street cut at its junctions: each piece runs from one junction to the next. */
export function toPieces(street: Street): Point[] {
  const along = subtract(street.to, street.from);
  const station = (point: Point) =>
    (point.x - street.from.x) * along.x + (point.y - street.from.y) * along.y;
  const points = [street.from, ...street.junctions, street.to].sort(
    (a, b) => station(a) - station(b),
  );
  return points.filter((point, index) => index === 0 || distance(point, points[index - 1]!) > 0.05);
}
