import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExpression, formatQuery } from './format-query.ts';
import { parseExpression } from './parse-expression.ts';
import { parseQuery } from './parse-options.ts';
import type { Expression, Literal, QueryOptions } from './syntax.ts';
import { TokenReader } from './token-reader.ts';

function parse(text: string): Expression {
  const tokens = new TokenReader(text, '$filter');
  const expression = parseExpression(tokens);
  tokens.expectEnd();
  return expression;
}

const withoutPlaces = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value)));

const at = 0;
const literal = (type: Literal['type'], text: string): Literal => ({
  kind: 'literal',
  type,
  text,
  at,
});
const instantText = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyLiteral: fc.Arbitrary<Literal> = fc.oneof(
  fc.nat().map((value) => literal('number', String(value))),
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .map((value) => literal('number', String(value))),
  fc.string({ unit: 'grapheme' }).map((text) => literal('string', text)),
  fc.boolean().map((value) => literal('boolean', String(value))),
  fc.constant(literal('null', 'null')),
  instantText.map((text) => literal('instant', text)),
  fc.tuple(instantText, instantText).map(([a, b]) => literal('interval', `${a}/${b}`)),
  instantText.map((text) => literal('date', text.slice(0, 10))),
  instantText.map((text) => literal('time', text.slice(11, 19))),
  fc.constant(literal('duration', 'P1DT2H')),
  fc.constant(literal('geometry', 'POINT (30 10)')),
);
const words = ['Datastreams', 'name', 'properties', 'größe', 'half-life', '@iot.id', 'eq_', 'sub2'];
const anyPath = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((segments): Expression => ({ kind: 'path', segments, at }));
const operators = [
  'or',
  'and',
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'add',
  'sub',
  'mul',
  'div',
  'mod',
] as const;
const { expression: anyExpression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    anyLiteral,
    anyPath,
    fc
      .tuple(fc.constantFrom(...operators), tie('expression'), tie('expression'))
      .map(
        ([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, at }),
      ),
    fc
      .tuple(fc.constantFrom('not', 'negative'), tie('expression'))
      .map(([kind, operand]): Expression => ({ kind, operand, at })),
    fc
      .tuple(
        fc.constantFrom('geo.distance', 'st_within', 'now'),
        fc.array(tie('expression'), { maxLength: 3 }),
      )
      .map(([name, operands]): Expression => ({ kind: 'call', name, operands, at })),
  ),
}));
const plainOptions = fc.record(
  {
    filter: anyExpression,
    orderBy: fc.array(fc.record({ expression: anyPath, isDescending: fc.boolean() }), {
      minLength: 1,
      maxLength: 2,
    }),
    select: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
    top: fc.nat(1e6),
    skip: fc.nat(1e6),
    count: fc.boolean(),
  },
  { requiredKeys: [] },
);
const { options: anyOptions } = fc.letrec<{ options: QueryOptions }>((tie) => ({
  options: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    plainOptions,
    fc
      .tuple(
        plainOptions,
        fc.uniqueArray(
          fc.record({
            name: fc.constantFrom('Datastreams', 'Sensor', 'Thing'),
            options: tie('options'),
            at: fc.constant(0),
          }),
          { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
        ),
      )
      .map(([options, expand]): QueryOptions => ({ ...options, expand })),
  ),
}));

describe('the query language', () => {
  it('reads back every tree that it writes', () => {
    fc.assert(
      fc.property(anyExpression, (tree) => {
        expect(withoutPlaces(parse(formatExpression(tree)))).toEqual(withoutPlaces(tree));
      }),
      { numRuns: 500 },
    );
  });

  it('reads back all options as they stand in a URL', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        expect(withoutPlaces(parseQuery(formatQuery(options)))).toEqual(withoutPlaces(options));
      }),
      { numRuns: 300 },
    );
  });

  it('never fails but by one sentence, whatever stands there', () => {
    const fragments = fc.constantFrom(
      ...[
        "'",
        '(',
        ')',
        ' eq ',
        'not ',
        '$top=',
        ';',
        ',',
        '/',
        '1',
        "geography'",
        'name',
        '-',
        '2026-01-01',
        '\0',
        '%',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fragments, fc.string()), { maxLength: 30 }), (parts) => {
        try {
          parse(parts.join(''));
        } catch (error) {
          expect(error).toMatchObject({ name: 'QueryError', statusCode: 400 });
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['1 add 2 mul 3 eq 7', '((1 add (2 mul 3)) eq 7)'],
    ['a eq 1 or b eq 2 and c eq 3', '((a eq 1) or ((b eq 2) and (c eq 3)))'],
    ['10 sub 4 sub 3', '((10 sub 4) sub 3)'],
    ["not endswith(name,'a') and b", "(not endswith(name,'a') and b)"],
    ['-a lt -5', '(- a lt - 5)'],
    ["name eq 'it''s'", "(name eq 'it''s')"],
    ['a gt 1 eq true', '((a gt 1) eq true)'],
    ["Datastreams/ObservedProperty/name eq 'x'", "(Datastreams/ObservedProperty/name eq 'x')"],
    [
      'time gt 2026-01-01T00:00:00Z/2026-02-01T00:00:00Z',
      '(time gt 2026-01-01T00:00:00Z/2026-02-01T00:00:00Z)',
    ],
    ['properties/not eq 1', '(properties/not eq 1)'],
  ])('%s is %s', (text, expected) => {
    expect(formatExpression(parse(text))).toBe(expected);
  });

  it('keeps the plus of a zone, as clients send it', () => {
    const { filter } = parseQuery('$filter=time+gt+2026-01-01T00:00:00+02:00');
    expect(filter && formatExpression(filter)).toBe('(time gt 2026-01-01T00:00:00+02:00)');
  });

  it('expands a path once for each of its steps', () => {
    const { expand } = parseQuery(
      '$expand=Datastreams/Sensor,Datastreams/ObservedProperty($select=name)',
    );
    expect(formatQuery({ expand })).toBe(
      `$expand=${encodeURIComponent('Datastreams($expand=Sensor,ObservedProperty($select=name))')}`,
    );
  });

  it.each([
    ['$filter=name like 5', '$filter, character 6: found “like” where the end was expected.'],
    ["$filter=name eq 'x", '$filter, character 9: a string begins here and never ends.'],
    ['$filter=(a eq 1', '$filter, character 8: it ends where “)” was expected.'],
    [
      '$filter=',
      '$filter, character 1: it ends where a property, a value or a function was expected.',
    ],
    [
      '$filter=a eq 1;drop table thing',
      '$filter, character 7: found “;” where the end was expected.',
    ],
    ['$filter=a eq #', '$filter, character 6: found “#”, which begins nothing that is known.'],
    ['$top=five', '$top, character 1: found “five” where a whole number was expected.'],
    ['$top=1.5', '$top, character 1: found 1.5; expected a whole number.'],
    ['$top=-1', '$top, character 1: found “-” where a whole number was expected.'],
    ['$top=1&$top=2', '$top, character 1: $top stands there twice.'],
    ['$count=yes', '$count, character 1: found “yes” where true or false was expected.'],
    ['$fitler=a', '$fitler, character 1: there is no option $fitler; expected $filter,'],
    ['$expand=Datastreams($top=1', '$expand, character 19: it ends where “)” was expected.'],
    [
      '$expand=Datastreams($resultFormat=dataArray)',
      '$expand, character 27: $resultFormat is for the whole answer.',
    ],
    ['$filter=%E0%A4', '“%E0%A4” is not percent-encoded as a URL must be.'],
    [`$filter=${'('.repeat(60)}`, '$filter, character 42: this is nested more than 40 deep.'],
    [`$filter=${'not '.repeat(60)}a`, 'this is nested more than 40 deep.'],
    [`$filter=${'a eq 1 or '.repeat(200)}a eq 1`, '$filter has more than 300 parts.'],
    [`$filter=${'a'.repeat(10_001)}`, '$filter has 10001 characters; expected at most 10000.'],
    [
      `$expand=${'Things/'.repeat(9)}Things`,
      '$expand, character 43: this is expanded more than 6 deep.',
    ],
  ])('refuses %s', (query, sentence) => {
    expect(() => parseQuery(query)).toThrow(sentence);
  });

  it('leaves options without a dollar to others', () => {
    expect(parseQuery('token=1&x')).toEqual({});
  });
});
