// The street graph as two collections: the ways with what traffic and rescue need to know, and the crossings.

import type { StreetGraph } from './street-graph.ts';
import type { BuildingAccess } from './street-graph-access.ts';
import { type Collection, toCollection, toLine, toPlace } from './write-collection.ts';

export function writeStreets(
  { nodes, edges }: StreetGraph,
  accesses: readonly BuildingAccess[],
): readonly Collection[] {
  const reached = new Map<number, BuildingAccess[]>();
  for (const access of accesses) {
    const list = reached.get(access.edge);
    if (list) list.push(access);
    else reached.set(access.edge, [access]);
  }
  const streets = edges.map((edge, index) =>
    toLine(edge.id, edge.line, {
      name: edge.name,
      class: edge.class,
      fromNode: nodes[edge.from]!.id,
      toNode: nodes[edge.to]!.id,
      length_m: round(edge.lengthM),
      width_m: edge.widthM,
      lanes: edge.laneCount,
      speedLimit_kmh: edge.speedLimitKmh,
      sidewalk_m: edge.sidewalkM,
      oneWay: edge.isOneWay,
      structure: edge.bridge ? 'bridge' : edge.isUnderpass ? 'underpass' : 'road',
      ...(edge.bridge && { bridge_m: edge.bridge.map(round) }),
      levelCrossing: edge.crossesRailway && !edge.isUnderpass,
      access: edge.class === 'lane' ? 'pedestrians, deliveries, rescue' : 'all',
      // Who is reached from this street, and where along it.
      buildings: (reached.get(index) ?? []).map(({ building }) => building),
      buildingStations_m: (reached.get(index) ?? []).map(({ stationM }) => round(stationM)),
    }),
  );
  const crossings = nodes.map(({ id, at, edges: ends }) =>
    toPlace(id, at, { streets: ends.map((edge) => edges[edge]!.id), ways: ends.length }),
  );
  return [
    toCollection('streets', 'Streets', streets),
    toCollection('street-nodes', 'Crossings', crossings),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
