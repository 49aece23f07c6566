// Drinking water gives way: where one of its pipes would meet a pipe that isn't laid out with the corridor (an
// outfall, a house connection, a main of a works), it dips over or under it.

import { findPipeCrossings, type LaidPipe } from '../corridor-clearance.ts';
import { distance, type Point } from '../plane.ts';
import type { Point3 } from '../solids.ts';
import { stationsOf } from '../street-graph.ts';
import { groundAt } from './courses.ts';

/** Between the outsides, a little more than must be. */
const clearanceM = 0.25;
const leastClearanceM = 0.2;
const leastCoverM = 0.6;
/** How far the dip's level part reaches beyond the other pipe, and the slopes beyond that. */
const landingM = 0.4;
const rampM = 1.2;
const mostRounds = 5;

/** A pipe of ours; those that meet at a node may touch there. */
export interface OwnPipe extends LaidPipe {
  readonly ends: readonly [string, string];
}

/** The lines of `own` in their order, bent so that they stay clear of `others` and of each other. */
export function dodge(own: readonly OwnPipe[], others: readonly LaidPipe[]): readonly Point3[][] {
  const lines = own.map(({ line }) => [...line]);
  const shareNode = (a: number, b: number): boolean =>
    own[a]!.ends.some((end) => own[b]!.ends.includes(end));
  let changed: readonly number[] = [...own.keys()];
  for (let round = 0; round < mostRounds; round++) {
    const near = round === 0 ? others : nearTo(changed, lines, others);
    const beside = round === 0 ? [] : nearTo(changed, lines, own).map((pipe) => own.indexOf(pipe));
    const asked = [...new Set([...changed, ...beside])];
    const pipes = [...asked.map((index) => ({ ...own[index]!, line: lines[index]! })), ...near];
    const clashes = findPipeCrossings(pipes, {
      asked: asked.length,
      isWanted: (a, b) =>
        a >= asked.length || b >= asked.length || !shareNode(asked[a]!, asked[b]!),
    }).filter((crossing) => crossing.clearanceM < leastClearanceM);
    if (clashes.length === 0) break;
    const moved = new Set<number>();
    for (const { pipes: pair, at } of clashes) {
      // Of two of our own the one that isn't under a street, they come last, gives way.
      const [first, staying] = chooseGiving(pair, asked);
      const giving = asked[first]!;
      const other = pipes[staying]!;
      const needM = (own[giving]!.outerDiameterM + other.outerDiameterM) / 2 + clearanceM;
      const reachM = other.outerDiameterM / 2 + own[giving]!.outerDiameterM / 2 + landingM;
      const cover = groundAt(at) - levelAt(other.line, at);
      const isOver = cover - needM - own[giving]!.outerDiameterM / 2 >= leastCoverM && round < 2;
      const levelM = levelAt(other.line, at) + (isOver ? needM : -needM);
      lines[giving] = dip(lines[giving]!, at, levelM, reachM);
      moved.add(giving);
    }
    changed = [...moved];
  }
  return lines;
}

/** Positions in the list of asked pipes and what follows it. */
function chooseGiving(
  [a, b]: readonly [number, number],
  asked: readonly number[],
): readonly [number, number] {
  if (a >= asked.length) return [b, a];
  if (b >= asked.length) return [a, b];
  return asked[a]! > asked[b]! ? [a, b] : [b, a];
}

/** Pipes whose bounds touch those of a changed line. */
function nearTo<Pipe extends LaidPipe>(
  changed: readonly number[],
  lines: readonly (readonly Point3[])[],
  pipes: readonly Pipe[],
): Pipe[] {
  const boxes = changed.map((index) => boundsOf(lines[index]!));
  return pipes.filter(({ line }) => {
    const box = boundsOf(line);
    return boxes.some(
      (other) =>
        box.west <= other.east &&
        box.east >= other.west &&
        box.south <= other.north &&
        box.north >= other.south,
    );
  });
}

function boundsOf(line: readonly Point[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of line) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}

/** Level of a line at the place on it that is nearest in plan. */
function levelAt(line: readonly Point3[], at: Point): number {
  const { index, share } = nearest(line, at);
  const [a, b] = [line[index]!, line[index + 1]!];
  return a.z + (b.z - a.z) * share;
}

function nearest(line: readonly Point3[], at: Point): { index: number; share: number } {
  let best = { index: 0, share: 0, offM: Number.POSITIVE_INFINITY };
  for (const [index, b] of line.slice(1).entries()) {
    const a = line[index]!;
    const square = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const along = (at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y);
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, along / square));
    const offM = distance(at, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
    if (offM < best.offM) best = { index, share, offM };
  }
  return best;
}

/** The line with a level stretch around a place; what the stretch and its slopes cover is replaced. */
function dip(line: readonly Point3[], at: Point, levelM: number, reachM: number): Point3[] {
  const stations = stationsOf(line);
  const { index, share } = nearest(line, at);
  const station = stations[index]! + share * (stations[index + 1]! - stations[index]!);
  const on = (where: number): Point3 => {
    const kept = Math.min(stations.at(-1)!, Math.max(0, where));
    const next = Math.max(
      1,
      stations.findIndex((one) => one >= kept - 1e-9),
    );
    const [a, b] = [line[next - 1]!, line[next]!];
    const length = stations[next]! - stations[next - 1]!;
    const part = length === 0 ? 1 : (kept - stations[next - 1]!) / length;
    const mix = (from: number, to: number) => from + (to - from) * part;
    return { x: mix(a.x, b.x), y: mix(a.y, b.y), z: mix(a.z, b.z) };
  };
  const [first, last] = [station - reachM - rampM, station + reachM + rampM];
  const before = line.filter((_, vertex) => stations[vertex]! < first);
  const after = line.filter((_, vertex) => stations[vertex]! > last);
  const level = [station - reachM, station + reachM].map((where) => ({ ...on(where), z: levelM }));
  // A pipe that ends within the dip goes straight up or down to its node.
  return [
    ...(before.length > 0 ? [...before, on(first)] : [line[0]!]),
    ...level,
    ...(after.length > 0 ? [on(last), ...after] : [line.at(-1)!]),
  ];
}
