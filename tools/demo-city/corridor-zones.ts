// The ground of each crossing: how far it reaches into its streets, which street is the main one, and the
// plane of its surface.

import { streetLevel } from './landscape.ts';
import { cross, direction, distance, dot, type Point, subtract } from './plane.ts';
import { toMap } from './site.ts';
import type { StreetGraph } from './street-graph.ts';

export interface Zones {
  /** How far the zones at both ends reach into an edge, m along its axis. */
  readonly setBacksOf: (edge: number) => readonly [fromM: number, toM: number];
  /** Direction and width of the widest street at a crossing. */
  readonly mainOf: (node: number) => { readonly along: Point; readonly widthM: number };
  /** Surface of the crossing's ground, taken as a plane, at a point of the map near it. */
  readonly surfaceAt: (node: number, at: Point) => number;
  /** Crossings so close that their zones touch share one number. */
  readonly groupOf: (node: number) => number;
}

/** Half the width that pipes take under a street, and a little more. */
const halfM = 4.7;
const leastSetBackM = 5.5;

const known = new WeakMap<StreetGraph, Zones>();

/** The same zones for the same graph, so that what is worked out on them is found again. */
export function createZones(graph: StreetGraph): Zones {
  const zones = known.get(graph) ?? measureZones(graph);
  known.set(graph, zones);
  return zones;
}

function measureZones(graph: StreetGraph): Zones {
  const reach = graph.nodes.map((_, node) => reachOf(graph, node));
  const setBacks = graph.edges.map(({ from, to, lengthM, jogM }) => {
    const ownM = lengthM - jogM[0] - jogM[1];
    const shrink = Math.min(1, (ownM * 0.9) / (reach[from]! + reach[to]!));
    return [jogM[0] + reach[from]! * shrink, jogM[1] + reach[to]! * shrink] as const;
  });
  const mains = graph.nodes.map((_, node) => mainOf(graph, node));
  const slopes = graph.nodes.map((_, node) => slopeAt(graph, node));
  const groups = groupTouching(graph, setBacks);
  return {
    setBacksOf: (edge) => setBacks[edge]!,
    mainOf: (node) => mains[node]!,
    surfaceAt: (node, at) => {
      const { at: centre } = graph.nodes[node]!;
      const slope = slopes[node]!;
      return centre.z + (at.x - centre.x) * slope.x + (at.y - centre.y) * slope.y;
    },
    groupOf: (node) => groups[node]!,
  };
}

/** Unit vector from a node into one of its edges. */
function outward(graph: StreetGraph, node: number, index: number): Point {
  const { line, from, jogM } = graph.edges[index]!;
  const points = from === node ? line : [...line].reverse();
  const first = jogM[from === node ? 0 : 1] > 0 ? 1 : 0;
  return direction(points[first]!, points[first + 1]!);
}

/** Beyond this distance the strips under two streets that meet here are apart. */
function reachOf(graph: StreetGraph, node: number): number {
  const rays = graph.nodes[node]!.edges.map((edge) => outward(graph, node, edge));
  let reach = leastSetBackM;
  for (const [index, a] of rays.entries()) {
    for (const b of rays.slice(index + 1)) {
      const turn = Math.abs(cross(a, b));
      if (dot(a, b) > -0.94)
        reach = Math.max(reach, (halfM * (1 + dot(a, b))) / Math.max(turn, 0.2));
    }
  }
  return reach;
}

function mainOf(graph: StreetGraph, node: number): { along: Point; widthM: number } {
  const { edges } = graph.nodes[node]!;
  const passes = (street: number) =>
    edges.filter((edge) => graph.edges[edge]!.street === street).length;
  const ranked = [...edges].sort((a, b) => {
    const [first, second] = [graph.edges[a]!, graph.edges[b]!];
    return second.widthM - first.widthM || passes(second.street) - passes(first.street) || a - b;
  });
  const main = graph.edges[ranked[0]!]!;
  const own = edges.filter((edge) => graph.edges[edge]!.street === main.street);
  const sum = own
    .map((edge) => {
      const ray = outward(graph, node, edge);
      return graph.edges[edge]!.from === node ? ray : { x: -ray.x, y: -ray.y };
    })
    .reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { along: direction({ x: 0, y: 0 }, sum), widthM: main.widthM };
}

/**
 * Rise of the ground per metre eastwards and northwards in the map: that of the streets here, and where they
 * leave it open, that of the land (least squares; a ditch beside the street counts little).
 */
function slopeAt(graph: StreetGraph, node: number): Point {
  const land = landSlope(graph.nodes[node]!.plan);
  let [xx, xy, yy] = [landWeight, 0, landWeight];
  let [x, y] = [landWeight * land.x, landWeight * land.y];
  for (const index of graph.nodes[node]!.edges) {
    const { line, from } = graph.edges[index]!;
    const [near, far] = from === node ? [line[0]!, line[1]!] : [line.at(-1)!, line.at(-2)!];
    const ray = direction(near, far);
    const rise = (far.z - near.z) / distance(near, far);
    xx += ray.x * ray.x;
    xy += ray.x * ray.y;
    yy += ray.y * ray.y;
    x += ray.x * rise;
    y += ray.y * rise;
  }
  const size = xx * yy - xy * xy;
  return { x: (x * yy - y * xy) / size, y: (y * xx - x * xy) / size };
}

const landWeight = 0.1;

function landSlope(plan: Point): Point {
  const step = 6;
  const [right, up] = [
    { x: plan.x + step, y: plan.y },
    { x: plan.x, y: plan.y + step },
  ];
  const [a, b, c] = [toMap(plan), toMap(right), toMap(up)];
  const rise = streetLevel(right) - streetLevel(plan);
  const climb = streetLevel(up) - streetLevel(plan);
  const [u, v] = [subtract(b, a), subtract(c, a)];
  const size = cross(u, v);
  return { x: (rise * v.y - climb * u.y) / size, y: (climb * u.x - rise * v.x) / size };
}

function groupTouching(
  graph: StreetGraph,
  setBacks: readonly (readonly [number, number])[],
): number[] {
  const parents = graph.nodes.map((_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== root) root = parents[root]!;
    return root;
  };
  for (const [index, { from, to, lengthM }] of graph.edges.entries()) {
    const [start, end] = setBacks[index]!;
    if (lengthM < start + end + 3) parents[rootOf(to)] = rootOf(from);
  }
  return parents.map((_, node) => rootOf(node));
}
