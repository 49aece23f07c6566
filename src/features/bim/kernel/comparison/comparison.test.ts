import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareModels } from '../comparison.ts';
import { aVersion, type Thing } from './a-version.ts';
import { colourComparison, differenceColours, kindsByRow, rowsOfDifferences } from './paint.ts';

const box = (x: number, size = 1): NonNullable<Thing['box']> => [
  [x, 0, 0],
  [x + size, 1, 1],
];

describe('two versions of a model', () => {
  it('are the same where nothing changed', () => {
    const old = aVersion('old')
      .with('a', { box: box(0) })
      .with('b')
      .build();
    const now = aVersion('new', 2)
      .with('b')
      .with('a', { box: box(0) })
      .build();
    const { differences, counts } = compareModels(old, now);
    expect(differences).toEqual([]);
    expect(counts).toEqual({ ...zero, same: 2 });
  });

  it('tell what was added and removed', () => {
    const old = aVersion('old').with('stays').with('goes', { class: 'IfcDoor' }).build();
    const now = aVersion('new', 2).with('stays').with('comes').build();
    const { differences, counts } = compareModels(old, now);
    expect(counts).toEqual({ ...zero, same: 1, added: 1, removed: 1 });
    expect(differences).toMatchObject([
      { globalId: 'comes', kind: 'added', before: undefined, after: 3 },
      { globalId: 'goes', kind: 'removed', class: 'IfcDoor', before: 1, after: undefined },
    ]);
  });

  it('tell what moved, and how far', () => {
    const old = aVersion('old')
      .with('a', { box: box(0), geometryHash: 1 })
      .build();
    const now = aVersion('new', 1)
      .with('a', { box: box(0.25), geometryHash: 2 })
      .build();
    expect(compareModels(old, now).differences).toMatchObject([
      { kind: 'moved', moveM: [0.25, 0, 0], before: 0, after: 1 },
    ]);
  });

  it.each([
    ['its box is another', { box: box(0, 1.1), geometryHash: 2 }],
    ['it has other triangles', { box: box(0), triangles: 14, geometryHash: 2 }],
    ['it stands in place with another surface', { box: box(0), geometryHash: 2 }],
    ['it lost its shape', { geometryHash: 2 }],
  ])('call an element rebuilt where %s', (_, thing) => {
    const old = aVersion('old')
      .with('a', { box: box(0), geometryHash: 1 })
      .build();
    const now = aVersion('new', 1).with('a', thing).build();
    expect(compareModels(old, now).differences).toMatchObject([{ kind: 'geometry' }]);
  });

  it('tell other properties from another shape, and both together', () => {
    const old = aVersion('old')
      .with('a', { propertyHash: 1 })
      .with('b', { propertyHash: 1, box: box(0), geometryHash: 1 })
      .with('c', { class: 'IfcWall' })
      .build();
    const now = aVersion('new', 3)
      .with('a', { propertyHash: 2 })
      .with('b', { propertyHash: 2, box: box(9, 2), geometryHash: 2 })
      .with('c', { class: 'IfcSlab' })
      .build();
    expect(compareModels(old, now).differences).toMatchObject([
      { globalId: 'b', kind: 'geometry', hasProperties: true },
      { globalId: 'c', kind: 'properties', hasProperties: true },
      { globalId: 'a', kind: 'properties', hasProperties: true },
    ]);
  });

  it('say once that the file counts from another point, and find what moved beside it', () => {
    const old = aVersion('old');
    const now = aVersion('new', 10);
    for (let at = 0; at < 10; at++) {
      old.with(`e${at}`, { box: box(2 * at), geometryHash: at });
      now.with(`e${at}`, { box: box(2 * at + 100 + (at === 3 ? 0.5 : 0)), geometryHash: 50 + at });
    }
    const { differences, counts, shiftM } = compareModels(old.build(), now.build());
    expect(shiftM).toEqual([100, 0, 0]);
    expect(counts).toMatchObject({ moved: 1, same: 9 });
    expect(differences[0]).toMatchObject({ globalId: 'e3', moveM: [0.5, 0, 0] });
  });

  it('take two elements that moved together for moved, not for another origin', () => {
    const old = aVersion('old')
      .with('a', { box: box(0), geometryHash: 1 })
      .with('b', { box: box(5), geometryHash: 2 });
    const now = aVersion('new', 2)
      .with('a', { box: box(1), geometryHash: 3 })
      .with('b', { box: box(6), geometryHash: 4 });
    expect(compareModels(old.build(), now.build()).counts.moved).toBe(2);
  });

  it('pair what a file has twice under one GlobalId in its order', () => {
    const old = aVersion('old').with('twin', { name: 'first' }).with('twin', { name: 'second' });
    const now = aVersion('new', 2).with('twin', { name: 'first' });
    const { counts, differences } = compareModels(old.build(), now.build());
    expect(counts).toEqual({ ...zero, same: 1, removed: 1 });
    expect(differences[0]).toMatchObject({ before: 1 });
  });

  it('account for every element once, whatever the versions are', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 3 }), (older, newer, hashes) => {
        const old = aVersion('old');
        const now = aVersion('new', older.length);
        for (const id of older) old.with(`e${id}`, { propertyHash: id % hashes });
        for (const id of newer) now.with(`e${id}`, { propertyHash: id % (hashes + 1) });
        const { counts, differences } = compareModels(old.build(), now.build());
        const { added, removed, same, ...changed } = counts;
        const both = same + changed.geometry + changed.moved + changed.properties;
        expect(both + added).toBe(newer.length);
        expect(both + removed).toBe(older.length);
        expect(differences.length).toBe(both - same + added + removed);
      }),
    );
  });
});

describe('the parts and colours of a comparison', () => {
  const old = aVersion('old').with('stays', { propertyHash: 1 }).with('goes').build();
  const now = aVersion('new', 2).with('stays', { propertyHash: 2 }).with('comes').build();
  const comparison = compareModels(old, now);

  it('give the kind of each element in both models', () => {
    // 1 added, 2 removed, 5 properties.
    expect([...kindsByRow(comparison, old)]).toEqual([5, 2]);
    expect([...kindsByRow(comparison, now)]).toEqual([5, 1]);
    expect([...kindsByRow(comparison, aVersion('third').with('x').build())]).toEqual([0]);
  });

  it('name what is in both once, as it is now', () => {
    expect(rowsOfDifferences(comparison, old, 'all')).toEqual([1]);
    expect(rowsOfDifferences(comparison, now, 'all').toSorted()).toEqual([0, 1]);
    expect(rowsOfDifferences(comparison, now, 'added')).toEqual([1]);
  });

  it('colour each element by its kind and say what the colours mean', () => {
    const { classes, colours, legend } = colourComparison(
      comparison,
      new Map([old, now].map((one) => [one.id, kindsByRow(comparison, one)])),
      [old, now],
    );
    const colourOf = (model: number, row: number) => colours[classes[model]![row]!];
    expect(colourOf(0, 1)).toBe(differenceColours.removed);
    expect(colourOf(1, 1)).toBe(differenceColours.added);
    expect(colourOf(1, 0)).toBe(differenceColours.properties);
    expect(legend).toMatchObject({
      entries: [
        { label: 'added', colour: '#009e73', count: 1, key: '*/comparison/added' },
        { label: 'removed', count: 1 },
        { label: 'properties', count: 1 },
      ],
    });
  });

  it('keep colours apart for those who see no red or no green', () => {
    const colours = Object.values(differenceColours).map(toRgb);
    for (const see of [asIs, deuteranope, protanope]) {
      for (const [at, one] of colours.entries()) {
        for (const other of colours.slice(at + 1)) {
          const [a, b] = [see(one), see(other)];
          expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)).toBeGreaterThan(30);
        }
      }
    }
  });
});

const zero = { added: 0, removed: 0, geometry: 0, moved: 0, properties: 0, same: 0 };
const toRgb = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];
const asIs = (rgb: number[]) => rgb;
// Machado, Oliveira and Fernandes 2009, severity 1.
const seen = (m: number[]) => (rgb: number[]) =>
  [0, 1, 2].map((row) => rgb.reduce((sum, value, at) => sum + m[3 * row + at]! * value, 0));
const deuteranope = seen([
  0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
]);
const protanope = seen([
  0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
]);
