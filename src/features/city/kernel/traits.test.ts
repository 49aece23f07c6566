import { describe, expect, it } from 'vitest';
import { createFeatureIndex } from '#contract/feature-index.ts';
import { roofKinds, useKinds } from '#model/building-traits.ts';
import type { Column } from './column.ts';
import { kindOfUse, roofKindOf, traitsOf } from './traits.ts';

const words = (...values: string[]): Column => ({
  type: 'category',
  codes: Uint16Array.from(values, (_, at) => at),
  values,
});

describe('what the look of a building follows', () => {
  it('knows the words of the demo city, of OpenStreetMap and of CityGML-like lists', () => {
    expect(kindOfUse('residential')).toBe('home');
    expect(kindOfUse('apartments')).toBe('home');
    expect(kindOfUse('mixed')).toBe('mixed');
    expect(kindOfUse('office')).toBe('office');
    expect(kindOfUse('retail')).toBe('shop');
    expect(kindOfUse('warehouse')).toBe('works');
    expect(kindOfUse('fire station')).toBe('watch');
    expect(kindOfUse('fire_station')).toBe('watch');
    expect(kindOfUse('Hospital')).toBe('watch');
    expect(kindOfUse('religious')).toBe('worship');
    expect(kindOfUse('school')).toBe('public');
    expect(kindOfUse('')).toBe('unknown');
    expect(kindOfUse('xyzzy')).toBe('unknown');
  });

  it('tells roofs apart', () => {
    expect(roofKindOf('flat', 'office')).toBe('flat');
    expect(roofKindOf('gabled', 'home')).toBe('tiled');
    expect(roofKindOf('various', 'worship')).toBe('slate');
    expect(roofKindOf('', 'home')).toBe('unknown');
  });

  it('writes use, roof, ground in decimetres and age', () => {
    const index = createFeatureIndex(2);
    index.groundM.set([42.34, 40]);
    index.topM.set([60, 52]);
    const bytes = traitsOf(index, {
      class: words('Building', 'SolitaryVegetationObject'),
      use: words('office', ''),
      roof: words('flat', ''),
      year: { type: 'number', numbers: Float64Array.of(1888, Number.NaN) },
    });
    const ground = Math.round((42.34 + 1000) * 10);
    expect([...bytes.slice(0, 4)]).toEqual([
      useKinds.office | (roofKinds.flat << 4),
      ground & 255,
      ground >> 8,
      1,
    ]);
    expect(bytes[4]).toBe(useKinds.plant);
    expect(bytes[7]).toBe(12 * 4);
  });

  it('goes without columns that a city does not have', () => {
    const bytes = traitsOf(createFeatureIndex(1), {
      class: undefined,
      use: undefined,
      roof: undefined,
      year: undefined,
    });
    expect(bytes[0]).toBe(0);
    expect(bytes[3]).toBe(0);
  });
});
