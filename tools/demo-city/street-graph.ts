// The streets as a graph: crossings and the ways between them, in the map (EPSG:25832) and above the
// vertical datum. Routing and every network under the streets are built on it.

import { createRandom } from '#model/random.ts';
import { deckOf } from './bridges.ts';
import { groundLevel } from './landscape.ts';
import { railY } from './plan.ts';
import { between, distance, type Point } from './plane.ts';
import { underpasses } from './rail-bed.ts';
import { site, toMap } from './site.ts';
import type { Point3 } from './solids.ts';
import { findCrossings } from './street-graph-crossings.ts';
import { chooseOneWays } from './street-graph-one-way.ts';
import { type Layout, type Street, type StreetClass, toPieces } from './streets.ts';

export interface StreetNode {
  readonly id: string;
  readonly plan: Point;
  /** On the surface of the street. */
  readonly at: Point3;
  /** Indices of the edges that end here. */
  readonly edges: readonly number[];
}

export interface StreetEdge {
  readonly id: string;
  /** Index in `layout.streets`; all edges of a street run in its direction. */
  readonly street: number;
  readonly name: string;
  readonly class: StreetClass;
  /** Indices of its nodes. */
  readonly from: number;
  readonly to: number;
  /** Along the axis, a point at least every 20 m; the same number of points in the plan. */
  readonly plan: readonly Point[];
  readonly line: readonly Point3[];
  readonly lengthM: number;
  /** Its first and last part, on another street's carriageway: from the crossing to its own junction, m. */
  readonly jogM: readonly [fromM: number, toM: number];
  /** Between the house fronts. */
  readonly widthM: number;
  readonly laneCount: number;
  readonly speedLimitKmh: number;
  readonly sidewalkM: number;
  /** Traffic runs from `from` to `to` alone. */
  readonly isOneWay: boolean;
  /** The part of the axis on a bridge, as stations from `from`, m. */
  readonly bridge: readonly [startM: number, endM: number] | undefined;
  /** On the level, or below it. */
  readonly crossesRailway: boolean;
  readonly isUnderpass: boolean;
}

export interface StreetGraph {
  readonly nodes: readonly StreetNode[];
  readonly edges: readonly StreetEdge[];
}

const traffic: Readonly<
  Record<StreetClass, { laneCount: number; speedLimitKmh: number; sidewalkM: number }>
> = {
  arterial: { laneCount: 4, speedLimitKmh: 50, sidewalkM: 3.5 },
  collector: { laneCount: 2, speedLimitKmh: 50, sidewalkM: 2.5 },
  residential: { laneCount: 2, speedLimitKmh: 30, sidewalkM: 2 },
  lane: { laneCount: 1, speedLimitKmh: 7, sidewalkM: 0 },
  quay: { laneCount: 2, speedLimitKmh: 30, sidewalkM: 4 },
};
const stepM = 20;
/** Where a road dives below the railway its levels bend sharply. */
const divingStepM = 5;
const divingReachM = 130;

/** Same layout and seed, same graph; every street can be reached from every other one by car. */
export function createStreetGraph({ streets }: Pick<Layout, 'streets'>, seed: string): StreetGraph {
  const { crossings, find } = findCrossings(streets);
  const edges: StreetEdge[] = [];
  for (const street of streets) {
    const pieces = toPieces(street);
    for (const [index, end] of pieces.slice(1).entries()) {
      const start = pieces[index]!;
      const [from, to] = [find(start), find(end)];
      if (from === to) continue;
      const inner = divide(start, end);
      const [here, there] = [crossings[from]!.plan, crossings[to]!.plan];
      const jogs = [isFar(here, start), isFar(there, end)] as const;
      const plan = [here, ...(jogs[0] ? [start] : []), ...inner, ...(jogs[1] ? [end] : []), there];
      edges.push({ id: numbered('S', edges.length), from, to, ...describe(street, plan, jogs) });
    }
  }
  const ends = crossings.map((): number[] => []);
  for (const [index, { from, to }] of edges.entries()) {
    ends[from]!.push(index);
    ends[to]!.push(index);
  }
  const nodes = crossings.map(({ plan }, index) => ({
    id: numbered('X', index),
    plan,
    at: onGround(plan),
    edges: ends[index]!,
  }));
  const oneWays = chooseOneWays(nodes.length, edges, createRandom(seed).fork('one-way'));
  return {
    nodes,
    edges: edges.map((edge, index) => ({ ...edge, isOneWay: oneWays.has(index) })),
  };
}

const numbered = (letter: string, index: number): string =>
  `${letter}-${String(index + 1).padStart(5, '0')}`;

const onGround = (plan: Point): Point3 => ({ ...toMap(plan), z: groundLevel(plan) });

const divesAt = ({ x, y }: Point): boolean =>
  Math.abs(y - railY) < divingReachM && underpasses.some((under) => Math.abs(under.x - x) < 0.01);

/** Points between two ends, none of them nearer than half a step to an end. */
function divide(start: Point, end: Point): Point[] {
  const step = divesAt(start) && divesAt(end) ? divingStepM : stepM;
  const steps = Math.max(1, Math.ceil(distance(start, end) / step));
  return Array.from({ length: steps - 1 }, (_, at) => between(start, end, (at + 1) / steps));
}

/** Where the street's own junction lies off the crossing that it is counted to. */
const isFar = (crossing: Point, junction: Point): boolean => distance(crossing, junction) > 0.3;

function describe(street: Street, axis: readonly Point[], jogs: readonly [boolean, boolean]) {
  const span = bridgeSpan(axis);
  const crossesRailway = (axis[0]!.y - railY) * (axis.at(-1)!.y - railY) < 0;
  const plan = span ? [axis[0]!, ...span, axis.at(-1)!] : axis;
  const line = plan.map((point) => {
    const deck = span?.includes(point) ? deckOf(point.y) : undefined;
    return deck === undefined ? onGround(point) : { ...toMap(point), z: deck.levelM };
  });
  const stations = stationsOf(line);
  return {
    street: street.id,
    name: street.name,
    class: street.class,
    plan,
    line,
    lengthM: stations.at(-1)!,
    jogM: [
      jogs[0] && !span ? stations[1]! : 0,
      jogs[1] && !span ? stations.at(-1)! - stations.at(-2)! : 0,
    ] as const,
    widthM: street.widthM,
    ...traffic[street.class],
    isOneWay: false,
    bridge: span && ([stations[1]!, stations.at(-2)!] as const),
    crossesRailway,
    isUnderpass: crossesRailway && divesAt(axis[0]!),
  };
}

/** Points of the plan along a bridge from abutment to abutment, where the axis crosses the river. */
function bridgeSpan(axis: readonly Point[]): Point[] | undefined {
  const [start, end] = [axis[0]!, axis.at(-1)!];
  if ((start.x - site.river.x) * (end.x - site.river.x) >= 0) return undefined;
  const { reachM } = deckOf(start.y);
  const heading = Math.sign(end.x - start.x);
  return [-1, -0.6, -0.2, 0.2, 0.6, 1].map((share) => ({
    x: site.river.x + heading * share * reachM,
    y: start.y,
  }));
}

/** Distance along a line to each of its points, m. */
export function stationsOf(line: readonly Point[]): number[] {
  const stations = [0];
  for (const [index, point] of line.slice(1).entries()) {
    stations.push(stations[index]! + distance(line[index]!, point));
  }
  return stations;
}
