// All networks under the streets at once: lines in the map (EPSG:25832), z is the axis of the pipe above the
// vertical datum.

import { createCrossingLevels } from './corridor-levels.ts';
import { type CorridorNetwork, corridor } from './corridor-table.ts';
import { nodePlace, type TraceVertex, traceOf } from './corridor-trace.ts';
import { createZones } from './corridor-zones.ts';
import type { Point3 } from './solids.ts';
import { type StreetEdge, type StreetGraph, stationsOf } from './street-graph.ts';

/** In a bridge's deck every pipe lies this deep. */
const inDeckM = 0.55;
/** A network's pipe under one edge of the streets. */
export interface PipeRun {
  /** Index in `graph.edges`. */
  readonly edge: number;
  readonly outerDiameterM: number;
  /** Level of the axis at the edge's `from` and `to`, for pipes that must fall; others keep their depth. */
  readonly fall?: readonly [fromM: number, toM: number];
}

export interface NetworkRuns {
  readonly network: CorridorNetwork;
  readonly runs: readonly PipeRun[];
}

export interface Corridor {
  /** Where all pipes of the network meet at a crossing; `z` is their axis. */
  readonly nodeOf: (network: CorridorNetwork, node: number) => Point3;
  /** From the node at `from` to the node at `to`; undefined where the network has no run under the edge. */
  readonly lineOf: (network: CorridorNetwork, edge: number) => readonly Point3[] | undefined;
}

/**
 * Lays out all networks at once: at every crossing each pressure pipe takes the depth nearest to its own
 * that stays clear of the falling pipes and of the others.
 */
export function layCorridor(graph: StreetGraph, networks: readonly NetworkRuns[]): Corridor {
  const zones = createZones(graph);
  const runs = new Map(
    networks.map(({ network, runs: list }) => [
      network,
      new Map(list.map((run) => [run.edge, run])),
    ]),
  );
  const levels = createCrossingLevels(graph, zones, networks);
  return {
    nodeOf: (network, node) => {
      const at = nodePlace(graph, zones, network, node);
      const fall = fallAt(graph, runs.get(network), node);
      return { ...at, z: fall ?? zones.surfaceAt(node, at) - levels.depthOf(network, node) };
    },
    lineOf: (network, index) => {
      const run = runs.get(network)?.get(index);
      const edge = graph.edges[index];
      if (!run || !edge) return undefined;
      const trace = traceOf(graph, zones, network, index);
      if (run.fall) return falling(trace, run.fall);
      return trace.map((vertex) => ({ x: vertex.x, y: vertex.y, z: levelOf(vertex, edge) }));
    },
  };

  function levelOf(vertex: TraceVertex, edge: StreetEdge): number {
    const { network } = vertex;
    if (vertex.zone !== undefined)
      return zones.surfaceAt(vertex.zone, vertex) - levels.depthOf(network, vertex.zone);
    const [start, end] = edge.bridge ?? [0, 0];
    const isInDeck = edge.bridge && vertex.station >= start - 0.01 && vertex.station <= end + 0.01;
    return vertex.surfaceM - (isInDeck ? inDeckM : corridor[network].depthM);
  }
}

/** The level of a falling network's node: that of the deepest run that ends there. */
function fallAt(
  graph: StreetGraph,
  runs: ReadonlyMap<number, PipeRun> | undefined,
  node: number,
): number | undefined {
  const levels = graph.nodes[node]!.edges.flatMap((edge) => {
    const fall = runs?.get(edge)?.fall;
    return fall ? [graph.edges[edge]!.from === node ? fall[0] : fall[1]] : [];
  });
  return levels.length === 0 ? undefined : Math.min(...levels);
}

function falling(trace: readonly TraceVertex[], [from, to]: readonly [number, number]): Point3[] {
  const stations = stationsOf(trace);
  const length = stations.at(-1)!;
  return trace.map(({ x, y }, index) => ({
    x,
    y,
    z: from + ((to - from) * stations[index]!) / length,
  }));
}
