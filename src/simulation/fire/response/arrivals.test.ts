import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRoadGrid } from './a-town.ts';
import { findArrivals, NONE, type Stations } from './arrivals.ts';
import { arriveAtBuildings, isochroneBands } from './at-buildings.ts';
import { arriveAtDoors } from './doors.ts';
import { rankPlaces } from './next-station.ts';
import { type Closure, closedAt, createRoadGraph, type Roads } from './road-graph.ts';
import { areasByStation, measureResponse } from './standards.ts';

const someStations = (
  ...rows: readonly (readonly [node: number, readyS: number, engines: number])[]
): Stations => ({
  node: Uint32Array.from(rows, ([node]) => node),
  readyS: Float32Array.from(rows, ([, readyS]) => readyS),
  engines: Uint8Array.from(rows, ([, , engines]) => engines),
});

/** By definition: every road relaxed until nothing changes. */
function byDefinition(roads: Roads, source: number, readyS: number, closed?: Uint8Array): number[] {
  const times = new Array<number>(roads.nodeCount).fill(Infinity);
  times[source] = readyS;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    roads.from.forEach((from, at) => {
      if (closed?.[at] === 1) return;
      const ways = roads.isOneWay[at] === 1 ? [[from, roads.to[at]!]] : [];
      if (ways.length === 0) ways.push([from, roads.to[at]!], [roads.to[at]!, from]);
      for (const [tail = 0, head = 0] of ways) {
        const there = times[tail]! + roads.timeS[at]!;
        if (there < times[head]! - 1e-6) {
          times[head] = there;
          isChanged = true;
        }
      }
    });
  }
  return times;
}

/** A street of five nodes, 100 s each. */
const aStreet = (): Roads => ({
  nodeCount: 5,
  from: Uint32Array.of(0, 1, 2, 3),
  to: Uint32Array.of(1, 2, 3, 4),
  timeS: new Float32Array(4).fill(100),
  isOneWay: new Uint8Array(4),
});

describe('arrivals', () => {
  it('agrees with every road relaxed until nothing changes, closures and one-way roads too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 0, max: 120 }), fc.constant(1)), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(130), { maxLength: 20 }),
        (seed, rows, depth, shut) => {
          const roads = aRoadGrid(9, seed);
          const graph = createRoadGraph(roads);
          const closed = new Uint8Array(graph.edgeCount);
          for (const edge of shut) if (edge < closed.length) closed[edge] = 1;
          const found = findArrivals(graph, someStations(...rows), depth, closed);
          const each = rows.map(([node, readyS]) => byDefinition(roads, node, readyS, closed));
          for (let node = 0; node < roads.nodeCount; node++) {
            const expected = each.map((times) => times[node]!).sort((a, b) => a - b);
            for (let k = 0; k < depth; k++) {
              const label = node * depth + k;
              const timeS = expected[k] ?? Infinity;
              if (timeS === Infinity) {
                expect(found.timeS[label]).toBe(Infinity);
                expect(found.station[label]).toBe(NONE);
              } else {
                expect(Math.abs(found.timeS[label]! - timeS)).toBeLessThan(1e-3);
                const own = each[found.station[label]!]![node]!;
                expect(Math.abs(own - timeS)).toBeLessThan(1e-3);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives first, second and full alarm, engines of one station together', () => {
    const graph = createRoadGraph(aStreet());
    const arrivals = findArrivals(graph, someStations([0, 80, 1], [4, 60, 3]), 2);
    const at = arriveAtBuildings(arrivals, Uint32Array.of(1, 3), Float32Array.of(10, 10), 4);
    expect([...at.firstS]).toEqual([190, 170]);
    expect([...at.secondS]).toEqual([370, 170]);
    expect([...at.fullAlarmS]).toEqual([370, 390]);
    expect([...at.firstTravelS]).toEqual([110, 110]);
    expect([...at.fullAlarmTravelS]).toEqual([310, 310]);
    expect([...at.firstStation]).toEqual([0, 1]);
    const few = arriveAtBuildings(arrivals, Uint32Array.of(1), Float32Array.of(0), 5);
    expect(few.fullAlarmS[0]).toBe(Infinity);
  });

  it('closes roads in their window only, and takes the way round or none', () => {
    const flood: Closure = { cause: 'flood', edges: Uint32Array.of(1), fromS: 100, toS: 200 };
    const graph = createRoadGraph(aStreet());
    const timeAt = (timeS: number) =>
      findArrivals(graph, someStations([0, 0, 1]), 1, closedAt([flood], 4, timeS)).timeS[4];
    expect([99, 100, 199, 200].map(timeAt)).toEqual([400, Infinity, Infinity, 400]);
    expect(() => closedAt([{ ...flood, edges: Uint32Array.of(9) }], 4, 150)).toThrow(
      'A closure by flood names edge 9; 0 to 3 is expected.',
    );
  });

  it('colours roads by isochrone and says how far into one the limit lies', () => {
    const graph = createRoadGraph(aStreet());
    const arrivals = findArrivals(graph, someStations([0, 0, 1]), 1);
    const { band, earlierBand, share } = isochroneBands(graph, arrivals, [150, 300]);
    expect([...band]).toEqual([0, 1, 1, 2]);
    expect([...earlierBand]).toEqual([0, 0, 1, 1]);
    expect([...share]).toEqual([1, 0.5, 1, 0]);
  });

  it('gives the same bytes twice', () => {
    const graph = createRoadGraph(aRoadGrid(20, 3));
    const run = () => findArrivals(graph, someStations([0, 80, 1], [399, 60, 1]), 2);
    expect(run().timeS).toEqual(run().timeS);
    expect(run().station).toEqual(run().station);
  });

  it('says which road or station cannot be', () => {
    const street = aStreet();
    expect(() => createRoadGraph({ ...street, to: Uint32Array.of(1, 2, 3, 9) })).toThrow(
      'Edge 3 joins node 9; 0 to 4 is expected.',
    );
    expect(() => createRoadGraph({ ...street, timeS: new Float32Array(4) })).toThrow(
      'Edge 0 takes 0 s; more than 0 is expected.',
    );
    const graph = createRoadGraph(street);
    expect(() => findArrivals(graph, someStations([7, 0, 1]), 1)).toThrow(
      'Station 0 stands at node 7; 0 to 4 is expected.',
    );
    expect(() => findArrivals(graph, someStations([0, 0, 0]), 1)).toThrow(
      'Station 0 sends 0 engines; 1 or more is expected.',
    );
  });
});

describe('measures of response', () => {
  it('puts both standards side by side', () => {
    const graph = createRoadGraph(aStreet());
    const arrivals = findArrivals(graph, someStations([0, 80, 1], [0, 80, 1]), 2);
    const node = Uint32Array.of(0, 1, 2, 3, 4);
    const at = arriveAtBuildings(arrivals, node, new Float32Array(5), 2);
    const areas = areasByStation(at.firstStation, new Float32Array(5).fill(2e6), 2);
    expect([...areas]).toEqual([1e7, 0]);
    const tall = Uint8Array.of(0, 0, 0, 0, 1);
    const shares = (isEdge: number) =>
      measureResponse(at, tall, areas, Uint8Array.of(isEdge, 0)).map(({ id, share, isKept }) => [
        ...[id, share, isKept],
      ]);
    // Travel 0, 100 … 400 s; 80 s turnout before.
    expect(shares(0)).toEqual([
      ['first-engine', 0.6, false],
      ['full-alarm', 1, true],
      ['five-minutes', 0.6, false],
      ['area', 0.5, false],
    ]);
    expect(shares(1)[3]).toEqual(['area', 1, true]);
  });

  it('ranks places by the weight that only they reach, as trying each in the whole run does', () => {
    const roads = aRoadGrid(12, 8, 0);
    const graph = createRoadGraph(roads);
    const doors = {
      edge: Int32Array.from({ length: 144 }, (_, at) => at),
      share: Float32Array.from({ length: 144 }, (_, at) => (at % 10) / 10),
    };
    const weight = Float32Array.from(doors.edge, (at) => 1 + (at % 7));
    const firstOf = (...nodes: number[]) => {
      const all = someStations(...nodes.map((at) => [at, 80, 1] as const));
      const none = { edge: new Int32Array(nodes.length).fill(-1), share: all.readyS };
      const arrivals = findArrivals(graph, all, 1);
      return arriveAtDoors(roads, arrivals, { ...all, ...none }, doors, 1).firstS;
    };
    const firstS = firstOf(0);
    const candidates = Uint32Array.of(143, 0, 70, 11, 132);
    const found = rankPlaces(roads, graph, { doors, weight, firstS }, candidates, 140, 80);
    const covered = (times: Float32Array) =>
      times.reduce((sum, timeS, at) => sum + (timeS <= 140 ? weight[at]! : 0), 0);
    for (const { node: place, gained } of found)
      expect(gained).toBe(covered(firstOf(0, place)) - covered(firstS));
    expect(found.map(({ gained }) => gained)).toEqual(
      found.map(({ gained }) => gained).sort((a, b) => b - a),
    );
    expect(found.find(({ node: place }) => place === 0)?.gained).toBe(0);
    expect(found[0]?.gained).toBeGreaterThan(0);
  });
});
