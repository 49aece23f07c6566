// Which streets hang on which transformer: connected pieces of the street graph, each with about as much load
// as a 630 kVA transformer carries.

import type { StreetGraph } from '../street-graph.ts';
import { type Forest, growForest } from './forest.ts';

export interface PowerCell {
  readonly edges: readonly number[];
  readonly loadKw: number;
  /** Crossing where the transformer stands. */
  readonly station: number;
  /** Ways from the station over the cell's edges. */
  readonly forest: Forest;
}

/** As much as a transformer takes at the grid's peak, and as far as its cables reach. */
const fullKw = 420;
const farM = 420;

export function cutCells(
  graph: StreetGraph,
  edges: readonly number[],
  loadOf: (edge: number) => number,
): PowerCell[] {
  const left = new Set(edges);
  const cells: PowerCell[] = [];
  // Each cell starts beside the one before, so that no scraps are left between them.
  const fringe: number[] = [];
  while (left.size > 0) {
    const start = nextStart(left, fringe);
    const members = growCell(graph, start, left, loadOf);
    for (const edge of members) left.delete(edge);
    fringe.push(...neighboursOf(graph, members));
    cells.push(toCell(graph, members, loadOf));
  }
  return cells;
}

function nextStart(left: ReadonlySet<number>, fringe: number[]): number {
  for (let edge = fringe.shift(); edge !== undefined; edge = fringe.shift()) {
    if (left.has(edge)) return edge;
  }
  const [first] = left;
  return first!;
}

const neighboursOf = (graph: StreetGraph, edges: readonly number[]): number[] =>
  edges.flatMap((edge) => {
    const { from, to } = graph.edges[edge]!;
    return [...graph.nodes[from]!.edges, ...graph.nodes[to]!.edges];
  });

/** Nearest edges first, over crossings that they share, until the transformer is full. */
function growCell(
  graph: StreetGraph,
  start: number,
  left: ReadonlySet<number>,
  loadOf: (edge: number) => number,
): number[] {
  const members = new Set([start]);
  const reached = new Map<number, number>();
  const { from, to, lengthM } = graph.edges[start]!;
  reached.set(from, 0);
  reached.set(to, lengthM);
  let load = loadOf(start);
  for (;;) {
    let best: { edge: number; at: number } | undefined;
    for (const [node, at] of reached) {
      for (const edge of graph.nodes[node]!.edges) {
        if (members.has(edge) || !left.has(edge)) continue;
        const far = at + graph.edges[edge]!.lengthM;
        if (far > farM || load + loadOf(edge) > fullKw) continue;
        if (!best || far < best.at) best = { edge, at: far };
      }
    }
    if (!best) return [...members];
    members.add(best.edge);
    load += loadOf(best.edge);
    const ends = graph.edges[best.edge]!;
    for (const node of [ends.from, ends.to]) {
      reached.set(node, Math.min(best.at, reached.get(node) ?? Number.POSITIVE_INFINITY));
    }
  }
}

function toCell(
  graph: StreetGraph,
  members: readonly number[],
  loadOf: (edge: number) => number,
): PowerCell {
  const own = new Set(members);
  const nodes = [
    ...new Set(members.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to])),
  ];
  const weights = members.map((edge) => loadOf(edge) + 1);
  const total = weights.reduce((a, b) => a + b);
  const middle = { x: 0, y: 0 };
  for (const [index, edge] of members.entries()) {
    const { from, to } = graph.edges[edge]!;
    const [a, b] = [graph.nodes[from]!.at, graph.nodes[to]!.at];
    middle.x += ((a.x + b.x) / 2) * (weights[index]! / total);
    middle.y += ((a.y + b.y) / 2) * (weights[index]! / total);
  }
  const off = (node: number) =>
    Math.hypot(graph.nodes[node]!.at.x - middle.x, graph.nodes[node]!.at.y - middle.y);
  const station = nodes.reduce((best, node) => (off(node) < off(best) ? node : best));
  const forest = growForest(graph, [station], (edge) =>
    own.has(edge) ? graph.edges[edge]!.lengthM : Number.POSITIVE_INFINITY,
  );
  const edges = [...members].sort((a, b) => a - b);
  return { edges, loadKw: edges.reduce((sum, edge) => sum + loadOf(edge), 0), station, forest };
}
