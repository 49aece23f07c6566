// Looks through two groups of things for pairs that overlap, or come nearer than they may.

import Flatbush from 'flatbush';
import type { Clash, ClashThing } from '#features/bim/contract/clash.ts';
import type { Point } from './contact.ts';
import { findGap } from './gap.ts';
import { findOverlap } from './overlap.ts';
import type { Solid } from './solid.ts';

/** Things of one side; solids and boxes are in the frame of the search, m. */
export interface ClashGroup {
  readonly count: number;
  /** Least and greatest corner, 6 numbers a thing. */
  readonly boxes: Float64Array;
  /** Tells that two numbers, here or in the other group, are the same thing. */
  readonly identity: readonly string[];
  solid(number: number): Solid | undefined;
  describe(number: number): ClashThing;
}

export interface SearchOptions {
  readonly toleranceM: number;
  readonly clearanceM: number;
  /** Whether a pair of things is meant to meet. */
  readonly isJoin: (a: number, b: number) => boolean;
}

/** Pairs of numbers, the second group's after the first's. */
export type Pairs = Uint32Array;

/** Every pair of different things whose boxes come near enough, once. */
export function nearPairs(
  a: ClashGroup,
  b: ClashGroup,
  { clearanceM, isJoin }: Omit<SearchOptions, 'toleranceM'>,
): Pairs {
  if (a.count === 0 || b.count === 0) return new Uint32Array();
  const index = new Flatbush(b.count);
  for (let at = 0; at < b.count; at++) {
    const [x, y, , farX, farY] = b.boxes.subarray(6 * at, 6 * at + 5);
    index.add(x!, y!, farX!, farY!);
  }
  index.finish();
  const [inA, inB] = [new Set(a.identity), new Set(b.identity)];
  const pairs: number[] = [];
  for (let one = 0; one < a.count; one++) {
    const [x, y, z, farX, farY, farZ] = a.boxes.subarray(6 * one, 6 * one + 6);
    const found = index.search(
      x! - clearanceM,
      y! - clearanceM,
      farX! + clearanceM,
      farY! + clearanceM,
      (other) =>
        b.boxes[6 * other + 2]! <= farZ! + clearanceM && b.boxes[6 * other + 5]! >= z! - clearanceM,
    );
    found.sort((p, q) => p - q);
    for (const other of found) {
      const [mine, its] = [a.identity[one]!, b.identity[other]!];
      if (mine === its || isJoin(one, other)) continue;
      // A pair that both groups hold is met twice: the other time is left out.
      if (mine > its && inA.has(its) && inB.has(mine)) continue;
      pairs.push(one, other);
    }
  }
  return Uint32Array.from(pairs);
}

/** Undefined where the two stand clear of each other. */
export function clashOf(
  a: ClashGroup,
  one: number,
  b: ClashGroup,
  other: number,
  { toleranceM, clearanceM }: Omit<SearchOptions, 'isJoin'>,
): Clash | undefined {
  const [solid, its] = [a.solid(one), b.solid(other)];
  if (!solid || !its) return undefined;
  const overlap = findOverlap(solid, its, toleranceM);
  const gap = overlap || clearanceM <= 0 ? undefined : findGap(solid, its, clearanceM);
  if (!overlap && !gap) return undefined;
  const things = { a: a.describe(one), b: b.describe(other) };
  return {
    id: [things.a.id, things.b.id].sort().join(':'),
    kind: overlap ? 'hard' : 'clearance',
    ...things,
    pointM: overlap?.point ?? gap?.point ?? solid.least,
    depthM: overlap?.depthM ?? clearanceM - (gap?.gapM ?? 0),
    gapM: gap?.gapM ?? 0,
    isEstimate: overlap?.isEstimate ?? false,
    boundsM: [
      extreme(Math.min, solid.least, its.least),
      extreme(Math.max, solid.greatest, its.greatest),
    ],
  };
}

const extreme = (pick: (a: number, b: number) => number, a: Point, b: Point): Point => [
  pick(a[0], b[0]),
  pick(a[1], b[1]),
  pick(a[2], b[2]),
];
