// A run under one street in plan: from the network's node at a crossing, parallel to the axis, to the next node.

import { type CorridorNetwork, offsetIn } from './corridor-table.ts';
import type { Zones } from './corridor-zones.ts';
import { add, direction, type Point, scale } from './plane.ts';
import { type StreetEdge, type StreetGraph, stationsOf } from './street-graph.ts';

/** A pipe comes up or goes down to its place at a crossing over this length. */
const rampM = 3;

export interface TraceVertex extends Point {
  readonly network: CorridorNetwork;
  /** Along the edge's axis, m. */
  readonly station: number;
  /** The crossing in whose zone the vertex lies. */
  readonly zone: number | undefined;
  /** Of the street at this station. */
  readonly surfaceM: number;
}

/** Where the network's node lies: on its line along the crossing's widest street. */
export function nodePlace(
  graph: StreetGraph,
  zones: Zones,
  network: CorridorNetwork,
  node: number,
): Point {
  const { along, widthM } = zones.mainOf(node);
  const right = { x: along.y, y: -along.x };
  return add(graph.nodes[node]!.at, scale(right, offsetIn(network, widthM)));
}

/** Levels and lines ask for the same traces again and again; drawing them anew took a third of all design. */
const known = new WeakMap<Zones, Map<string, readonly TraceVertex[]>>();

/** The plan of a run without its levels: node, parallel to the axis, node. */
export function traceOf(
  graph: StreetGraph,
  zones: Zones,
  network: CorridorNetwork,
  index: number,
): readonly TraceVertex[] {
  const traces = known.get(zones) ?? new Map<string, readonly TraceVertex[]>();
  known.set(zones, traces);
  const key = `${network}/${index}`;
  const trace = traces.get(key) ?? drawTrace(graph, zones, network, index);
  traces.set(key, trace);
  return trace;
}

function drawTrace(
  graph: StreetGraph,
  zones: Zones,
  network: CorridorNetwork,
  index: number,
): TraceVertex[] {
  const edge = graph.edges[index]!;
  const stations = stationsOf(edge.line);
  const [start, end] = zones.setBacksOf(index);
  const last = edge.lengthM - end;
  const ramp = Math.min(rampM, Math.max(0, (last - start) / 3));
  const inner = stations.filter((at) => at > start + ramp + 0.5 && at < last - ramp - 0.5);
  const ramps = last - start < 3 ? [] : [start + ramp, last - ramp];
  const [jogFrom, jogTo] = edge.jogM;
  const cuts = [
    ...new Set([
      ...(jogFrom > 0 ? [jogFrom] : []),
      ...[start, ...ramps.slice(0, 1), ...inner, ...ramps.slice(1), last],
      ...(jogTo > 0 ? [edge.lengthM - jogTo] : []),
    ]),
  ];
  const offset = offsetIn(network, edge.widthM);
  const vertex = (station: number): TraceVertex => {
    const { at, along } = pointAt(edge, stations, station);
    const place = add(at, scale({ x: along.y, y: -along.x }, offset));
    const zone = station <= start ? edge.from : station >= last ? edge.to : undefined;
    return { ...place, network, station, zone, surfaceM: at.z };
  };
  const atNode = (node: number, station: number): TraceVertex => ({
    ...nodePlace(graph, zones, network, node),
    network,
    station,
    zone: node,
    surfaceM: graph.nodes[node]!.at.z,
  });
  return [atNode(edge.from, 0), ...cuts.map(vertex), atNode(edge.to, edge.lengthM)];
}

/** Place on the axis and its direction there, smooth from one straight to the next. */
function pointAt(edge: StreetEdge, stations: readonly number[], station: number) {
  const next = Math.max(
    1,
    stations.findIndex((at) => at >= station - 1e-9),
  );
  const [a, b] = [edge.line[next - 1]!, edge.line[next]!];
  const share = (station - stations[next - 1]!) / (stations[next]! - stations[next - 1]!);
  const at = {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    z: a.z + (b.z - a.z) * share,
  };
  const onVertex = Math.abs(share - 1) < 1e-6 && next < edge.line.length - 1;
  const along = onVertex
    ? direction({ x: 0, y: 0 }, add(direction(a, b), direction(b, edge.line[next + 1]!)))
    : direction(a, b);
  return { at, along };
}
