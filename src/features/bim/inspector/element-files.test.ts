import { describe, expect, it } from 'vitest';
import type { ElementDetails } from '../contract.ts';
import { toFileName, toPropertiesCsv, toPropertiesJson, toSummaryCsv } from './element-files.ts';

const door = {
  globalId: '1x',
  name: 'Door, "main"',
  class: 'IfcDoor',
  storey: 'Level 1',
  objectType: '',
  type: 'D1',
  sets: [
    {
      name: 'Pset_DoorCommon',
      kind: 'property-set',
      isOfType: false,
      entries: [
        { name: 'FireRating', value: 'EI 30', unit: '' },
        { name: 'IsExternal', value: false, unit: '' },
        { name: 'Width', value: 0.9, unit: 'm' },
        { name: 'Note', value: undefined, unit: '' },
      ],
    },
  ],
  groups: [{ kind: 'system', name: 'Exit', key: 'm/group/1' }],
} as unknown as ElementDetails;

describe('properties as a file', () => {
  it('have a line each in CSV, quoted where it needs it', () => {
    const lines = toPropertiesCsv([door], ['id', 'n', 'c', 's', 'set', 'p', 'v', 'u']).split(
      '\r\n',
    );
    expect(lines).toEqual([
      '\uFEFFid,n,c,s,set,p,v,u',
      '1x,"Door, ""main""",IfcDoor,Level 1,Pset_DoorCommon,FireRating,EI 30,',
      '1x,"Door, ""main""",IfcDoor,Level 1,Pset_DoorCommon,IsExternal,false,',
      '1x,"Door, ""main""",IfcDoor,Level 1,Pset_DoorCommon,Width,0.9,m',
      '1x,"Door, ""main""",IfcDoor,Level 1,Pset_DoorCommon,Note,,',
      '',
    ]);
  });

  it('are read back from JSON', () => {
    const read = JSON.parse(toPropertiesJson(door));
    expect(read.sets[0].entries[0]).toEqual({ name: 'FireRating', value: 'EI 30', unit: '' });
    expect(read.groups).toEqual([{ kind: 'system', name: 'Exit' }]);
  });
});

describe('sums as a file', () => {
  it('have all together, then each class, also those without quantities', () => {
    const area = { name: 'Area', unit: 'm²', sum: 4, count: 2 };
    const csv = toSummaryCsv(
      {
        count: 3,
        sums: [area],
        classes: [
          { class: 'IfcDoor', count: 2, sums: [area] },
          { class: 'IfcLamp', count: 1, sums: [] },
        ],
      },
      ['class', 'count', 'quantity', 'sum', 'unit'],
      'all',
    );
    expect(csv.split('\r\n').slice(1, -1)).toEqual([
      'all,2,Area,4,m²',
      'IfcDoor,2,Area,4,m²',
      'IfcLamp,1',
    ]);
  });
});

it('names a file after the element', () => {
  expect(toFileName('Tür: 0,9 / EI-30')).toBe('Tür-0-9-EI-30');
  expect(toFileName('///')).toBe('element');
});
