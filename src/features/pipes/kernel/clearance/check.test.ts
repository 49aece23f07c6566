import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork, type LinkRow } from '#model/build-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { ClearanceFinding, RuleTable } from '../../contract/clearance.ts';
import { placeNetworks } from '../index-space.ts';
import { planeAround } from '../section/plane.ts';
import { checkClearances } from './check.ts';
import { FindingList } from './finding-list.ts';
import { groupOf, toPieces } from './pieces.ts';
import { createNear, findNearest } from './plan-distance.ts';
import { ruleTables } from './rules.ts';

type Point = readonly [number, number, number];
interface Pipe {
  readonly utility: UtilityNetwork;
  readonly line: readonly Point[];
  readonly innerM?: number;
  readonly coverM?: number;
}

const plane = planeAround(10, 54);
const rule = { source: 'test', isToBeConfirmed: false };
const table: RuleTable = {
  ...{ id: 't', name: { en: 't', zh: 't' } },
  clearances: [
    { a: 'water', b: 'gasLow', horizontalM: 1, verticalM: 0.2, ...rule },
    { a: 'water', b: 'power', horizontalM: 0.5, verticalM: Number.NaN, ...rule },
  ],
  covers: [{ group: 'water', coverM: 0.8, ...rule }],
};

/** One network a utility, in the order they come. */
function networks(pipes: readonly Pipe[]) {
  const utilities = [...new Set(pipes.map(({ utility }) => utility))];
  const built = utilities.map((utility) => {
    const links = pipes
      .filter((one) => one.utility === utility)
      .map(
        ({ line, innerM = 0.2, coverM }, at): LinkRow => ({
          ...{ id: `${utility}-${at}`, from: 0, to: 1, innerM, widthM: innerM, coverM },
          line: line.flatMap(([x, y, z]) => [plane.toLongitude(x), plane.toLatitude(y), z]),
        }),
      );
    const nodes = ['A', 'B'].map((id) => ({
      id,
      kind: 'junction' as const,
      place: [10, 54, 0] as const,
    }));
    return buildNetwork({
      ...{ id: utility, name: utility, utility, isFictional: false, nodes, links, valves: [] },
    });
  });
  return placeNetworks(built).map((placed) => ({ ...placed, properties: () => ({}) }));
}

const check = (pipes: readonly Pipe[], parts = 1): ClearanceFinding[] => {
  const pieces = toPieces(networks(pipes));
  return Array.from({ length: parts }, (_, part) =>
    checkClearances(pieces, table, part, parts),
  ).flatMap(({ findings }) => findings);
};

describe('checkClearances', () => {
  it('measures pipes side by side from outside to outside', () => {
    const near: Pipe[] = [
      {
        utility: 'water',
        line: [
          [0, 0, 0],
          [50, 0, 0],
        ],
      },
      {
        utility: 'gas',
        line: [
          [0, 1.1, 0],
          [50, 1.1, 0],
        ],
      },
    ];
    const [found] = check(near);
    expect(found).toMatchObject({ kind: 'horizontal', requiredM: 1, aId: 'water-0', bId: 'gas-0' });
    expect(found?.measuredM).toBeCloseTo(0.9, 3);
    expect(
      check([
        near[0]!,
        {
          utility: 'gas',
          line: [
            [0, 1.3, 0],
            [50, 1.3, 0],
          ],
        },
      ]),
    ).toEqual([]);
  });

  it('measures pipes that cross where they cross, up and down', () => {
    const crossing = (z: number) =>
      check([
        {
          utility: 'water',
          line: [
            [-10, 0, 0],
            [10, 0, 0],
          ],
        },
        {
          utility: 'gas',
          line: [
            [0, -10, z - 1],
            [0, 10, z + 1],
          ],
        },
      ]);
    expect(crossing(0.5)).toEqual([]);
    const [close] = crossing(0.35);
    expect(close?.kind).toBe('vertical');
    expect(close?.measuredM).toBeCloseTo(0.15, 4);
    const [clash] = crossing(0.15);
    expect(clash?.kind).toBe('clash');
    expect(clash?.measuredM).toBeLessThan(0);
    expect(clash?.longitudeDeg).toBeCloseTo(10, 7);
  });

  it('asks nothing where a rule asks nothing, but finds what overlaps', () => {
    const cross = (z: number) =>
      check([
        {
          utility: 'water',
          line: [
            [-10, 0, 0],
            [10, 0, 0],
          ],
        },
        {
          utility: 'power',
          line: [
            [0, -10, z],
            [0, 10, z],
          ],
          innerM: 0.05,
        },
      ]);
    expect(cross(0.2)).toEqual([]);
    expect(cross(0.05)[0]?.kind).toBe('clash');
  });

  it('finds too little cover by what the register says', () => {
    const line: Point[] = [
      [0, 0, 0],
      [9, 0, 0],
    ];
    const found = check([{ utility: 'water', line, coverM: 0.5 }]);
    expect(found).toMatchObject([{ kind: 'cover', b: undefined, requiredM: 0.8 }]);
    expect(found[0]?.measuredM).toBeCloseTo(0.5, 6);
    expect(check([{ utility: 'water', line, coverM: 0.9 }])).toEqual([]);
    expect(check([{ utility: 'water', line }])).toEqual([]);
  });

  const point = fc.tuple(
    fc.double({ min: -15, max: 15, noNaN: true }),
    fc.double({ min: -15, max: 15, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  const pipes = fc.array(
    fc.record({
      utility: fc.constantFrom<UtilityNetwork>('water', 'gas', 'power', 'storm'),
      line: fc.array(point, { minLength: 2, maxLength: 4 }),
      innerM: fc.constantFrom(0.05, 0.2, 0.6),
    }),
    { minLength: 2, maxLength: 12 },
  );
  const names = (found: readonly ClearanceFinding[]) =>
    found.map(({ kind, aId, bId }) => `${kind} ${aId} ${bId}`).sort();

  it('finds the same in one part as in many', () => {
    fc.assert(
      fc.property(pipes, fc.integer({ min: 2, max: 5 }), (list, parts) => {
        expect(names(check(list, parts))).toEqual(names(check(list)));
      }),
      { numRuns: 50 },
    );
  });

  it('finds what trying every pair of points along the pipes finds', () => {
    fc.assert(
      fc.property(pipes, (list) => {
        const found = check(list).filter(({ kind }) => kind === 'horizontal');
        for (const { aId, bId, measuredM } of found) {
          const [a, b] = [pipeOf(list, aId), pipeOf(list, bId)];
          const least = leastDistance(a.line, b.line) - (a.innerM! + b.innerM!) / 2;
          expect(measuredM).toBeLessThanOrEqual(least + 1e-3);
          expect(measuredM).toBeGreaterThan(least - 0.12);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const pipeOf = (list: readonly Pipe[], id: string): Pipe => {
  const [utility = '', at = '0'] = id.split('-');
  return list.filter((one) => one.utility === utility)[Number(at)]!;
};

/** Every tenth of a metre or so. */
function leastDistance(a: readonly Point[], b: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const p of samples(a)) {
    for (const q of samples(b)) least = Math.min(least, Math.hypot(p[0] - q[0], p[1] - q[1]));
  }
  return least;
}

function samples(line: readonly Point[]): Point[] {
  return line.slice(1).flatMap((end, at) => {
    const start = line[at]!;
    const steps = Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / 0.1) + 1;
    return Array.from({ length: steps + 1 }, (_, step): Point => {
      const share = step / steps;
      return [0, 1, 2].map(
        (axis) => start[axis]! + share * (end[axis]! - start[axis]!),
      ) as unknown as Point;
    });
  });
}

describe('findNearest', () => {
  it('knows crossings, ends that face a side, and pieces of no length', () => {
    const near = createNear();
    findNearest(Float64Array.of(-1, 0, 0, 1, 0, 0, 0, -2, 0, 0, 2, 0), 0, 1, near);
    expect(near).toEqual({ distanceM: 0, shareA: 0.5, shareB: 0.5, isCrossing: true });
    findNearest(Float64Array.of(0, 0, 0, 10, 0, 0, 4, 3, 0, 4, 9, 0), 0, 1, near);
    expect(near).toMatchObject({ distanceM: 3, shareA: 0.4, shareB: 0, isCrossing: false });
    findNearest(Float64Array.of(0, 0, 0, 0, 0, 0, 3, 4, 0, 3, 4, 0), 0, 1, near);
    expect(near.distanceM).toBe(5);
  });
});

describe('rules', () => {
  it('names each pair once, with a source', () => {
    for (const { clearances, covers } of ruleTables) {
      const pairs = clearances.map(({ a, b }) => [a, b].sort().join('/'));
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { source } of [...clearances, ...covers]) expect(source).not.toBe('');
    }
  });

  it('sorts gas by its pressure', () => {
    expect(groupOf('gas', () => ({ pressure_Pa: 2300 }))).toBe('gasLow');
    expect(groupOf('gas', () => ({ pressure_Pa: 90_000 }))).toBe('gasMedium');
    expect(groupOf('gas', () => ({ pressure_Pa: 1_600_000 }))).toBe('gasHigh');
    expect(groupOf('combined', () => ({}))).toBe('sewer');
  });
});

describe('FindingList', () => {
  it('gives the worst first, by kind and page, and writes them as a table', () => {
    const list = new FindingList();
    const findings = check([
      {
        utility: 'water',
        line: [
          [-10, 0, 0],
          [10, 0, 0],
        ],
        coverM: 0.1,
      },
      {
        utility: 'gas',
        line: [
          [0, -10, 0],
          [0, 10, 0],
        ],
      },
      {
        utility: 'gas',
        line: [
          [-10, 1, 0],
          [10, 1, 0],
        ],
      },
    ]);
    expect(list.add(findings)).toEqual({ clash: 1, vertical: 0, horizontal: 1, cover: 1 });
    expect(list.list({ kind: undefined, from: 0, limit: 1 }).rows[0]?.kind).toBe('clash');
    expect(list.list({ kind: 'cover', from: 0, limit: 9 })).toMatchObject({ total: 1 });
    expect(list.list({ kind: undefined, from: 2, limit: 9 }).rows).toHaveLength(1);
    const lines = list.csv(undefined).trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^clash,water-0,gas-0,water,gas,-0\.2/);
    list.clear();
    expect(list.list({ kind: undefined, from: 0, limit: 9 }).total).toBe(0);
  });
});
