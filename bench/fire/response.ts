import { aRoadGrid } from '../../src/simulation/fire/response/a-town.ts';
import { findArrivals } from '../../src/simulation/fire/response/arrivals.ts';
import { arriveAtBuildings } from '../../src/simulation/fire/response/at-buildings.ts';
import { closedAt, createRoadGraph } from '../../src/simulation/fire/response/road-graph.ts';
import { leastCpuS } from '../flood/measure.ts';
import type { Row } from '../row.ts';

const STATIONS = 20;
const BUILDINGS = 100_000;

export async function benchResponse(): Promise<Row[]> {
  const graph = createRoadGraph(aRoadGrid(548, 1));
  const stations = {
    node: Uint32Array.from({ length: STATIONS }, (_, at) => (at * 14_731 + 977) % graph.nodeCount),
    readyS: new Float32Array(STATIONS).fill(80),
    engines: new Uint8Array(STATIONS).fill(2),
  };
  const node = Uint32Array.from({ length: BUILDINGS }, (_, at) => (at * 3) % graph.nodeCount);
  const accessS = new Float32Array(BUILDINGS).fill(5);
  const flood = {
    cause: 'flood',
    edges: Uint32Array.from({ length: 6000 }, (_, at) => 200_000 + at),
    ...{ fromS: 0, toS: 3600 },
  } as const;
  const run = (depth: number, closed?: Uint8Array) =>
    arriveAtBuildings(findArrivals(graph, stations, depth, closed), node, accessS, 2 * depth);
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
  ];
}
