// All networks under the streets at once: lines in the map (EPSG:25832), z is the axis of the pipe above the
// vertical datum.

import { createCrossSlopes } from './corridor-cross-slope.ts';
import { createCrossingLevels, type Obstacle } from './corridor-levels.ts';
import { type CorridorNetwork, corridor, offsetIn } from './corridor-table.ts';
import { nodePlace, type TraceVertex, traceOf } from './corridor-trace.ts';
import { createZones } from './corridor-zones.ts';
import type { Point3 } from './solids.ts';
import { type StreetGraph, stationsOf } from './street-graph.ts';

/** In a bridge's deck every pipe lies this deep. */
const inDeckM = 0.55;
/** A network's pipe under one edge of the streets. */
export interface PipeRun {
  /** Index in `graph.edges`. */
  readonly edge: number;
  readonly outerDiameterM: number;
  /** Level of the axis at the edge's `from` and `to`, for pipes that must fall; others keep their depth. */
  readonly fall?: readonly [fromM: number, toM: number];
  /** Crossing that a falling pipe begins beside: its line is drawn from there, but takes no room there. */
  readonly besideNode?: number;
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
  /** The line between two stations of the edge's axis, m; from the greater to the lesser, it is reversed. */
  readonly partOf: (
    network: CorridorNetwork,
    edge: number,
    startM: number,
    endM: number,
  ) => readonly Point3[];
}

/**
 * Lays out all networks at once: at every crossing each pressure pipe takes the depth nearest to its own
 * that stays clear of the falling pipes and of the others.
 */
export function layCorridor(
  graph: StreetGraph,
  networks: readonly NetworkRuns[],
  obstacles: readonly Obstacle[] = [],
): Corridor {
  const zones = createZones(graph);
  const crossSlopes = createCrossSlopes(graph);
  const runs = new Map(
    networks.map(({ network, runs: list }) => [
      network,
      new Map(list.map((run) => [run.edge, run])),
    ]),
  );
  const levels = createCrossingLevels(graph, zones, networks, obstacles);
  return {
    nodeOf: (network, node) => {
      const at = nodePlace(graph, zones, network, node);
      const fall = fallAt(graph, runs.get(network), node);
      return { ...at, z: fall ?? zones.surfaceAt(node, at) - levels.depthOf(network, node) };
    },
    lineOf: (network, index) => {
      if (!runs.get(network)?.has(index)) return undefined;
      return lineAlong(network, index).map(({ x, y, z }) => ({ x, y, z }));
    },
    partOf: (network, index, startM, endM) => {
      const [first, last] = [Math.min(startM, endM), Math.max(startM, endM)];
      const part = clip(lineAlong(network, index), first, last);
      return startM > endM ? part.reverse() : part;
    },
  };

  function lineAlong(network: CorridorNetwork, index: number): StationedPoint[] {
    const trace = traceOf(graph, zones, network, index);
    const fall = runs.get(network)?.get(index)?.fall;
    const levels = fall ? fallAlong(trace, fall) : trace.map((vertex) => levelOf(vertex, index));
    return trace.map(({ x, y, station }, at) => ({ x, y, z: levels[at]!, station }));
  }

  function levelOf(vertex: TraceVertex, index: number): number {
    const { network, station } = vertex;
    const edge = graph.edges[index]!;
    if (vertex.zone !== undefined)
      return zones.surfaceAt(vertex.zone, vertex) - levels.depthOf(network, vertex.zone);
    const [start, end] = edge.bridge ?? [0, 0];
    const isInDeck = edge.bridge && vertex.station >= start - 0.01 && vertex.station <= end + 0.01;
    if (isInDeck) return vertex.surfaceM - inDeckM;
    const rise = crossSlopes.riseAt(index, station, offsetIn(network, edge.widthM));
    return vertex.surfaceM + rise - corridor[network].depthM;
  }
}

/** The level of a falling network's node: that of the deepest run that ends there. */
function fallAt(
  graph: StreetGraph,
  runs: ReadonlyMap<number, PipeRun> | undefined,
  node: number,
): number | undefined {
  const levels = graph.nodes[node]!.edges.flatMap((edge) => {
    const { fall, besideNode } = runs?.get(edge) ?? {};
    return fall && besideNode !== node
      ? [graph.edges[edge]!.from === node ? fall[0] : fall[1]]
      : [];
  });
  return levels.length === 0 ? undefined : Math.min(...levels);
}

function fallAlong(trace: readonly TraceVertex[], [from, to]: readonly [number, number]): number[] {
  const stations = stationsOf(trace);
  return stations.map((station) => from + ((to - from) * station) / stations.at(-1)!);
}

interface StationedPoint extends Point3 {
  readonly station: number;
}

function clip(line: readonly StationedPoint[], startM: number, endM: number): Point3[] {
  const at = (station: number): Point3 => {
    const next = Math.max(
      1,
      line.findIndex((point) => point.station >= station - 1e-6),
    );
    const [a, b] = [line[next - 1]!, line[next]!];
    const share = b.station === a.station ? 1 : (station - a.station) / (b.station - a.station);
    const mix = (from: number, to: number) => from + (to - from) * Math.min(1, Math.max(0, share));
    return { x: mix(a.x, b.x), y: mix(a.y, b.y), z: mix(a.z, b.z) };
  };
  const inner = line.filter(({ station }) => station > startM + 0.01 && station < endM - 0.01);
  return [at(startM), ...inner.map(({ x, y, z }) => ({ x, y, z })), at(endM)];
}
