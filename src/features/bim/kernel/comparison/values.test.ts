import { describe, expect, it } from 'vitest';
import { parseBimProperties } from '#contract/bim-properties.ts';
import type { Difference } from '../../contract/comparison.ts';
import { aModel, type Thing } from '../a-model.ts';
import { aVersion } from './a-version.ts';
import { toComparisonCsv } from './csv.ts';
import { changedAttributes, changedValues } from './values.ts';

const propertiesOf = (sets: Thing['sets']) => {
  const { files } = aModel({ class: 'IfcWall', name: 'Wall', ...(sets && { sets }) });
  const bytes = files.get('properties.bin');
  if (!bytes) throw new Error('The model has no properties.');
  return { properties: parseBimProperties(bytes.slice().buffer, 'properties.bin'), row: 0 };
};

describe('the values of an element in two versions', () => {
  it('are told with what they were and what they are', () => {
    const old = propertiesOf({
      Pset_WallCommon: { FireRating: 'REI 90', IsExternal: true, Width: 3 },
    });
    const now = propertiesOf({
      Pset_WallCommon: { FireRating: 'REI 120', IsExternal: true, Width: 4 },
    });
    expect(changedValues(old, now)).toMatchObject([
      { set: 'Pset_WallCommon', name: 'FireRating', before: 'REI 90', after: 'REI 120' },
      { set: 'Pset_WallCommon', name: 'Width', before: 3, after: 4 },
    ]);
  });

  it('that came or went have nothing on the other side', () => {
    const old = propertiesOf({ A: { gone: 1 } });
    const now = propertiesOf({ B: { come: 'yes' } });
    expect(changedValues(old, now)).toMatchObject([
      { set: 'A', name: 'gone', before: 1, after: undefined },
      { set: 'B', name: 'come', before: undefined, after: 'yes' },
    ]);
  });

  it('are the same where a number only went through a file', () => {
    const old = propertiesOf({ A: { length: 0.1 + 0.2 } });
    expect(changedValues(old, propertiesOf({ A: { length: 0.3 } }))).toEqual([]);
    expect(changedValues(old, old)).toEqual([]);
  });

  it('count what the element table says too', () => {
    const old = aVersion('old').with('a', { name: 'Door', class: 'IfcDoor' }).build();
    const now = aVersion('new').with('a', { name: 'Gate', class: 'IfcDoor' }).build();
    expect(changedAttributes({ data: old, row: 0 }, { data: now, row: 0 })).toEqual([
      { set: '', name: 'Name', unit: '', before: 'Door', after: 'Gate' },
    ]);
  });
});

describe('the file of a comparison', () => {
  it('has a line for each value, and none that a spreadsheet would run', () => {
    const difference: Difference = {
      globalId: 'x',
      kind: 'properties',
      ...{ hasProperties: true, before: 0, after: 1 },
      ...{ name: '=SUM(A1)', class: 'IfcWall', storey: 'Level "1"', moveM: undefined },
    };
    const counts = { added: 0, removed: 0, geometry: 0, moved: 0, properties: 1, same: 0 };
    const csv = toComparisonCsv(
      { before: 'a', after: 'b', differences: [difference], counts, shiftM: undefined },
      [[{ set: 'S', name: 'n', unit: 'm', before: -1, after: 2 }]],
      (kind) => kind,
    );
    const [, line, rest] = csv.split('\r\n');
    expect(line).toBe(`x,properties,IfcWall,'=SUM(A1),"Level ""1""",,,,S,n,m,-1,2`);
    expect(rest).toBe('');
  });
});
