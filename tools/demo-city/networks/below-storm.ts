// Sanitary sewers pass below storm sewers: where the two would touch, the sanitary one goes deeper at that
// crossing, until none touch.

import { layCorridor, type NetworkRuns, type PipeRun } from '../corridor.ts';
import { findPipeCrossings, type LaidPipe } from '../corridor-clearance.ts';
import { distance, type Point } from '../plane.ts';
import type { StreetGraph } from '../street-graph.ts';

import { stormWalls } from './outfall-walls.ts';
import type { SanitaryDraft, SanitaryPlan } from './sanitary-draft.ts';
import type { StormDraft } from './storm-draft.ts';

const clearanceM = 0.2;
/** A little more than asked for, so that a rounded level still is enough. */
const spareM = 0.05;
const mostRounds = 40;

/** Redrafts with more depth where needed; throws where that does not end. */
export function passBelow(storm: StormDraft, plan: SanitaryPlan): SanitaryDraft {
  const { graph } = storm;
  const places = findPlaces(graph, storm.runs, plan.edges);
  const walls = new Map(stormWalls(storm).map((wall) => [wall.crossing, wall]));
  const stormRuns = new Map(storm.runs.runs.map((run) => [run.edge, run]));
  const extra = new Map<number, number>();
  for (let round = 0; round < mostRounds; round++) {
    const draft = plan.levelled((node) => extra.get(node) ?? 0);
    const runs = new Map(draft.runs.runs.map((run) => [run.edge, run]));
    const needed = new Map<number, number>();
    for (const { above, below, node } of places) {
      const [upper, lower] = [stormRuns.get(above.edge)!, runs.get(below.edge)!];
      const [roof, floor] = [levelIn(upper, above.share), levelIn(lower, below.share)];
      const radii = (upper.outerDiameterM + lower.outerDiameterM) / 2;
      if (Math.abs(roof - floor) >= radii + clearanceM) continue;
      const more = radii + clearanceM + spareM - (roof - floor);
      needed.set(node, Math.max(needed.get(node) ?? 0, more));
    }
    for (const run of draft.runs.runs) {
      for (const [share, node] of endsOf(graph, run.edge)) {
        const wall = walls.get(node);
        if (!wall) continue;
        const radius = run.outerDiameterM / 2 + clearanceM;
        const level = levelIn(run, share);
        if (level - radius >= wall.topM || level + radius <= wall.bottomM) continue;
        const more = level + radius + spareM - wall.bottomM;
        needed.set(node, Math.max(needed.get(node) ?? 0, more));
      }
    }
    if (needed.size === 0) return draft;
    for (const [node, more] of needed)
      extra.set(node, (extra.get(node) ?? 0) + more * (1 + round / 4));
  }
  throw new Error(`Sanitary and storm sewers still touch after ${mostRounds} rounds.`);
}

const endsOf = (graph: StreetGraph, edge: number): readonly (readonly [number, number])[] => {
  const { from, to } = graph.edges[edge]!;
  return [
    [0, from],
    [1, to],
  ];
};

interface Part {
  readonly edge: number;
  /** Of the way from the edge's `from` to its `to`. */
  readonly share: number;
}

/** A place where both cross in plan, and the crossing of the streets that it belongs to. */
interface Place {
  readonly above: Part;
  readonly below: Part;
  readonly node: number;
}

const levelIn = ({ fall }: PipeRun, share: number): number => {
  const [from, to] = fall ?? [0, 0];
  return from + (to - from) * share;
};

/** Lines are laid with levels from 0 to 1, so that a level tells the share of the way. */
function findPlaces(
  graph: StreetGraph,
  storm: NetworkRuns,
  sanitary: readonly number[],
): readonly Place[] {
  const runsOn = (edges: readonly number[]): PipeRun[] =>
    edges.map((edge) => ({ edge, outerDiameterM: 0.1, fall: [0, 1] }));
  const networks: readonly NetworkRuns[] = [
    { network: 'storm', runs: runsOn(storm.runs.map(({ edge }) => edge)) },
    { network: 'sanitary', runs: runsOn(sanitary) },
  ];
  const corridor = layCorridor(graph, networks);
  const edges: number[] = [];
  const pipes: LaidPipe[] = [];
  for (const { network, runs } of networks) {
    for (const { edge } of runs) {
      edges.push(edge);
      pipes.push({ network, line: corridor.lineOf(network, edge)!, outerDiameterM: 0 });
    }
  }
  return findPipeCrossings(pipes).flatMap(({ pipes: pair, at }): Place[] => {
    const above = pair.find((pipe) => pipes[pipe]!.network === 'storm');
    const below = pair.find((pipe) => pipes[pipe]!.network === 'sanitary');
    if (above === undefined || below === undefined) return [];
    const { from, to } = graph.edges[edges[below]!]!;
    const isFrom = distance(graph.nodes[from]!.at, at) < distance(graph.nodes[to]!.at, at);
    const part = (pipe: number): Part => ({ edge: edges[pipe]!, share: shareAt(pipes[pipe]!, at) });
    return [{ above: part(above), below: part(below), node: isFrom ? from : to }];
  });
}

function shareAt({ line }: LaidPipe, at: Point): number {
  let best = { off: Number.POSITIVE_INFINITY, z: 0 };
  for (const [index, b] of line.slice(1).entries()) {
    const a = line[index]!;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const square = dx * dx + dy * dy;
    const raw = square === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / square;
    const share = Math.min(1, Math.max(0, raw));
    const off = Math.hypot(a.x + dx * share - at.x, a.y + dy * share - at.y);
    if (off < best.off) best = { off, z: a.z + (b.z - a.z) * share };
  }
  return best.z;
}
