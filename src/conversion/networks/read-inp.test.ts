import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readInp } from './read-inp.ts';

const lines = (change: (lines: string[]) => string[] = (same) => same) =>
  change([
    '; a comment first',
    '[TITLE]',
    'Two junctions and a lake',
    'second line of the title',
    '[JUNCTIONS]',
    ';ID Elev',
    ' J-1  12.5  3.0 ; main square',
    ' J-2\t11',
    '[RESERVOIRS]',
    ' Lake 40',
    '[PIPES]',
    ' P-1 Lake J-1 100 200 100 0 Open',
    ' P-2 J-1 J-2 100 200 100 0 Open',
    '[COORDINATES]',
    ' J-1 100.5 200',
    ' J-2 1e2 -2.5E1',
    ' Lake 0 0',
    ' Gone 5 5',
    '[END]',
    'anything after the end',
  ]).join('\r\n');

const replace = (from: string, to: string) =>
  lines((all) => all.map((one) => (one === from ? to : one)));

describe('an EPANET model', () => {
  it('tells its title, its nodes and links, and where each node stands', () => {
    expect(readInp(lines(), 'w.inp')).toEqual({
      title: 'Two junctions and a lake',
      nodes: 3,
      links: 2,
      coordinates: [
        { node: 'J-1', x: 100.5, y: 200, line: 15 },
        { node: 'J-2', x: 100, y: -25, line: 16 },
        { node: 'Lake', x: 0, y: 0, line: 17 },
      ],
    });
  });

  it('knows sections by their first letters, as EPANET does', () => {
    expect(readInp(lines().replace('[JUNCTIONS]', '[junc]'), 'w.inp').nodes).toBe(3);
  });

  it.each([
    [
      replace(' J-2\t11', ' J-1 11'),
      'w.inp, line 8: node J-1 stands in line 7 too; expected one id each.',
    ],
    [
      replace(' P-2 J-1 J-2 100 200 100 0 Open', ' P-1 J-1 J-2 1'),
      'line 13: link P-1 stands in line 12',
    ],
    [
      replace(' P-2 J-1 J-2 100 200 100 0 Open', ' P-2 J-1 N-9 100 200'),
      'w.inp, line 13: link P-2 ends at N-9, which does not exist.',
    ],
    [
      replace(' P-2 J-1 J-2 100 200 100 0 Open', ' P-2 J-1'),
      'line 13: link P-2 has fewer than two ends',
    ],
    [
      replace(' J-1 100.5 200', ' J-1 100.5 north'),
      'the coordinates of J-1 are “100.5 north”; expected',
    ],
    [replace(' J-1 100.5 200', ''), 'w.inp, line 7: node J-1 has no line in [COORDINATES].'],
    [
      replace('[RESERVOIRS]', '[CONDUITS]'),
      'w.inp: section [CONDUITS] is one of SWMM; expected an EPANET',
    ],
    [replace('[RESERVOIRS]', '[LAKES]'), 'line 9: there is no section [LAKES] in EPANET 2.3.'],
    [replace('[TITLE]', 'Hello'), 'w.inp, line 2: found “Hello” before any section'],
    ['[TITLE]\nnothing', 'w.inp: it has no junction, reservoir or tank.'],
    ['[JUNCTIONS]\na 1\n[COORDINATES]\na 1 2', 'w.inp: it has no reservoir or tank, so no water'],
  ])('refuses %j', (text, sentence) => {
    expect(() => readInp(text, 'w.inp')).toThrow(sentence);
  });
});

const shared = fileURLToPath(new URL('../../../../shared/data/pipes/', import.meta.url));
const inputsOf = (folder: string) =>
  existsSync(shared) ? readdirSync(join(shared, folder)).filter((name) => /\.inp$/.test(name)) : [];

describe.skipIf(!existsSync(shared))('published models (needs ../shared/data)', () => {
  const placeless = 'vitens_benchmark.inp';

  it.each(inputsOf('water').filter((name) => name !== placeless))(
    '%s is read with every node in its place',
    (name) => {
      const model = readInp(readFileSync(join(shared, 'water', name), 'latin1'), name);
      expect(model.coordinates).toHaveLength(model.nodes);
      expect(model.links).toBeGreaterThan(0);
    },
  );

  it('refuses a model whose places were taken out', () => {
    const text = readFileSync(join(shared, 'water', placeless), 'latin1');
    expect(() => readInp(text, placeless)).toThrow(/node \d+ has no line in \[COORDINATES\]/);
  });

  it.each(inputsOf('drainage'))('%s is told to be one of SWMM', (name) => {
    expect(() => readInp(readFileSync(join(shared, 'drainage', name), 'latin1'), name)).toThrow(
      'of SWMM; expected an EPANET model.',
    );
  });
});
