import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatExpression } from '../language/format-query.ts';
import type { Expression, Operator } from '../language/syntax.ts';
import { aTestWorld, START, type TestWorld } from '../test-world.ts';

interface Row {
  readonly id: string;
  readonly result: number | null;
  readonly timeMs: number;
  readonly resultTimeMs: number | null;
  readonly stream: string;
  /** A member of the thing's properties that has another type in each thing. */
  readonly floors: unknown;
}

/** A tree and what it is for a row, worked out in JavaScript; null where it is missing. */
interface Typed<Value> {
  readonly tree: Expression;
  readonly of: (row: Row) => Value | null;
}

const path = (...segments: string[]): Expression => ({ kind: 'path', segments, at: 0 });
const call = (name: string, ...operands: Expression[]): Expression => ({
  kind: 'call',
  name,
  operands,
  at: 0,
});
const binary = (left: Expression, operator: Operator, right: Expression): Expression => ({
  ...{ kind: 'binary', operator, left, right, at: 0 },
});
const both =
  <A, B, C>(a: Typed<A>, b: Typed<B>, join: (x: A, y: B) => C | null) =>
  (row: Row) => {
    const [x, y] = [a.of(row), b.of(row)];
    return x === null || y === null ? null : join(x, y);
  };
const one =
  <A, B>(a: Typed<A>, turn: (x: A) => B) =>
  (row: Row) => {
    const x = a.of(row);
    return x === null ? null : turn(x);
  };

const round = (x: number) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5) + 0;
const operations = {
  add: (x: number, y: number) => x + y,
  sub: (x: number, y: number) => x - y,
  mul: (x: number, y: number) => x * y,
  div: (x: number, y: number) => (y === 0 ? null : x / y),
} as const;
const orders = {
  gt: (x: number | string, y: number | string) => x > y,
  ge: (x: number | string, y: number | string) => x >= y,
  lt: (x: number | string, y: number | string) => x < y,
  le: (x: number | string, y: number | string) => x <= y,
} as const;

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
const stringOf = (value: unknown) => (typeof value === 'string' ? value : null);
const literal = (
  type: 'number' | 'string' | 'boolean' | 'instant' | 'duration',
  text: string,
): Expression => ({
  ...{ kind: 'literal', type, text, at: 0 },
});

const numberLeaf: fc.Arbitrary<Typed<number>> = fc.oneof(
  fc
    .integer({ min: 0, max: 60 })
    .map((half) => ({ tree: literal('number', String(half / 2)), of: () => half / 2 })),
  fc.constant({ tree: path('result'), of: (row: Row) => row.result }),
  fc.constant({
    tree: binary(
      path('Datastream', 'Thing', 'properties', 'floors'),
      'add',
      literal('number', '0'),
    ),
    of: (row: Row) => numberOf(row.floors),
  }),
);
const word = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', "'", '%', '_', 'i', 'r', '\\'),
  maxLength: 3,
});

interface Kinds {
  number: Typed<number>;
  string: Typed<string>;
  instant: Typed<number>;
  boolean: Typed<boolean>;
}

const { boolean: anyCondition } = fc.letrec(
  (tie: fc.LetrecTypedTie<Kinds>): fc.LetrecValue<Kinds> => ({
    number: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      numberLeaf,
      fc
        .tuple(fc.constantFrom('add', 'sub', 'mul', 'div'), tie('number'), tie('number'))
        .map(([name, a, b]) => ({
          tree: binary(a.tree, name, b.tree),
          of: both(a, b, operations[name]),
        })),
      fc.tuple(numberLeaf, numberLeaf).map(([a, b]) => ({
        tree: binary(a.tree, 'mod', b.tree),
        of: both(a, b, (x, y) => (y === 0 ? null : x % y)),
      })),
      tie('number').map((a) => ({ tree: call('round', a.tree), of: one(a, round) })),
      tie('number').map((a) => ({ tree: call('floor', a.tree), of: one(a, Math.floor) })),
      tie('number').map((a) => ({ tree: call('ceiling', a.tree), of: one(a, Math.ceil) })),
      tie('number').map(
        (a): Typed<number> => ({
          tree: { kind: 'negative', operand: a.tree, at: 0 },
          of: one(a, (x) => -x),
        }),
      ),
      tie('string').map((a) => ({ tree: call('length', a.tree), of: one(a, (x) => x.length) })),
      fc.tuple(tie('string'), tie('string')).map(([a, b]) => ({
        tree: call('indexof', a.tree, b.tree),
        of: both(a, b, (x, y) => x.indexOf(y)),
      })),
      tie('instant').map((a) => ({
        tree: call('hour', a.tree),
        of: one(a, (x) => new Date(x).getUTCHours()),
      })),
      tie('instant').map((a) => ({
        tree: call('day', a.tree),
        of: one(a, (x) => new Date(x).getUTCDate()),
      })),
      tie('instant').map((a) => ({
        tree: call('second', a.tree),
        of: one(a, (x) => new Date(x).getUTCSeconds()),
      })),
    ),
    string: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      word.map((text) => ({ tree: literal('string', text), of: () => text })),
      fc.constant({ tree: path('Datastream', 'name'), of: (row: Row) => row.stream }),
      fc.constant({
        tree: call(
          'concat',
          path('Datastream', 'Thing', 'properties', 'floors'),
          literal('string', ''),
        ),
        of: (row: Row) => stringOf(row.floors),
      }),
      fc.tuple(tie('string'), tie('string')).map(([a, b]) => ({
        tree: call('concat', a.tree, b.tree),
        of: both(a, b, (x, y) => x + y),
      })),
      tie('string').map((a) => ({
        tree: call('tolower', a.tree),
        of: one(a, (x) => x.toLowerCase()),
      })),
      tie('string').map((a) => ({
        tree: call('toupper', a.tree),
        of: one(a, (x) => x.toUpperCase()),
      })),
      tie('string').map((a) => ({ tree: call('trim', a.tree), of: one(a, (x) => x.trim()) })),
      fc.tuple(tie('string'), fc.nat(4), fc.nat(4)).map(([a, start, count]) => ({
        tree: call(
          'substring',
          a.tree,
          literal('number', String(start)),
          literal('number', String(count)),
        ),
        of: one(a, (x) => x.slice(start, start + count)),
      })),
    ),
    instant: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constant({ tree: path('phenomenonTime'), of: (row: Row) => row.timeMs }),
      fc.constant({ tree: path('resultTime'), of: (row: Row) => row.resultTimeMs }),
      fc.integer({ min: -5, max: 60 }).map((hours) => {
        const ms = START + hours * 3.6e6;
        return { tree: literal('instant', new Date(ms).toISOString()), of: () => ms };
      }),
      fc
        .tuple(tie('instant'), fc.constantFrom('add', 'sub'), fc.nat(90))
        .map(([a, name, minutes]) => ({
          tree: binary(a.tree, name, literal('duration', `PT${minutes}M`)),
          of: one(a, (x) => x + (name === 'add' ? 1 : -1) * minutes * 60_000),
        })),
    ),
    boolean: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc
        .tuple(fc.constantFrom('gt', 'ge', 'lt', 'le'), fc.oneof(...pairs(tie)))
        .map(([name, [a, b]]) => ({
          tree: binary(a.tree, name, b.tree),
          of: (row: Row) => both(a, b, orders[name])(row) ?? false,
        })),
      fc.tuple(fc.constantFrom('eq', 'ne'), fc.oneof(...pairs(tie))).map(([name, [a, b]]) => ({
        tree: binary(a.tree, name, b.tree),
        of: (row: Row) => {
          const [x, y] = [a.of(row), b.of(row)];
          if (name === 'ne') return x !== y;
          return x !== null && x === y;
        },
      })),
      fc.oneof(tie('number'), tie('string'), tie('instant')).map((a) => ({
        tree: binary(a.tree, 'eq', { kind: 'literal', type: 'null', text: 'null', at: 0 }),
        of: (row: Row) => a.of(row) === null,
      })),
      fc
        .tuple(fc.constantFrom('startswith', 'endswith', 'contains'), tie('string'), tie('string'))
        .map(([name, a, b]) => ({
          tree: call(name, a.tree, b.tree),
          of: both(a, b, (x, y) =>
            name === 'startswith'
              ? x.startsWith(y)
              : name === 'endswith'
                ? x.endsWith(y)
                : x.includes(y),
          ),
        })),
      fc
        .tuple(fc.constantFrom('and', 'or'), tie('boolean'), tie('boolean'))
        .map(([name, a, b]) => ({
          tree: binary(a.tree, name, b.tree),
          of: (row: Row) =>
            name === 'and' ? !!a.of(row) && !!b.of(row) : !!a.of(row) || !!b.of(row),
        })),
      tie('boolean').map(
        (a): Typed<boolean> => ({
          tree: { kind: 'not', operand: a.tree, at: 0 },
          of: (row) => !a.of(row),
        }),
      ),
    ),
  }),
);

function pairs(tie: fc.LetrecTypedTie<Kinds>) {
  return [
    fc.tuple(tie('number'), tie('number')),
    fc.tuple(tie('string'), tie('string')),
    fc.tuple(tie('instant'), tie('instant')),
  ] as const;
}

describe('$filter', { timeout: 60_000 }, () => {
  let world: TestWorld;
  const rows: Row[] = [];

  beforeAll(async () => {
    world = await aTestWorld();
    const { database } = world;
    await database.query(`update thing set properties = '{"floors": "Bar"}' where id = 1`);
    await database.query('truncate observation');
    const streams = ['Level at the bridge', 'Air at the bridge', 'Air at the tower'];
    const some = fc.sample(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.option(fc.integer({ min: -20, max: 60 }), { freq: 4 }),
        fc.option(fc.integer({ min: 0, max: 3e6 }), { freq: 3 }),
      ),
      { numRuns: 80, seed: 7 },
    );
    for (const [index, [stream, half, lateS]] of some.entries()) {
      const timeMs = START + index * 2_345_678;
      const row = {
        id: `${stream}@${timeMs}`,
        result: half === null ? null : half / 2,
        timeMs,
        resultTimeMs: lateS === null ? null : timeMs + lateS * 1000,
        stream: streams[stream - 1] ?? '',
        floors: stream === 3 ? 30 : 'Bar',
      };
      rows.push(row);
      await database.query(
        `insert into observation (datastream_id, phenomenon_time, result, result_time)
        values ($1, $2, $3, $4)`,
        [
          ...[stream, new Date(timeMs), row.result],
          row.resultTimeMs === null ? null : new Date(row.resultTimeMs),
        ],
      );
    }
  });
  afterAll(() => world.close());

  it('finds the rows that JavaScript finds, for any condition', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(anyCondition, async (condition) => {
        const filter = encodeURIComponent(formatExpression(condition.tree));
        const { status, body } = await world.get(
          `/Observations?$select=id&$top=100&$filter=${filter}`,
        );
        expect(status, JSON.stringify(body)).toBe(200);
        const found = body.value.map((each: { '@iot.id': string }) => each['@iot.id']);
        const expected = rows.filter((row) => condition.of(row) === true).map((row) => row.id);
        kept += expected.length;
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 400 },
    );
    // Conditions that nothing or everything meets would prove little.
    expect(kept).toBeGreaterThan(400 * 8);
    expect(kept).toBeLessThan(400 * 72);
  });

  it('orders as JavaScript orders, missing values last', async () => {
    const { body } = await world.get(
      '/Observations?$select=id&$top=100&$orderby=result desc,phenomenonTime',
    );
    const expected = rows.toSorted(
      (a, b) => (b.result ?? -1e9) - (a.result ?? -1e9) || a.timeMs - b.timeMs,
    );
    expect(body.value.map((each: { '@iot.id': string }) => each['@iot.id'])).toEqual(
      expected.map((row) => row.id),
    );
  });

  it('pages through all rows without a gap or a double', async () => {
    const seen: string[] = [];
    let next: string | undefined =
      '/Observations?$select=id&$top=7&$orderby=Datastream/name,result';
    while (next !== undefined) {
      const { body } = await world.get(next);
      seen.push(...body.value.map((each: { '@iot.id': string }) => each['@iot.id']));
      next = body['@iot.nextLink']?.replace(/^.*\/v1\.1/, '');
    }
    expect(seen).toHaveLength(rows.length);
    expect(new Set(seen).size).toBe(rows.length);
  });
});
