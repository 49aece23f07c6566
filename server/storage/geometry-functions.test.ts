import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { aTestDatabase } from './test-database.ts';

const RELATIONS = [
  'equals',
  'disjoint',
  'touches',
  'within',
  'contains',
  'overlaps',
  'crosses',
] as const;
type Relation = (typeof RELATIONS)[number];

const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates });
const ring = (west: number, south: number, east: number, north: number) => [
  ...[
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];
const box = (...edges: [number, number, number, number]) => polygon(ring(...edges));
const withHole = polygon(ring(0, 0, 10, 10), ring(3, 3, 7, 7));

describe('relations of geometries in PostgreSQL', { timeout: 60_000 }, () => {
  let database: Database;
  beforeAll(async () => {
    database = await aTestDatabase();
  });
  afterAll(() => database.close());

  async function relationsOf(a: object, b: object): Promise<Relation[]> {
    const columns = RELATIONS.map(
      (name) => `geo_${name}(geo_parse($1), geo_parse($2)) as ${name}`,
    ).join(', ');
    const [row] = await database.query<Record<Relation, boolean>>(`select ${columns}`, [
      JSON.stringify(a),
      JSON.stringify(b),
    ]);
    return RELATIONS.filter((name) => row?.[name]);
  }
  const numberOf = async (sql: string, ...geometries: object[]) => {
    const [row] = await database.query<{ value: number }>(
      `select ${sql} as value`,
      geometries.map((one) => JSON.stringify(one)),
    );
    return row?.value;
  };

  it.each<[string, object, object, Relation[]]>([
    ['a point and itself', point(1, 1), point(1, 1), ['equals', 'within', 'contains']],
    ['two points', point(1, 1), point(2, 1), ['disjoint']],
    ['a point inside', point(5, 5), box(0, 0, 10, 10), ['within']],
    ['a point on an edge', point(0, 5), box(0, 0, 10, 10), ['touches']],
    ['a point in a hole', point(5, 5), withHole, ['disjoint']],
    ['a point on a line', point(5, 0), line([0, 0], [10, 0]), ['within']],
    ['a point at a line’s end', point(0, 0), line([0, 0], [10, 0]), ['touches']],
    ['a line and a polygon that it ends in', line([5, 5], [15, 5]), box(0, 0, 10, 10), ['crosses']],
    ['a line inside', line([1, 1], [9, 9]), box(0, 0, 10, 10), ['within']],
    ['a line along an edge', line([0, 0], [10, 0]), box(0, 0, 10, 10), ['touches']],
    ['a line through two corners', line([-1, -1], [11, 11]), box(0, 0, 10, 10), ['crosses']],
    ['lines that cross', line([0, 0], [10, 10]), line([0, 10], [10, 0]), ['crosses']],
    ['lines that share a stretch', line([0, 0], [6, 0]), line([4, 0], [10, 0]), ['overlaps']],
    ['lines that meet at their ends', line([0, 0], [5, 0]), line([5, 0], [5, 5]), ['touches']],
    [
      'a line and itself turned round',
      line([0, 0], [5, 1]),
      line([5, 1], [0, 0]),
      ['equals', 'within', 'contains'],
    ],
    ['a polygon filling a hole', box(3, 3, 7, 7), withHole, ['touches']],
    ['a polygon over a hole', box(2, 2, 8, 8), withHole, ['overlaps']],
    ['a polygon around a hole’s polygon', box(0, 0, 10, 10), withHole, ['contains']],
    [
      'parts on both sides',
      { type: 'MultiPolygon', coordinates: [[ring(0, 0, 2, 2)], [ring(8, 8, 9, 9)]] },
      box(0, 0, 10, 10),
      ['within'],
    ],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [point(20, 20), point(5, 5)] },
      box(0, 0, 10, 10),
      ['crosses'],
    ],
  ])('%s', async (_, a, b, relations) => {
    expect(await relationsOf(a, b)).toEqual(relations);
  });

  it('are those of intervals, for rectangles', async () => {
    const side = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 4 }))
      .map(([start, length]) => [start, start + length] as const);
    await fc.assert(
      fc.asyncProperty(side, side, side, side, async (ax, ay, bx, by) => {
        const a = box(ax[0], ay[0], ax[1], ay[1]);
        const b = box(bx[0], by[0], bx[1], by[1]);
        expect(await relationsOf(a, b)).toEqual(expected([ax, ay], [bx, by]));
      }),
      { numRuns: 200 },
    );
  });

  type Side = readonly [number, number];

  /** By the overlap of the sides alone. */
  function expected(a: readonly [Side, Side], b: readonly [Side, Side]): Relation[] {
    const overlaps = [0, 1].map(
      (axis) => Math.min(a[axis]![1], b[axis]![1]) - Math.max(a[axis]![0], b[axis]![0]),
    );
    if (overlaps.some((overlap) => overlap < 0)) return ['disjoint'];
    if (overlaps.some((overlap) => overlap === 0)) return ['touches'];
    const isIn = (inner: typeof a, outer: typeof a) =>
      inner.every(([start, end], axis) => start >= outer[axis]![0] && end <= outer[axis]![1]);
    const found: Relation[] = [];
    if (isIn(a, b) && isIn(b, a)) found.push('equals');
    if (isIn(a, b)) found.push('within');
    if (isIn(b, a)) found.push('contains');
    return found.length > 0 ? found : ['overlaps'];
  }

  it('are the other way round when the two are', async () => {
    const coordinate = fc.integer({ min: 0, max: 6 });
    const place = fc.tuple(coordinate, coordinate).map(([x, y]) => [x, y]);
    const shape = fc.oneof(
      place.map(([x = 0, y = 0]) => point(x, y)),
      fc
        .uniqueArray(place, { minLength: 2, maxLength: 3, selector: String })
        .map((positions) => line(...positions)),
      fc.tuple(coordinate, coordinate).map(([x, y]) => box(x, y, x + 2, y + 3)),
    );
    await fc.assert(
      fc.asyncProperty(shape, shape, async (a, b) => {
        const swapped: { readonly [name: string]: Relation } = {
          within: 'contains',
          contains: 'within',
        };
        const there = await relationsOf(a, b);
        const back = (await relationsOf(b, a)).map((name) => swapped[name] ?? name);
        expect(new Set(back)).toEqual(new Set(there));
        // Whatever is not apart meets in one way or another.
        expect(there.length).toBeGreaterThan(0);
        expect(there.includes('disjoint')).toBe(
          ((await numberOf('geo_distance(geo_parse($1), geo_parse($2))', a, b)) ?? 0) > 1e-6,
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [point(0, 0), point(3, 4), 5],
    [point(0, 0), box(3, 0, 5, 5), 3],
    [point(4, 1), box(3, 0, 5, 5), 0],
    [point(5, 5), withHole, 2],
    [line([0, 0], [0, 10]), line([3, 0], [3, 10]), 3],
    [line([0, 0], [10, 10]), line([0, 10], [10, 0]), 0],
  ])('measure from %j to %j', async (a, b, distance) => {
    expect(await numberOf('geo_distance(geo_parse($1), geo_parse($2))', a, b)).toBeCloseTo(
      distance,
      9,
    );
  });

  it('measure lines along their bends, and nothing else', async () => {
    expect(await numberOf('geo_length(geo_parse($1))', line([0, 0], [3, 4], [3, 6]))).toBeCloseTo(
      7,
      9,
    );
    expect(await numberOf('geo_length(geo_parse($1))', box(0, 0, 1, 1))).toBe(0);
    expect(await numberOf('geo_length(geo_parse($1))', point(0, 0))).toBe(0);
  });
});
