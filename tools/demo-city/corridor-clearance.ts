// Clearance between networks: every place where lines of different networks cross in plan.

import Flatbush from 'flatbush';
import { cross, type Point, subtract } from './plane.ts';
import type { Point3 } from './solids.ts';

export interface LaidPipe {
  /** Pipes of the same network may meet. */
  readonly network: string;
  readonly line: readonly Point3[];
  readonly outerDiameterM: number;
}

export interface PipeCrossing {
  /** Indices of the two pipes. */
  readonly pipes: readonly [number, number];
  readonly at: Point;
  /** Between the outsides of the pipes, m; negative where they run through each other. */
  readonly clearanceM: number;
}

export interface CrossingOptions {
  /** Only crossings of the first so many pipes, with each other and with the rest; all by default. */
  readonly asked?: number;
  /** Leaves out pairs of pipes (indices). */
  readonly isWanted?: (one: number, other: number) => boolean;
}

export function findPipeCrossings(
  pipes: readonly LaidPipe[],
  { asked = pipes.length, isWanted = () => true }: CrossingOptions = {},
): PipeCrossing[] {
  const segments = pipes.flatMap(({ line }, pipe) =>
    line.slice(1).map((b, index) => ({ pipe, a: line[index]!, b })),
  );
  if (segments.length === 0) return [];
  const index = new Flatbush(segments.length);
  for (const { a, b } of segments) {
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  }
  index.finish();
  const crossings: PipeCrossing[] = [];
  for (const [own, { pipe, a, b }] of segments.entries()) {
    if (pipe >= asked) break;
    const near = index.search(
      Math.min(a.x, b.x),
      Math.min(a.y, b.y),
      Math.max(a.x, b.x),
      Math.max(a.y, b.y),
      (other) =>
        other > own &&
        pipes[segments[other]!.pipe]!.network !== pipes[pipe]!.network &&
        isWanted(pipe, segments[other]!.pipe),
    );
    for (const other of near) {
      const found = crossingOf(a, b, segments[other]!.a, segments[other]!.b);
      if (!found) continue;
      const second = segments[other]!.pipe;
      const radii = (pipes[pipe]!.outerDiameterM + pipes[second]!.outerDiameterM) / 2;
      crossings.push({
        pipes: [pipe, second],
        at: found.at,
        clearanceM: found.verticalM - radii,
      });
    }
  }
  return crossings;
}

function crossingOf(a: Point3, b: Point3, c: Point3, d: Point3) {
  const [u, v] = [subtract(b, a), subtract(d, c)];
  const turn = cross(u, v);
  if (Math.abs(turn) < 1e-12) return undefined;
  const first = cross(subtract(c, a), v) / turn;
  const second = cross(subtract(c, a), u) / turn;
  if (first < 0 || first > 1 || second < 0 || second > 1) return undefined;
  const [z1, z2] = [a.z + (b.z - a.z) * first, c.z + (d.z - c.z) * second];
  return {
    at: { x: a.x + u.x * first, y: a.y + u.y * first },
    verticalM: Math.abs(z1 - z2),
  };
}
