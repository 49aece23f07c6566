import { describe, expect, it } from 'vitest';
import type { AttributeColumn } from '#contract/city-package.ts';
import {
  className,
  decimalsOf,
  defaultColouring,
  emptyFilter,
  filterKindsFor,
  labelOf,
  methodsFor,
  numberFormatOf,
  sortColumns,
} from './attributes.ts';

const column = (name: string, traits: Partial<AttributeColumn> = {}): AttributeColumn => ({
  name,
  type: 'number',
  path: 'b/x.bin',
  present: 1,
  ...traits,
});

describe('attributes', () => {
  it('write years without thousands, and everything else with them', () => {
    const grouped = (name: string, traits?: Partial<AttributeColumn>) =>
      numberFormatOf(column(name, traits)).isGrouped;
    for (const year of ['wiringYear', 'yearOfWiring', 'build_year', 'year']) {
      expect(grouped(year)).toBe(false);
    }
    expect(grouped('bouwjaar', { role: 'year' })).toBe(false);
    for (const other of ['floorArea', 'yearsSinceInspection', 'yearlyCost', 'firesPerYearly']) {
      expect(grouped(other)).toBe(true);
    }
  });

  it('stand in the order that people ask for them, without those that nothing has', () => {
    const sorted = sortColumns([
      column('zeta'),
      column('alpha'),
      column('empty', { present: 0 }),
      column('bouwjaar', { role: 'year' }),
      column('hoogte', { role: 'height' }),
    ]);
    expect(sorted.map(({ name }) => name)).toEqual(['hoogte', 'bouwjaar', 'alpha', 'zeta']);
  });

  it('are called by their label, else by their role, else by their name in words', () => {
    const label = { en: 'Roof height', zh: '屋顶高度' };
    expect(labelOf(column('h', { label, role: 'height' }))).toBe(label);
    expect(labelOf(column('h', { role: 'height' })).zh).toBe('高度');
    expect(labelOf(column('RelativeRidgeHeight')).en).toBe('Relative ridge height');
    expect(labelOf(column('bgt_status')).en).toBe('Bgt status');
    expect(labelOf(column('Height', { role: 'height' })).en).toBe('Height');
    expect(labelOf(column('h')).zh).toBe('H');
  });

  it('offer only methods, colours and filters that suit their type', () => {
    for (const type of ['number', 'category', 'boolean', 'text'] as const) {
      const one = column('x', { type });
      expect(methodsFor(one)).toContain(defaultColouring(one).method);
      const filters = filterKindsFor(one).map((kind) => emptyFilter('x', kind));
      expect(filters.map(({ kind }) => kind)).toEqual(filterKindsFor(one));
    }
    const few = column('x', { type: 'category', values: ['a', 'b'] });
    expect(defaultColouring(few).ramp).toBe('okabe-ito');
  });
});

describe('class names', () => {
  const say = (from: number | undefined, to: number | undefined) =>
    className({ kind: 'range', from, to }, 'number', String).en;

  it('say on which side of its limits a class lies', () => {
    expect([say(undefined, 4), say(4, 7), say(7, undefined), say(undefined, undefined)]).toEqual([
      'below 4',
      '4 – 7',
      '7 and more',
      'all values',
    ]);
    expect(className({ kind: 'category', value: 'true' }, 'boolean', String).zh).toBe('是');
    expect(className({ kind: 'category', value: 'true' }, 'text', String).zh).toBe('true');
    expect(className({ kind: 'missing' }, 'number', String).en).toBe('No data');
  });

  it('have as many digits as the limits need', () => {
    expect(decimalsOf([1, 2.5, 3.25])).toBe(2);
    expect(decimalsOf([])).toBe(0);
    expect(decimalsOf([1e-9, 1 / 3])).toBe(6);
  });
});
