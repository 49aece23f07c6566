// Levels of a sewer that falls along a forest: from the leaves to the roots each reach starts below what
// comes in and below its cover, falls at least as much as keeps it clean, and follows the ground where that
// falls more. Where it would lie too deep a pump lifts it. SI, levels above the vertical datum.

import { type StreetGraph, stationsOf } from '../street-graph.ts';
import { type Forest, otherEnd } from './forest.ts';
import { leastSlope, pressureSizeFor, sizeFor } from './sewer-sizes.ts';

/** A sewer under one edge of the streets, from one crossing towards the other. */
export interface Reach {
  readonly edge: number;
  readonly up: number;
  readonly down: number;
  /** A branch begins in a manhole of its own this far from `up`; 0 where the reach takes what comes in there. */
  readonly headM: number;
  /** Over it, from where it begins, in the direction of its flow. */
  readonly ground: readonly GroundPoint[];
}

export interface GroundPoint {
  readonly station: number;
  readonly z: number;
}

export interface LaidReach extends Reach {
  readonly kind: 'gravity' | 'forceMain';
  readonly flowM3s: number;
  readonly diameterM: number;
  /** Of the pipe's inside at its beginning and end. */
  readonly upInvertM: number;
  readonly downInvertM: number;
}

export interface SewerRules {
  /** Least depth of the inside of a pipe below ground at a level, m. */
  readonly depthM: (diameterM: number, groundM: number) => number;
  readonly leastDiameterM: number;
  /** Where it would start deeper than this below the ground a pump lifts it, m. */
  readonly deepestM: number;
  /** More depth at a crossing, to pass below other pipes, m. */
  readonly extraM: (node: number) => number;
  readonly flowOf: (reach: Reach) => number;
  /** Can't fall: over a bridge, or up from the bottom of an underpass. */
  readonly isForced: (edge: number) => boolean;
  /** Inverts of other sewers that end at these crossings. */
  readonly arriving?: ReadonlyMap<number, number>;
}

export interface SewerLevels {
  readonly reaches: readonly LaidReach[];
  /** Lowest invert at each crossing that the sewer passes; of a pumping station, its inlet. */
  readonly invertOf: ReadonlyMap<number, number>;
}

/** The reaches for these edges: those on ways to the roots, then branches off them. */
export function reachesOf(
  graph: StreetGraph,
  forest: Forest,
  trunks: ReadonlySet<number>,
  served: Iterable<number>,
): Reach[] {
  const reaches: Reach[] = [];
  for (const up of forest.order) {
    const edge = forest.onward[up];
    if (edge === undefined || !trunks.has(edge)) continue;
    const down = otherEnd(graph, edge, up);
    reaches.push({ edge, up, down, headM: 0, ground: groundOver(graph, edge, up, 0) });
  }
  for (const edge of served) {
    if (!trunks.has(edge)) reaches.push(...branchOf(graph, forest, edge));
  }
  return reaches;
}

function branchOf(graph: StreetGraph, forest: Forest, edge: number): Reach[] {
  const { from, to, lengthM } = graph.edges[edge]!;
  const isDown = graph.nodes[from]!.at.z >= graph.nodes[to]!.at.z;
  const ways = isDown
    ? [[from, to] as const, [to, from] as const]
    : [[to, from] as const, [from, to] as const];
  const way = ways.find(([, down]) => forest.rootOf[down] !== undefined);
  if (!way) return [];
  const [up, down] = way;
  const sag = sagOf(graph, edge);
  const headM = sag === undefined ? Math.min(14, lengthM * 0.4) : up === from ? sag : lengthM - sag;
  return [{ edge, up, down, headM, ground: groundOver(graph, edge, up, headM) }];
}

/** Station of the lowest point of an edge that dips below both its ends, as in an underpass. */
export function sagOf(graph: StreetGraph, edge: number): number | undefined {
  const { line } = graph.edges[edge]!;
  const lowest = Math.min(...line.map(({ z }) => z));
  const isSag = lowest < Math.min(line[0]!.z, line.at(-1)!.z) - 0.6;
  return isSag ? stationsOf(line)[line.findIndex(({ z }) => z === lowest)] : undefined;
}

export function layReaches(
  graph: StreetGraph,
  forest: Forest,
  reaches: readonly Reach[],
  rules: SewerRules,
): SewerLevels {
  const laid: LaidReach[] = [];
  const invertOf = new Map(rules.arriving ?? []);
  const largest = new Map<number, number>();

  function lay(reach: Reach, startM: number): void {
    const leastM = Math.max(rules.leastDiameterM, largest.get(reach.up) ?? 0);
    const fallen = fall(reach, startM, reach.headM > 0 ? rules.leastDiameterM : leastM, rules);
    const isDeep = graph.nodes[reach.up]!.at.z - fallen.upInvertM > rules.deepestM;
    const isForced = rules.isForced(reach.edge) || (isDeep && reach.headM === 0);
    const next = isForced ? press(graph, reach, rules) : fallen;
    laid.push(next);
    if (reach.headM === 0) note(reach.up, Math.min(startM, fallen.upInvertM), 0);
    note(reach.down, next.downInvertM, isForced ? 0 : next.diameterM);
  }

  function note(node: number, invertM: number, diameterM: number): void {
    invertOf.set(node, Math.min(invertM, invertOf.get(node) ?? Number.POSITIVE_INFINITY));
    largest.set(node, Math.max(diameterM, largest.get(node) ?? 0));
  }

  for (const reach of reaches) if (reach.headM > 0) lay(reach, Number.POSITIVE_INFINITY);
  const onward = new Map(
    reaches.filter(({ headM }) => headM === 0).map((reach) => [reach.up, reach]),
  );
  for (const node of [...forest.order].reverse()) {
    const reach = onward.get(node);
    if (reach) lay(reach, invertOf.get(node) ?? Number.POSITIVE_INFINITY);
  }
  return { reaches: laid, invertOf };
}

function groundOver(
  graph: StreetGraph,
  edge: number,
  up: number,
  headM: number,
): readonly GroundPoint[] {
  const { line, from, lengthM } = graph.edges[edge]!;
  const stations = stationsOf(line);
  const points = line.map(({ z }, index) => ({ station: stations[index]!, z }));
  const flowing =
    up === from
      ? points
      : points.map(({ station, z }) => ({ station: lengthM - station, z })).reverse();
  const rest = flowing.filter(({ station }) => station > headM);
  const before = flowing[flowing.length - rest.length - 1] ?? flowing[0]!;
  const head = { station: headM, z: before.z };
  return [head, ...rest].map(({ station, z }) => ({ station: station - headM, z }));
}

function fall(reach: Reach, startM: number, leastM: number, rules: SewerRules): LaidReach {
  const flowM3s = rules.flowOf(reach);
  const { ground } = reach;
  const [first, last] = [ground[0]!, ground.at(-1)!];
  const length = last.station;
  let diameterM = sizeFor(flowM3s, (first.z - last.z) / length, leastM);
  let [upInvertM, downInvertM] = [0, 0];
  // The slope depends on the size, and the size on the slope: two rounds settle it.
  for (let round = 0; round < 2; round++) {
    const least = leastSlope(diameterM);
    const topOf = ({ z }: GroundPoint) => z - rules.depthM(diameterM, z);
    upInvertM = Math.min(startM, topOf(first) - rules.extraM(reach.up));
    downInvertM = Math.min(upInvertM - least * length, topOf(last) - rules.extraM(reach.down));
    // Where the ground dips below the straight line, the whole pipe goes down.
    const slope = (upInvertM - downInvertM) / length;
    const above = ground.map((point) => upInvertM - slope * point.station - topOf(point));
    const sunk = Math.max(0, ...above);
    upInvertM -= sunk;
    downInvertM -= sunk;
    diameterM = sizeFor(flowM3s, (upInvertM - downInvertM) / length, leastM);
  }
  return { ...reach, kind: 'gravity', flowM3s, diameterM, upInvertM, downInvertM };
}

/** Below a bridge's deck a force main hangs this deep under the road. */
const hangingM = 1;

/** A force main with even cover over its two ends, lower where the ground between them dips. */
function press(graph: StreetGraph, reach: Reach, rules: SewerRules): LaidReach {
  const flowM3s = rules.flowOf(reach);
  const diameterM = pressureSizeFor(flowM3s);
  const { ground } = reach;
  const [first, last] = [ground[0]!, ground.at(-1)!];
  const isHanging = graph.edges[reach.edge]!.bridge !== undefined;
  const depthAt = ({ z }: GroundPoint) =>
    isHanging ? hangingM + diameterM / 2 : rules.depthM(diameterM, z);
  const [up, down] = [
    first.z - depthAt(first) - rules.extraM(reach.up),
    last.z - depthAt(last) - rules.extraM(reach.down),
  ];
  const above = ground.map(({ z, station }) => {
    const level = up + ((down - up) * station) / last.station;
    return level + diameterM + 0.9 - z;
  });
  const sunk = isHanging ? 0 : Math.max(0, ...above);
  return {
    ...reach,
    kind: 'forceMain',
    flowM3s,
    diameterM,
    upInvertM: up - sunk,
    downInvertM: down - sunk,
  };
}

export interface Loads<Load> {
  readonly of: ReadonlyMap<Reach, Load>;
  /** What comes to each crossing along its reaches. */
  readonly arrived: ReadonlyMap<number, Load>;
}

/** Sums up what enters at each crossing on its way to the roots; `leaving` may hold some of it back. */
export function accumulate<Load>(
  forest: Forest,
  reaches: readonly Reach[],
  steps: {
    readonly none: Load;
    readonly own: (reach: Reach) => Load;
    readonly at: (node: number) => Load;
    readonly add: (a: Load, b: Load) => Load;
    readonly along: (load: Load, reach: Reach) => Load;
    readonly leaving: (load: Load, node: number) => Load;
  },
): Loads<Load> {
  const arrived = new Map<number, Load>();
  const loads = new Map<Reach, Load>();
  const arrive = (reach: Reach, load: Load) => {
    loads.set(reach, load);
    const before = arrived.get(reach.down) ?? steps.none;
    arrived.set(reach.down, steps.add(before, steps.along(load, reach)));
  };
  const onward = new Map<number, Reach>();
  for (const reach of reaches) {
    if (reach.headM > 0) arrive(reach, steps.own(reach));
    else onward.set(reach.up, reach);
  }
  for (const node of [...forest.order].reverse()) {
    const here = steps.add(arrived.get(node) ?? steps.none, steps.at(node));
    arrived.set(node, here);
    const reach = onward.get(node);
    if (reach) arrive(reach, steps.add(steps.leaving(here, node), steps.own(reach)));
  }
  return { of: loads, arrived };
}
