import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { readAsciiGrid, withCrs } from './ascii-grid.ts';

const SMALL = `ncols 3
nrows 2
xllcorner 100
yllcorner 200
cellsize 10
NODATA_value -9999
1 2 3
4 -9999 6
`;

const read = (text: string) => readAsciiGrid([text], 'dem.asc');

describe('readAsciiGrid', () => {
  it('reads corner, cells, heights from the north-west, and nodata as NaN', async () => {
    const grid = await read(SMALL);
    expect(grid).toMatchObject({
      width: 3,
      height: 2,
      west: 100,
      north: 220,
      cellX: 10,
      cellY: 10,
    });
    expect([...grid.heightsM]).toEqual([1, 2, 3, 4, Number.NaN, 6]);
  });

  it.each([
    ['CRLF line ends', SMALL.replaceAll('\n', '\r\n')],
    ['header words in any case and order', SMALL.replace('ncols 3\nnrows 2', 'NROWS 2\nNCOLS 3')],
    ['tabs and leading blanks', SMALL.replace('1 2 3', '  1\t2\t3 ')],
    ['one height a line', SMALL.replace('1 2 3\n4 -9999 6', '1\n2\n3\n4\n-9999\n6')],
    ['no line end at the end', SMALL.trimEnd()],
    ['another nodata value', SMALL.replaceAll('-9999', '-32768.0')],
    ['no nodata line, which means -9999', SMALL.replace('NODATA_value -9999\n', '')],
    ['words for no number', SMALL.replace('4 -9999', '4 nan')],
  ])('reads %s alike', async (_, text) => {
    expect([...(await read(text)).heightsM]).toEqual([1, 2, 3, 4, Number.NaN, 6]);
  });

  it('counts from the centre of the first cell where the file says so', async () => {
    const text = SMALL.replace('xllcorner', 'xllcenter').replace('yllcorner', 'yllcenter');
    expect(await read(text)).toMatchObject({ west: 95, north: 215 });
  });

  it('takes cells that are not square', async () => {
    const grid = await read(SMALL.replace('cellsize 10', 'dx 10\ndy 20'));
    expect(grid).toMatchObject({ cellX: 10, cellY: 20, north: 240 });
  });

  it('reads the same however the text is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(SMALL.length), { maxLength: 12 }), async (cuts) => {
        const sorted = [0, ...cuts.sort((a, b) => a - b), SMALL.length];
        const pieces = sorted.slice(1).map((end, at) => SMALL.slice(sorted[at], end));
        expect([...(await readAsciiGrid(pieces, 'dem.asc')).heightsM]).toEqual([
          1,
          2,
          3,
          4,
          Number.NaN,
          6,
        ]);
      }),
    );
  });

  it('puts heights in feet into metres', async () => {
    const crs = parseCrs('EPSG:8767');
    if (!crs.ok) throw new Error(crs.reason);
    expect(withCrs(await read(SMALL), crs.value).heightsM[2]).toBeCloseTo((3 * 1200) / 3937, 6);
  });

  it.each([
    [
      'a picture',
      'GIF89a…',
      'dem.asc, line 1: “GIF89a…” is not a header of an ESRI ASCII grid; expected ncols.',
    ],
    ['nothing', '', 'is not a header'],
    ['no rows', SMALL.replace('nrows 2\n', ''), 'line 6: the header lacks nrows.'],
    [
      'half a column',
      SMALL.replace('ncols 3', 'ncols 2.5'),
      'line 1: ncols is 2.5; expected a whole number above 0.',
    ],
    [
      'a cell of no size',
      SMALL.replace('cellsize 10', 'cellsize 0'),
      'line 5: cellsize is 0; expected a number above 0.',
    ],
    [
      'a word for a number',
      SMALL.replace('xllcorner 100', 'xllcorner here'),
      'line 3: xllcorner is “here”; expected one number.',
    ],
    [
      'a word for a height',
      SMALL.replace('4 -9999', '4 high'),
      'line 8: the height “high” is not a number.',
    ],
    [
      'too few heights',
      SMALL.replace(' 6', ''),
      'the file ends after 5 heights when ncols × nrows = 3 × 2 = 6 were expected.',
    ],
    [
      'too many heights',
      `${SMALL}7\n`,
      'line 9: there are more heights than ncols × nrows = 3 × 2 = 6.',
    ],
    [
      'a grid beyond memory',
      SMALL.replace('ncols 3', 'ncols 999999999'),
      'expected at most 400000000',
    ],
  ])('refuses %s in one sentence', async (_, text, sentence) => {
    const failed = await read(text).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(InputError);
    expect((failed as InputError).message).toContain(sentence);
  });
});

const real = new URL('../../../../shared/data/flood/', import.meta.url);

describe.skipIf(!existsSync(real))(
  'published elevation models (skipped where they are not at hand)',
  () => {
    it.each([
      ['ea_test5/reference_lisflood81_50m/ea5-50m.dem', 276, 245, 50],
      ['ea_test3/test3_2m.dem.asc', 150, 50, 2],
      ['landlab/Square_TestBasin.asc', 200, 200, 30],
      ['uos_humps/T01/humps.dem', 75, 30, 1],
    ])('%s', async (name, width, height, cell) => {
      const grid = await readAsciiGrid([readFileSync(new URL(name, real), 'latin1')], name);
      expect(grid).toMatchObject({ width, height, cellX: cell, cellY: cell });
      expect(grid.heightsM.some((value) => !Number.isNaN(value))).toBe(true);
      expect(grid.heightsM.includes(-9999)).toBe(false);
    });
  },
);
