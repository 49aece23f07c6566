import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWkt } from './wkt.ts';

const read = (text: string) => {
  const parsed = parseWkt(text);
  return parsed.ok ? parsed.value : parsed.reason;
};

describe('well-known text', () => {
  it.each([
    ['POINT (30 10)', { type: 'Point', coordinates: [30, 10] }],
    ['point z (3e1 -10.5 7)', { type: 'Point', coordinates: [30, -10.5] }],
    ['SRID=4326;POINT(30 10)', { type: 'Point', coordinates: [30, 10] }],
    [
      'MULTIPOINT ((1 2), (3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT (1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'LINESTRING (1 2, 3 4)',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
    [
      'MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 0],
            ],
          ],
        ],
      },
    ],
  ])('%s is a geometry', (text, geometry) => {
    expect(read(text)).toMatchObject({ geometry });
  });

  it('tells the box around it', () => {
    expect(read('LINESTRING (1 8, -3 4, 2 5)')).toMatchObject({ bounds: '(2,8),(-3,4)' });
  });

  it.each([
    ['CIRCLE (1 2)', '“CIRCLE (1 2)” is no WKT geometry; expected one such as POINT (30 10).'],
    ['POINT (1)', 'found “(1)” in a POINT; expected two numbers.'],
    ['POINT (1 x)', 'found “(1 x)” in a POINT; expected two numbers.'],
    ['LINESTRING (1 2)', 'a line of one position; expected two or more.'],
    [
      'POLYGON ((0 0, 1 0, 1 1, 0 1))',
      'a ring that is not closed; expected its first position at its end.',
    ],
    ['POLYGON (0 0, 1 0)', 'found “0 0” in a POLYGON; expected a list in parentheses.'],
    ['POINT 1 2', 'is no WKT geometry'],
  ])('refuses %s', (text, sentence) => {
    expect(read(text)).toContain(sentence);
  });

  it('refuses more positions than a person draws', () => {
    expect(read(`LINESTRING (${Array(2001).fill('1 2').join(',')})`)).toContain('2001 positions');
  });

  it('never throws', () => {
    const parts = fc.constantFrom('POINT', 'POLYGON', '(', ')', ',', ' ', '1', '-2.5', 'x');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (text) => {
        expect(typeof parseWkt(text.join('')).ok).toBe('boolean');
      }),
    );
  });
});
