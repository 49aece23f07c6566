import { aRoadGrid } from '../../src/simulation/fire/response/a-town.ts';
import { findArrivals } from '../../src/simulation/fire/response/arrivals.ts';
import {
  arriveAtDoors,
  placeStations,
  type StationsAtDoors,
} from '../../src/simulation/fire/response/doors.ts';
import { closedAt, createRoadGraph } from '../../src/simulation/fire/response/road-graph.ts';
import { findWaysTo, routeFrom } from '../../src/simulation/fire/response/route.ts';
import { leastCpuS } from '../flood/measure.ts';
import type { Row } from '../row.ts';

const STATIONS = 20;
const BUILDINGS = 100_000;

export async function benchResponse(): Promise<Row[]> {
  const roads = aRoadGrid(548, 1);
  const graph = createRoadGraph(roads);
  const back = createRoadGraph(roads, true);
  const stations: StationsAtDoors = {
    edge: Int32Array.from({ length: STATIONS }, (_, at) => (at * 29_731 + 977) % graph.edgeCount),
    share: new Float32Array(STATIONS).fill(0.4),
    readyS: new Float32Array(STATIONS).fill(80),
    engines: new Uint8Array(STATIONS).fill(2),
  };
  const doors = {
    edge: Int32Array.from({ length: BUILDINGS }, (_, at) => (at * 5) % graph.edgeCount),
    share: Float32Array.from({ length: BUILDINGS }, (_, at) => (at % 11) / 11),
  };
  const flood = {
    cause: 'flood',
    edges: Uint32Array.from({ length: 6000 }, (_, at) => 200_000 + at),
    ...{ fromS: 0, toS: 3600 },
  } as const;
  const walkS = new Float32Array(graph.edgeCount).fill(Infinity);
  const open = new Uint8Array(graph.edgeCount);
  const run = (depth: number, closed: Uint8Array = open) => {
    const placed = placeStations(roads, stations, closed);
    const arrivals = findArrivals(graph, placed, depth, closed);
    return arriveAtDoors(roads, arrivals, stations, doors, 2 * depth, { closed, walkS });
  };
  const dispatch = () => {
    const ways = findWaysTo(roads, back, 150_000, 0.5);
    for (let at = 0; at < STATIONS; at++) routeFrom(roads, graph, ways, stations, at);
  };
  const row = async (what: string, goal: number, work: () => unknown): Promise<Row> => ({
    case: `${what}, 20 stations, ${graph.nodeCount} nodes (CPU)`,
    value: (await leastCpuS(5, work)) * 1000,
    ...{ unit: 'ms', peer: 'goal', peerValue: goal },
  });
  return [
    await row('first engine', 250, () => run(1)),
    await row('first to sixth engine from three stations', 250, () => run(3)),
    await row('the same after a closure of 6,000 roads', 300, () =>
      run(3, closedAt([flood], graph.edgeCount, 60)),
    ),
    await row('ways of all stations to one building', 250, dispatch),
  ];
}
