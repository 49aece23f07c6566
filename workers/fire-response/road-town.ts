// The city as engines see it: roads with driving times, doors of buildings on them, stations. Read once a city.

import type { ResponseLack } from '#features/fire/contract/response.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import type { Doors } from '#simulation/fire/response/doors.ts';
import { engineSpeedMs } from '#simulation/fire/response/engine-speed.ts';
import {
  createRoadGraph,
  type RoadGraph,
  type Roads,
} from '#simulation/fire/response/road-graph.ts';
import type { TownFiles } from '../town/client.ts';
import { findNearest } from '../town/nearest-street.ts';
import { readBuildings, type TownBuildings } from '../town/read-buildings.ts';
import type { ReadBytes } from '../town/read-bytes.ts';
import { readFeatures } from '../town/read-features.ts';
import { readStreets, type TownStreets } from '../town/read-streets.ts';
import { type BuildingFacts, readFacts } from './read-facts.ts';
import { readStations, type TownStation } from './read-stations.ts';

/** From here on a building is a high-rise for NFPA 1710: 75 ft. */
const HIGH_RISE_M = 23;
/** What stands on no road's line takes at least this long to pass, s: times of hours have 32 bits. */
const SHORTEST_S = 0.05;

export interface RoadTown {
  readonly files: TownFiles;
  readonly buildings: TownBuildings;
  readonly facts: BuildingFacts;
  readonly streets: TownStreets;
  readonly roads: Roads;
  readonly graph: RoadGraph;
  /** Turned round. */
  readonly back: RoadGraph;
  /** Street of each edge, and edge of each street: −1 where it joins nothing. */
  readonly streetOf: Uint32Array;
  readonly edgeOf: Int32Array;
  readonly edgeById: ReadonlyMap<string, number>;
  readonly lengthM: Float32Array;
  readonly doors: Doors;
  readonly isHighRise: Uint8Array;
  readonly stations: readonly TownStation[];
  readonly lacks: readonly ResponseLack[];
  /** The place on a road that is nearest to one on the ground. */
  placeOn(at: PlaceDeg): { readonly edge: number; readonly share: number };
}

/** Throws where the city has no buildings: nothing to send engines to. */
export async function readRoadTown(read: ReadBytes, files: TownFiles): Promise<RoadTown> {
  const [buildings, streetFeatures, facilities] = await Promise.all([
    readBuildings(read, files),
    readFeatures(read, files.collections.streets),
    readFeatures(read, files.collections.facilities),
  ]);
  if (!buildings) throw new Error(`${files.name} has no buildings that engines could come to.`);
  const lacks = new Set<ResponseLack>();
  const streets = joinByEnds(readStreets(streetFeatures, buildings), lacks);
  const net = roadsOf(streets);
  const facts = await readFacts(buildings);
  if (facts.heightM === undefined) lacks.add('heights');
  const placeOn = placeFinder(streets, net.edgeOf);
  const stations = readStations(facilities ?? [], buildings, doorsOf(streets, net.edgeOf), placeOn);
  if (stations.length === 0) lacks.add('stations');
  if (stations.some(({ areEnginesKnown }) => !areEnginesKnown)) lacks.add('engines');
  return {
    ...{ files, buildings, facts, streets, ...net, stations, placeOn },
    graph: createRoadGraph(net.roads),
    back: createRoadGraph(net.roads, true),
    doors: doorsOf(streets, net.edgeOf),
    isHighRise: Uint8Array.from({ length: buildings.count }, (_, at) =>
      Number((facts.heightM?.[at] ?? 0) > HIGH_RISE_M),
    ),
    lacks: [...lacks],
  };
}

/** Streets that don't say how they join are joined where their ends meet, within about 10 cm. */
function joinByEnds(streets: TownStreets, lacks: Set<ResponseLack>): TownStreets {
  if (streets.count === 0) lacks.add('streets');
  if (streets.count === 0 || streets.nodes > 0) return streets;
  lacks.add('street-graph');
  const nodes = new Map<string, number>();
  const { offsets, longitudeDeg, latitudeDeg } = streets.lines;
  const nodeAt = (point: number) => {
    const key = `${longitudeDeg[point]?.toFixed(6)} ${latitudeDeg[point]?.toFixed(6)}`;
    const known = nodes.get(key) ?? nodes.size;
    nodes.set(key, known);
    return known;
  };
  const from = streets.from.map((_, street) => nodeAt(offsets[street] ?? 0));
  const to = streets.to.map((_, street) => nodeAt((offsets[street + 1] ?? 1) - 1));
  return { ...streets, from, to, nodes: nodes.size };
}

function roadsOf(streets: TownStreets) {
  const edgeOf = new Int32Array(streets.count).fill(-1);
  const joined: number[] = [];
  for (let street = 0; street < streets.count; street++) {
    if (streets.from[street]! < 0 || streets.to[street]! < 0) continue;
    edgeOf[street] = joined.length;
    joined.push(street);
  }
  const streetOf = Uint32Array.from(joined);
  const lengthM = Float32Array.from(streetOf, (street) => streets.lengthM[street]!);
  const roads: Roads = {
    // Stations and stand-by places of a city without streets stand at a node that leads nowhere.
    nodeCount: Math.max(1, streets.nodes),
    from: Uint32Array.from(streetOf, (street) => streets.from[street]!),
    to: Uint32Array.from(streetOf, (street) => streets.to[street]!),
    timeS: Float32Array.from(streetOf, (street, edge) => {
      const speed = engineSpeedMs(streets.limitKmh[street]!, streets.classes[street] ?? '');
      return Math.max(SHORTEST_S, lengthM[edge]! / speed);
    }),
    isOneWay: Uint8Array.from(streetOf, (street) => streets.isOneWay[street]!),
  };
  const edgeById = new Map(
    joined.map((street, edge) => [streets.lines.ids[street] ?? '', edge] as const),
  );
  return { roads, streetOf, edgeOf, edgeById, lengthM };
}

function doorsOf({ doorStreet, doorM, lengthM }: TownStreets, edgeOf: Int32Array): Doors {
  return {
    edge: Int32Array.from(doorStreet, (street) => (street < 0 ? -1 : edgeOf[street]!)),
    share: Float32Array.from(doorM, (alongM, at) => shareOf(alongM, lengthM[doorStreet[at]!])),
  };
}

const shareOf = (alongM: number, lengthM: number | undefined): number =>
  lengthM !== undefined && lengthM > 0 ? Math.min(1, Math.max(0, alongM / lengthM)) : 0;

/** What was looked for is kept: a stand-by place is asked about with every run. */
function placeFinder(streets: TownStreets, edgeOf: Int32Array): RoadTown['placeOn'] {
  const known = new Map<string, { readonly edge: number; readonly share: number }>();
  return ([longitude, latitude]) => {
    const key = `${longitude} ${latitude}`;
    const before = known.get(key);
    if (before) return before;
    const place = { longitudeDeg: [longitude], latitudeDeg: [latitude] };
    const { street, alongM } = findNearest(streets.lines, [0], place);
    const on = street[0]!;
    const found = {
      edge: on < 0 ? -1 : edgeOf[on]!,
      share: on < 0 ? 0 : shareOf(alongM[0]!, streets.lengthM[on]),
    };
    known.set(key, found);
    return found;
  };
}
