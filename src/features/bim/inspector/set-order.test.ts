import { describe, expect, it } from 'vitest';
import type { ElementSet } from '../contract.ts';
import { filterSets, listSets } from './set-order.ts';

const set = (name: string, kind: string, traits: Partial<ElementSet> = {}): ElementSet => ({
  name,
  kind,
  isOfType: false,
  entries: [{ name: 'FireRating', value: 'EI 30', unit: '' }],
  ...traits,
});

describe('the sets of an element', () => {
  it('come with quantities and common properties first, its own before those of its type', () => {
    const listed = listSets([
      set('Attributes', 'attributes'),
      set('Pset_DoorCommon', 'property-set', { isOfType: true }),
      set('Revit', 'property-set'),
      set('Pset_DoorCommon', 'property-set'),
      set('BaseQuantities', 'quantity-set'),
    ]);
    expect(listed.map(({ name, isOfType }) => [name, isOfType])).toEqual([
      ['BaseQuantities', false],
      ['Pset_DoorCommon', false],
      ['Revit', false],
      ['Pset_DoorCommon', true],
      ['Attributes', false],
    ]);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(5);
  });

  it('leave out what is empty, and layers, which are drawn', () => {
    const layers = [{ name: 'Layer 1.Material', value: 'Brick', unit: '' }];
    expect(
      listSets([
        set('A', 'property-set', { entries: [] }),
        set('Material', 'material', { entries: layers }),
      ]),
    ).toEqual([]);
  });

  it('are searched by name, by words in both languages, by value, and by the name of the set', () => {
    const sets = listSets([
      set('Pset_DoorCommon', 'property-set', {
        entries: [
          { name: 'FireRating', value: 'EI 30', unit: '' },
          { name: 'IsExternal', value: false, unit: '' },
        ],
      }),
    ]);
    const found = (query: string) =>
      filterSets(sets, query).flatMap(({ entries }) => entries.map(({ name }) => name));
    expect(found('fire rat')).toEqual(['FireRating']);
    expect(found('耐火')).toEqual(['FireRating']);
    expect(found('ei 30')).toEqual(['FireRating']);
    expect(found('false')).toEqual(['IsExternal']);
    expect(found('doorcommon')).toEqual(['FireRating', 'IsExternal']);
    expect(found('')).toEqual(['FireRating', 'IsExternal']);
    expect(found('nothing')).toEqual([]);
  });
});
