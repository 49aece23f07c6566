// From a block to the footprints on it, each with its front along a street, in the plan.

import type { Random } from '#model/random.ts';
import {
  add,
  area,
  type Block,
  type Corner,
  cross,
  direction,
  distance,
  dot,
  extent,
  inset,
  type Point,
  scale,
  subtract,
} from './plane.ts';
import type { Quad } from './solids.ts';

/** A footprint in the plan; the front runs from the first corner to the second. */
export interface Lot {
  readonly base: Quad;
  readonly street: number | undefined;
}

/** Houses wall to wall around a court, `depthM` deep. */
export function perimeter(
  block: Block,
  depthM: number,
  lotM: readonly [number, number],
  random: Random,
): Lot[] {
  const court = inset(block, () => depthM);
  if (!court || area(court) < 40) return wholeBlock(block);
  return block.flatMap((corner, index) => {
    const next = block[(index + 1) % block.length]!;
    const along = direction(corner, next);
    const back = backEdge(court, corner, along, depthM);
    if (!back) return [];
    return alongFront(corner, next, back, lotM, random).map((base) => ({
      base,
      street: corner.street,
    }));
  });
}

function wholeBlock(block: Block): Lot[] {
  const [a, b, c, d] = block;
  if (!a || !b || !c || !d || block.length !== 4) return [];
  return [{ base: [a, b, c, d], street: a.street }];
}

/** The edge of the court that lies behind the front from `from` along `along`. */
function backEdge(
  court: Block,
  from: Point,
  along: Point,
  depthM: number,
): readonly [Point, Point] | undefined {
  for (const [index, corner] of court.entries()) {
    const next = court[(index + 1) % court.length]!;
    const off = cross(along, subtract(corner, from));
    if (Math.abs(off - depthM) < 0.01 && dot(direction(corner, next), along) > 0.999)
      return [corner, next];
  }
  return undefined;
}

/** Cuts the strip between a front and its back edge square to the front; the ends keep the mitre. */
function alongFront(
  front: Point,
  frontEnd: Point,
  [back, backEnd]: readonly [Point, Point],
  [least, most]: readonly [number, number],
  random: Random,
): Quad[] {
  const along = direction(front, frontEnd);
  const station = (point: Point) => dot(subtract(point, front), along);
  const depth = cross(along, subtract(back, front));
  const inwards = { x: -along.y * depth, y: along.x * depth };
  const from = Math.max(station(back), 0);
  const to = Math.min(station(backEnd), distance(front, frontEnd));
  const cuts: number[] = [];
  for (
    let at = from + random.between(least, most) / 2;
    at < to - least / 2;
    at += random.between(least, most)
  ) {
    cuts.push(at);
  }
  const stations = [0, ...cuts, distance(front, frontEnd)];
  return stations.slice(1).map((end, index) => {
    const start = stations[index]!;
    const a = add(front, scale(along, start));
    const b = add(front, scale(along, end));
    const d = index === 0 ? back : add(a, inwards);
    const c = index === stations.length - 2 ? backEnd : add(b, inwards);
    return [a, b, c, d];
  });
}

/** Houses that stand alone on gardens, set back from the street. */
export function detached(block: Block, lotM: readonly [number, number], random: Random): Lot[] {
  const garden = inset(block, () => 30);
  return block.flatMap((corner, index) => {
    if (corner.street === undefined) return [];
    const next = block[(index + 1) % block.length]!;
    return gardenHouses(corner, next, garden ? 30 : extent(block).width / 2, lotM, random);
  });
}

function gardenHouses(
  corner: Corner,
  next: Point,
  depthM: number,
  [least, most]: readonly [number, number],
  random: Random,
): Lot[] {
  const along = direction(corner, next);
  const inwards = { x: -along.y, y: along.x };
  const length = distance(corner, next);
  const lots: Lot[] = [];
  // The corner of a block belongs to the longer garden, so houses never stand on each other.
  for (let at = depthM * 0.72; at + least < length - depthM * 0.36; ) {
    const lot = random.between(least, most);
    const width = Math.min(lot - 5, random.between(8.5, 13.5));
    const depth = Math.min(depthM - 9, random.between(8, 11.5));
    const setBack = random.between(4, 7);
    if (at + lot > length - depthM * 0.36 || depth < 6) break;
    const start = add(add(corner, scale(along, at + (lot - width) / 2)), scale(inwards, setBack));
    lots.push({ base: rectangle(start, along, width, depth), street: corner.street });
    at += lot;
  }
  return lots;
}

/** Long houses in parallel rows across the block, green between them. */
export function slabs(block: Block, lotM: readonly [number, number], random: Random): Lot[] {
  const { along, across, middle, length, width } = extent(block);
  const rows = Math.max(1, Math.floor((length - 16) / 34));
  const depth = 12;
  return Array.from({ length: rows }, (_, row) => {
    const slab = Math.min(width - 18, random.between(lotM[0], lotM[1]));
    const offset = (row - (rows - 1) / 2) * (length / rows);
    const start = add(add(middle, scale(along, offset + depth / 2)), scale(across, -slab / 2));
    return { base: rectangle(start, across, slab, depth), street: nearestStreet(block, start) };
  }).filter(({ base }) => isInside(block, base));
}

/** Large halls beside each other with yards between. */
export function halls(block: Block, random: Random): Lot[] {
  const { along, across, middle, length, width } = extent(block);
  const count = Math.max(1, Math.round(length / 75));
  return Array.from({ length: count }, (_, hall) => {
    const wide = Math.max(18, (length / count) * random.between(0.5, 0.78));
    const deep = Math.max(16, width * random.between(0.45, 0.68));
    const offset = (hall - (count - 1) / 2) * (length / count);
    const start = add(add(middle, scale(along, offset - wide / 2)), scale(across, -deep / 2));
    return { base: rectangle(start, along, wide, deep), street: nearestStreet(block, start) };
  }).filter(({ base }) => isInside(block, base));
}

export const rectangle = (start: Point, along: Point, width: number, depth: number): Quad => {
  const inwards = { x: -along.y * depth, y: along.x * depth };
  const end = add(start, scale(along, width));
  return [start, end, add(end, inwards), add(start, inwards)];
};

const isInside = (block: Block, base: readonly Point[]): boolean =>
  base.every((point) =>
    block.every((corner, index) => {
      const next = block[(index + 1) % block.length]!;
      return cross(subtract(next, corner), subtract(point, corner)) > 0;
    }),
  );

function nearestStreet(block: Block, point: Point): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, corner] of block.entries()) {
    const next = block[(index + 1) % block.length]!;
    const off = Math.abs(cross(direction(corner, next), subtract(point, corner)));
    if (corner.street !== undefined && off < least) {
      least = off;
      nearest = corner.street;
    }
  }
  return nearest;
}
