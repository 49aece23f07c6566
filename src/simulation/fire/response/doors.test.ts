import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRoadGrid } from './a-town.ts';
import { findArrivals, NONE } from './arrivals.ts';
import { arriveAtDoors, type Doors, placeStations, type StationsAtDoors } from './doors.ts';
import { engineSpeedMs } from './engine-speed.ts';
import { createRoadGraph, type Roads } from './road-graph.ts';
import { findWaysTo, routeFrom } from './route.ts';

const doorsAt = (...rows: readonly (readonly [edge: number, share: number])[]): Doors => ({
  edge: Int32Array.from(rows, ([edge]) => edge),
  share: Float32Array.from(rows, ([, share]) => share),
});
const stationsAt = (
  ...rows: readonly (readonly [edge: number, share: number, readyS: number, engines: number])[]
): StationsAtDoors => ({
  ...doorsAt(...rows.map(([edge, share]) => [edge, share] as const)),
  readyS: Float32Array.from(rows, ([, , readyS]) => readyS),
  engines: Uint8Array.from(rows, ([, , , engines]) => engines),
});

/** A ring of four nodes: 0→1 100 s, 1–2 100 s, 2–3 100 s, 3–0 60 s; the first is one-way. */
const aRing = (): Roads => ({
  nodeCount: 4,
  from: Uint32Array.of(0, 1, 2, 3),
  to: Uint32Array.of(1, 2, 3, 0),
  timeS: Float32Array.of(100, 100, 100, 60),
  isOneWay: Uint8Array.of(1, 0, 0, 0),
});
const walks = (roads: Roads, each: number) => new Float32Array(roads.from.length).fill(each);

function arrive(
  roads: Roads,
  stations: StationsAtDoors,
  doors: Doors,
  options: { readonly depth?: number; readonly full?: number; readonly closed?: number[] } = {},
  walkS = walks(roads, Infinity),
) {
  const closed = new Uint8Array(roads.from.length);
  for (const edge of options.closed ?? []) closed[edge] = 1;
  const placed = placeStations(roads, stations, closed);
  const arrivals = findArrivals(createRoadGraph(roads), placed, options.depth ?? 2, closed);
  return arriveAtDoors(roads, arrivals, stations, doors, options.full ?? 2, { closed, walkS });
}

describe('doors on roads', () => {
  it('are reached from the nearer end, and against a one-way road only the long way round', () => {
    const station = stationsAt([0, 0.5, 0, 1]);
    const doors = doorsAt([0, 0.75], [0, 0.25], [1, 0.5], [3, 0.5]);
    const { firstS } = arrive(aRing(), station, doors);
    // 25 s on; all around: 50 + 100 + 100 + 60 + 25; 50 + 50; 50 + 100 + 100 + 30.
    expect([...firstS]).toEqual([25, 335, 100, 280]);
  });

  it('send the engines of one station together and say when the second and the full alarm are there', () => {
    const stations = stationsAt([1, 0, 80, 1], [3, 0, 60, 3]);
    const found = arrive(aRing(), stations, doorsAt([1, 0.5], [2, 1]), { full: 4 });
    expect([...found.firstS]).toEqual([130, 60]);
    expect([...found.secondS]).toEqual([210, 60]);
    expect([...found.fullAlarmS]).toEqual([210, 280]);
    expect([...found.firstStation]).toEqual([0, 1]);
    expect([...found.firstTravelS]).toEqual([50, 0]);
    expect([...found.fullAlarmTravelS]).toEqual([150, 200]);
  });

  it('takes the way round a closed road, and none where there is none', () => {
    const stations = stationsAt([1, 0, 0, 1]);
    const door = doorsAt([2, 0.5]);
    expect(arrive(aRing(), stations, door).firstS[0]).toBe(150);
    // On foot from the nearest open end, where the cause lets people walk.
    const shut = { closed: [2] };
    expect(arrive(aRing(), stations, door, shut).firstS[0]).toBe(Infinity);
    expect(arrive(aRing(), stations, door, shut, walks(aRing(), 300)).firstS[0]).toBe(250);
    const island = arrive(aRing(), stations, doorsAt([3, 0.5]), { closed: [2] });
    expect(island.firstS[0]).toBe(Infinity);
    expect(island.firstStation[0]).toBe(NONE);
  });

  it('keeps engines in that stand on a closed road', () => {
    const stations = stationsAt([1, 0.5, 0, 2], [3, 0.5, 0, 1]);
    const { firstStation } = arrive(aRing(), stations, doorsAt([2, 0]), { closed: [1] });
    expect(firstStation[0]).toBe(1);
  });

  it('leaves a building without a road unreached, and says which door lies on none', () => {
    expect(arrive(aRing(), stationsAt([0, 0, 0, 1]), doorsAt([-1, 0])).firstS[0]).toBe(Infinity);
    expect(() => arrive(aRing(), stationsAt([0, 0, 0, 1]), doorsAt([9, 0]))).toThrow(
      'Door 0 is on edge 9; up to 3 is expected.',
    );
  });

  it('is as quick as the roads split at every door', () => {
    const place = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.array(place, { minLength: 1, maxLength: 4 }),
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(100), { maxLength: 15 }),
        (seed, from, to, closed) => {
          const roads = aRoadGrid(8, seed, 0);
          const rows = from.map(([edge, tenth]) => [edge, tenth / 10, 80, 1] as const);
          const doors = to.map(([edge, tenth]) => [edge, tenth / 10] as const);
          const options = { closed, depth: rows.length, full: 1 };
          const found = arrive(roads, stationsAt(...rows), doorsAt(...doors), options);
          const split = splitRoads(roads, [...rows, ...doors], closed);
          const each = {
            node: Uint32Array.from(rows, (_, at) => roads.nodeCount + at),
            readyS: new Float32Array(rows.length).fill(80),
            engines: new Uint8Array(rows.length).fill(1),
          };
          const { timeS } = findArrivals(createRoadGraph(split.roads), each, 1, split.closed);
          doors.forEach((_, at) => {
            const expected = timeS[roads.nodeCount + rows.length + at]!;
            if (expected === Infinity) expect(found.firstS[at]).toBe(Infinity);
            else expect(Math.abs(found.firstS[at]! - expected)).toBeLessThan(1e-2);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Each place a node of its own on its road. */
function splitRoads(roads: Roads, places: readonly (readonly number[])[], shut: readonly number[]) {
  const isShut = new Set(shut);
  const byEdge = new Map<number, { share: number; node: number }[]>();
  places.forEach(([edge = 0, share = 0], at) => {
    const known = byEdge.get(edge) ?? [];
    known.push({ share, node: roads.nodeCount + at });
    byEdge.set(edge, known);
  });
  const from: number[] = [];
  const to: number[] = [];
  const timeS: number[] = [];
  const isOneWay: number[] = [];
  const closed: number[] = [];
  for (let edge = 0; edge < roads.from.length; edge++) {
    const stops = (byEdge.get(edge) ?? []).sort((a, b) => a.share - b.share);
    let last = { share: 0, node: roads.from[edge]! };
    for (const stop of [...stops, { share: 1, node: roads.to[edge]! }]) {
      from.push(last.node);
      to.push(stop.node);
      // Two places at one spot stand a hair apart: a road takes time.
      timeS.push(Math.max(1e-4, (stop.share - last.share) * roads.timeS[edge]!));
      isOneWay.push(roads.isOneWay[edge]!);
      closed.push(Number(isShut.has(edge)));
      last = stop;
    }
  }
  return {
    roads: {
      nodeCount: roads.nodeCount + places.length,
      from: Uint32Array.from(from),
      to: Uint32Array.from(to),
      timeS: Float32Array.from(timeS),
      isOneWay: Uint8Array.from(isOneWay),
    },
    closed: Uint8Array.from(closed),
  };
}

describe('routes', () => {
  it('go the quickest way, leg by leg, and take as long as the arrival says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.tuple(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.tuple(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.array(fc.nat(100), { maxLength: 20 }),
        (seed, from, to, shut) => {
          const roads = aRoadGrid(8, seed, 0);
          const graph = createRoadGraph(roads);
          const closed = new Uint8Array(roads.from.length);
          for (const edge of shut) closed[edge] = 1;
          const closures = { closed, walkS: walks(roads, 50) };
          const ways = findWaysTo(roads, createRoadGraph(roads, true), ...to, closures);
          const stations = stationsAt([...from, 0, 1]);
          const route = routeFrom(roads, graph, ways, stations, 0, closed);
          const firstS = arrive(roads, stations, doorsAt(to), { closed: shut }, closures.walkS)
            .firstS[0]!;
          if (!route) {
            expect(firstS).toBe(Infinity);
            return;
          }
          expect(Math.abs(route.timeS - firstS)).toBeLessThan(1e-2);
          let sum = 0;
          route.legs.forEach(({ edge, fromShare, toShare }, at) => {
            const isLast = at === route.legs.length - 1;
            const roadS = closed[edge] === 1 ? 50 : roads.timeS[edge]!;
            if (closed[edge] === 1) expect(isLast).toBe(true);
            else if (roads.isOneWay[edge] === 1) expect(toShare).toBeGreaterThanOrEqual(fromShare);
            sum += Math.abs(toShare - fromShare) * roadS;
            const next = route.legs[at + 1];
            if (next)
              expect(endNode(roads, edge, toShare)).toBe(endNode(roads, next.edge, next.fromShare));
          });
          expect(Math.abs(sum - route.timeS)).toBeLessThan(1e-2);
        },
      ),
      { numRuns: 100 },
    );
  });
});

const endNode = (roads: Roads, edge: number, share: number) =>
  share === 1 ? roads.to[edge] : share === 0 ? roads.from[edge] : -1;

describe('speed of engines', () => {
  it('keeps the limit, 35 mph at most, and passes lanes at walking pace', () => {
    expect(engineSpeedMs(30, 'residential')).toBeCloseTo(30 / 3.6);
    expect(engineSpeedMs(100, 'motorway')).toBeCloseTo(15.6464);
    expect(engineSpeedMs(7, 'lane')).toBeCloseTo(15 / 3.6);
    expect(engineSpeedMs(Number.NaN, 'residential')).toBeCloseTo(30 / 3.6);
    expect(engineSpeedMs(0, 'unheard of')).toBeCloseTo(50 / 3.6);
  });
});
