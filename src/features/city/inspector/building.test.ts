import { describe, expect, it } from 'vitest';
import type { AttributeColumn } from '#contract/city-package.ts';
import type { BuildingDetails } from '../contract.ts';
import { groupByPrefix, viewBuilding } from './building.ts';

const column = (name: string, role?: AttributeColumn['role']): AttributeColumn => ({
  name,
  type: 'text',
  path: 'b/x.bin',
  present: 1,
  ...(role && { role }),
});

const columns = [
  column('id', 'id'),
  column('naam', 'name'),
  column('adres', 'address'),
  column('soort', 'class'),
  column('jaar', 'year'),
  column('hoogte', 'height'),
  column('kleur'),
];

const details = (values: BuildingDetails['values']): BuildingDetails => ({
  index: 0,
  id: 'B-0',
  values,
  groundM: 0,
  topM: 10,
  longitude: 0,
  latitude: 0,
  radiusM: 5,
});

describe('a building', () => {
  it('is called by its name, else its address, else its id', () => {
    const title = (values: BuildingDetails['values']) =>
      viewBuilding(details(values), columns).title;
    expect(title({ naam: 'Kerk', adres: 'Plein 1' })).toBe('Kerk');
    expect(title({ adres: 'Plein 1' })).toBe('Plein 1');
    expect(title({ kleur: 'rood' })).toBe('B-0');
  });

  it('shows height before year, and then all else once', () => {
    const view = viewBuilding(
      details({ id: 'B-0', soort: 'Building', jaar: 1900, hoogte: 10, kleur: 'rood' }),
      columns,
    );
    expect(view.kind).toBe('Building');
    expect(view.keyFigures.map(({ value }) => value)).toEqual([10, 1900]);
    expect(view.others.map(({ value }) => value)).toEqual(['B-0', 'Building', 'rood']);
  });
});

describe('groups of attributes', () => {
  const group = (...names: string[]) =>
    groupByPrefix(names.map((name) => ({ column: column(name), value: 1 }))).map(
      ({ prefix, attributes }) => [prefix, attributes.length],
    );

  it('gather three or more names that begin alike, the rest first', () => {
    expect(group('bag_a', 'height', 'bag_b', 'bgt_a', 'bag_c', 'bgt_b')).toEqual([
      [undefined, 3],
      ['bag', 3],
    ]);
    expect(group('bag_a', 'bag_b', 'bag_c')).toEqual([['bag', 3]]);
    expect(group()).toEqual([]);
  });
});
