import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreetEdge, StreetGraph } from '../street-graph.ts';
import { growForest, waysFrom } from './forest.ts';
import { equalStations, lengthOf, partOf, pointAlong } from './line-cuts.ts';
import { cutCells } from './power-cells.ts';
import { growPressureTree } from './pressure-tree.ts';
import { addRunoff, noRunoff, peakOf, rainFor, runoffShare } from './rain.ts';
import { accumulate, layReaches, reachesOf, type SewerRules, sagOf } from './sewer-levels.ts';
import { fullFlow, leastSlope, pressureSizeFor, sizeFor } from './sewer-sizes.ts';

/** Streets between places on the ground, straight; a ground level for each place and each middle. */
function streets(
  places: readonly (readonly [x: number, y: number, z: number])[],
  ways: readonly (readonly [from: number, to: number, middleZ?: number])[],
): StreetGraph {
  const at = places.map(([x, y, z]) => ({ x, y, z }));
  const edges = ways.map(([from, to, middleZ], index): StreetEdge => {
    const [a, b] = [at[from]!, at[to]!];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: middleZ ?? (a.z + b.z) / 2 };
    return {
      ...{
        id: `S-${String(index + 1).padStart(5, '0')}`,
        street: 99,
        name: 'Weg',
        class: 'residential',
      },
      ...{ from, to, plan: [a, middle, b], line: [a, middle, b] },
      ...{ lengthM: Math.hypot(b.x - a.x, b.y - a.y), jogM: [0, 0], widthM: 12, laneCount: 2 },
      ...{ speedLimitKmh: 30, sidewalkM: 2, isOneWay: false, bridge: undefined },
      ...{ crossesRailway: false, isUnderpass: false },
    };
  });
  const nodes = at.map((point, index) => ({
    ...{ id: `X-${index}`, plan: point, at: point },
    edges: edges.flatMap(({ from, to }, edge) => (from === index || to === index ? [edge] : [])),
  }));
  return { nodes, edges };
}

const length = (graph: StreetGraph) => (edge: number) => graph.edges[edge]!.lengthM;

describe('a forest of shortest ways', () => {
  it('costs what trying every edge again and again finds (Bellman and Ford)', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
        fc.nat(),
        (places, ways, root) => {
          const graph = streets(
            places.map(([x, y], index) => [x + index * 0.01, y, 0] as const),
            ways
              .map(([from, to]) => [from % places.length, to % places.length] as const)
              .filter(([from, to]) => from !== to),
          );
          const start = root % places.length;
          const { cost } = growForest(graph, [start], length(graph));
          const expected = places.map((_, node) => (node === start ? 0 : Number.POSITIVE_INFINITY));
          for (let round = 0; round < places.length; round++) {
            for (const { from, to, lengthM } of graph.edges) {
              expected[to] = Math.min(expected[to]!, expected[from]! + lengthM);
              expected[from] = Math.min(expected[from]!, expected[to]! + lengthM);
            }
          }
          for (const [node, least] of expected.entries()) {
            if (least === Number.POSITIVE_INFINITY) expect(cost[node]).toBe(least);
            else expect(cost[node]).toBeCloseTo(least, 6);
          }
        },
      ),
    );
  });

  it('names the edges on the ways of some crossings, each once', () => {
    const graph = streets(
      [
        [0, 0, 0],
        [100, 0, 0],
        [200, 0, 0],
        [100, 100, 0],
      ],
      [
        [0, 1],
        [1, 2],
        [1, 3],
      ],
    );
    const forest = growForest(graph, [0], length(graph));
    expect([...waysFrom(graph, forest, [2, 1])].sort()).toEqual([0, 1]);
    expect(forest.order[0]).toBe(0);
    expect(forest.rootOf).toEqual([0, 0, 0, 0]);
  });

  it('stops at its goal', () => {
    const graph = streets(
      [
        [0, 0, 0],
        [10, 0, 0],
        [900, 0, 0],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    );
    const { cost } = growForest(graph, [0], length(graph), () => 0, 1);
    expect(cost[1]).toBeCloseTo(10);
    expect(growForest(graph, [0], length(graph), () => 0, 1).order).toEqual([0, 1]);
  });
});

describe('a sewer pipe', () => {
  it('carries when full what Manning’s equation says', () => {
    // 1 m at 1 in 1000: A = 0.7854 m², R = 0.25 m, v = R^(2/3) √S / n = 0.965 m/s.
    expect(fullFlow(1, 0.001)).toBeCloseTo(
      (0.7854 * (0.25 ** (2 / 3) * Math.sqrt(0.001))) / 0.013,
      3,
    );
  });

  it('is the smallest that carries its flow, and never smaller than what comes before it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 8, noNaN: true }),
        fc.double({ min: 0.001, max: 0.08, noNaN: true }),
        (flow, slope) => {
          const size = sizeFor(flow, slope, 0.3);
          expect(fullFlow(size, Math.max(slope, leastSlope(size)))).toBeGreaterThan(flow);
          expect(sizeFor(flow, slope, 1)).toBeGreaterThanOrEqual(Math.max(1, size));
          expect(sizeFor(flow * 2, slope, 0.3)).toBeGreaterThanOrEqual(size);
        },
      ),
    );
  });

  it('under pressure runs no faster than 1.8 m/s', () => {
    for (const flow of [0.004, 0.05, 0.4, 2]) {
      const size = pressureSizeFor(flow);
      expect(flow / ((Math.PI / 4) * size * size)).toBeLessThanOrEqual(1.8);
    }
  });
});

describe('the design rain', () => {
  it('is Reinhold’s: 115 l/(s·ha) in fifteen minutes once a year, more when it comes more rarely', () => {
    const once = (38 / (15 + 9)) * (1 ** -0.25 - 0.369);
    expect(once).toBeCloseTo(1, 2);
    expect(rainFor(900)).toBeCloseTo(115e-7 * (38 / 24) * (0.5 ** -0.25 - 0.369), 12);
    expect(rainFor(1800)).toBeLessThan(rainFor(900));
    expect(rainFor(60)).toBe(rainFor(600));
  });

  it('runs off roofs more than lawns, adds up areas and keeps the longest way', () => {
    expect(runoffShare(1)).toBeGreaterThan(runoffShare(0));
    const both = addRunoff(
      { effectiveM2: 1000, timeS: 60, heldM3s: 0.1 },
      { effectiveM2: 500, timeS: 200, heldM3s: 0 },
    );
    expect(both).toEqual({ effectiveM2: 1500, timeS: 200, heldM3s: 0.1 });
    expect(peakOf(both)).toBeCloseTo(1500 * rainFor(500) + 0.1, 9);
    expect(peakOf(noRunoff)).toBe(0);
  });
});

const rules: SewerRules = {
  depthM: (diameterM) => diameterM + 1.5,
  leastDiameterM: 0.3,
  deepestM: 4,
  extraM: () => 0,
  flowOf: () => 0.01,
  isForced: () => false,
};

function lay(graph: StreetGraph, root: number, over: Partial<SewerRules> = {}) {
  const forest = growForest(graph, [root], length(graph));
  const served = [...graph.edges.keys()];
  const trunks = waysFrom(graph, forest, [...graph.nodes.keys()]);
  const reaches = reachesOf(graph, forest, trunks, served);
  const laid = layReaches(graph, forest, reaches, { ...rules, ...over });
  return { forest, ...laid };
}

describe('the levels of a sewer', () => {
  it('follow the ground where it falls enough', () => {
    const graph = streets(
      [
        [0, 0, 10],
        [100, 0, 12],
        [200, 0, 14],
      ],
      [
        [1, 0],
        [2, 1],
      ],
    );
    const { reaches, invertOf } = lay(graph, 0);
    expect(reaches).toHaveLength(2);
    expect(invertOf.get(2)).toBeCloseTo(14 - 1.8);
    expect(invertOf.get(1)).toBeCloseTo(12 - 1.8);
    expect(invertOf.get(0)).toBeCloseTo(10 - 1.8);
  });

  it('fall at the least slope under level ground, and go deeper all the way', () => {
    const graph = streets(
      [
        [0, 0, 10],
        [300, 0, 10],
        [600, 0, 10],
      ],
      [
        [1, 0],
        [2, 1],
      ],
    );
    const { invertOf } = lay(graph, 0);
    expect(invertOf.get(2)).toBeCloseTo(8.2);
    expect(invertOf.get(1)).toBeCloseTo(8.2 - 300 * leastSlope(0.3));
    expect(invertOf.get(0)).toBeCloseTo(8.2 - 600 * leastSlope(0.3));
  });

  it('go down as a whole where the ground dips between two crossings', () => {
    const graph = streets(
      [
        [0, 0, 9],
        [100, 0, 10],
      ],
      [[1, 0, 8.5]],
    );
    const { reaches } = lay(graph, 0);
    const [reach] = reaches;
    const middle = (reach!.upInvertM + reach!.downInvertM) / 2;
    expect(middle).toBeCloseTo(8.5 - 1.8);
  });

  it('rise by a pump alone, where the pipe would lie too deep', () => {
    const graph = streets(
      [
        [0, 0, 14],
        [100, 0, 14],
        [200, 0, 10],
      ],
      [
        [1, 0],
        [2, 1],
      ],
    );
    const { reaches } = lay(graph, 0);
    const kinds = new Map(reaches.map(({ up, kind }) => [up, kind]));
    expect(kinds.get(2)).toBe('gravity');
    expect(kinds.get(1)).toBe('forceMain');
  });

  it('begin a street off the trees in a manhole of its own and drain it to its lower end', () => {
    const graph = streets(
      [
        [0, 0, 5],
        [100, 0, 6],
        [100, 90, 7],
        [0, 90, 8],
      ],
      [
        [1, 0],
        [2, 1],
        [3, 2],
        [3, 0],
      ],
    );
    const { reaches } = lay(graph, 0);
    const branches = reaches.filter(({ headM }) => headM > 0);
    expect(branches).toHaveLength(1);
    const [branch] = branches;
    expect(graph.nodes[branch!.up]!.at.z).toBeGreaterThan(graph.nodes[branch!.down]!.at.z);
    expect(branch!.upInvertM).toBeGreaterThan(branch!.downInvertM);
  });

  it('make room where they have to pass below something', () => {
    const graph = streets(
      [
        [0, 0, 10],
        [100, 0, 12],
      ],
      [[1, 0]],
    );
    const plain = lay(graph, 0).invertOf.get(0)!;
    const lower = lay(graph, 0, { extraM: (node) => (node === 0 ? 0.7 : 0) }).invertOf.get(0)!;
    expect(plain - lower).toBeCloseTo(0.7);
  });

  it('never rise in flow direction and never lose cover, whatever the ground', () => {
    const level = fc.double({ min: 2, max: 40, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 2, maxLength: 12 }), (grounds) => {
        const graph = streets(
          grounds.map(([z], index) => [index * 80, 0, z] as const),
          grounds.slice(1).map(([, middleZ], index) => [index + 1, index, middleZ] as const),
        );
        for (const reach of lay(graph, 0, { deepestM: Number.POSITIVE_INFINITY }).reaches) {
          const { upInvertM, downInvertM, ground, diameterM } = reach;
          expect(downInvertM).toBeLessThan(upInvertM);
          const run = ground.at(-1)!.station;
          for (const { station, z } of ground) {
            const invert = upInvertM + ((downInvertM - upInvertM) * station) / run;
            expect(z - invert - diameterM).toBeGreaterThan(1.5 - 1e-6);
          }
        }
      }),
    );
  });

  it('sees an underpass in the dip of a street, and none on a plain slope', () => {
    const graph = streets(
      [
        [0, 0, 3],
        [100, 0, 3.2],
        [200, 0, 5],
      ],
      [
        [0, 1, 0],
        [1, 2],
      ],
    );
    expect(sagOf(graph, 0)).toBeCloseTo(50);
    expect(sagOf(graph, 1)).toBeUndefined();
  });
});

it('adds up on the way to the root what enters, and keeps what a basin holds back', () => {
  const graph = streets(
    [
      [0, 0, 5],
      [100, 0, 6],
      [200, 0, 7],
      [100, 90, 7],
    ],
    [
      [1, 0],
      [2, 1],
      [3, 1],
    ],
  );
  const { forest, reaches } = lay(graph, 0);
  const sum = (leaving: (load: number, node: number) => number) =>
    accumulate<number>(forest, reaches, {
      none: 0,
      own: () => 1,
      at: (node) => (node === 3 ? 10 : 0),
      add: (a, b) => a + b,
      along: (load) => load,
      leaving,
    }).arrived.get(0);
  expect(sum((load) => load)).toBe(13);
  expect(sum((load, node) => (node === 1 ? 2 : load))).toBe(3);
});

it('puts each load under pressure on the way from the nearest source', () => {
  const graph = streets(
    [
      [0, 0, 0],
      [100, 0, 0],
      [200, 0, 0],
      [300, 0, 0],
    ],
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  );
  const tree = growPressureTree(graph, [0], [2], length(graph), (edge) => (edge === 2 ? 7 : 0));
  expect(tree.edges).toEqual([0, 1, 2]);
  expect([0, 1, 2].map((edge) => tree.loadOf.get(edge))).toEqual([7, 7, 7]);
});

describe('the streets of a transformer', () => {
  it('hang together, carry no more than it can, and leave none out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 160 }), { minLength: 1, maxLength: 40 }),
        (loads) => {
          const graph = streets(
            Array.from({ length: loads.length + 1 }, (_, index) => [index * 60, 0, 0] as const),
            loads.map((_, index) => [index, index + 1] as const),
          );
          const cells = cutCells(graph, [...loads.keys()], (edge) => loads[edge]!);
          expect(cells.flatMap(({ edges }) => edges).sort((a, b) => a - b)).toEqual([
            ...loads.keys(),
          ]);
          for (const { edges, loadKw, station, forest } of cells) {
            expect(loadKw).toBeLessThanOrEqual(420);
            expect(forest.rootOf[station]).toBe(station);
            for (const edge of edges) expect(forest.rootOf[graph.edges[edge]!.from]).toBe(station);
          }
        },
      ),
    );
  });
});

describe('a line', () => {
  const line = [
    { x: 0, y: 0, z: 0 },
    { x: 30, y: 40, z: 5 },
    { x: 30, y: 140, z: 25 },
  ];
  it('is cut at stations along it', () => {
    expect(lengthOf(line)).toBe(150);
    expect(pointAlong(line, 25)).toEqual({ x: 15, y: 20, z: 2.5 });
    expect(pointAlong(line, 999)).toEqual(line[2]);
    expect(partOf(line, 25, 100)).toEqual([
      { x: 15, y: 20, z: 2.5 },
      line[1],
      { x: 30, y: 90, z: 15 },
    ]);
  });
  it('is divided into the fewest equal parts', () => {
    expect(equalStations(150, 65)).toEqual([0, 50, 100, 150]);
    expect(equalStations(0, 65)).toEqual([0, 0]);
  });
});
