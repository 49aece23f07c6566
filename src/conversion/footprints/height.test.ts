import { describe, expect, it } from 'vitest';
import { findHeight, parseLength } from './height.ts';

describe('findHeight', () => {
  it.each([
    [{ height: 12 }, 12, 'given'],
    [{ height: '12 m', 'building:levels': 2 }, 12, 'given'],
    [{ height: null, levels: '4' }, 12.8, 'storeys'],
    [{ 'building:levels': 2, 'roof:levels': 1 }, 8, 'storeys'],
    [{ building: 'garage' }, 2.8, 'assumed'],
    [{}, 6.4, 'assumed'],
  ])('of %j is %d m, %s', (properties, topM, origin) => {
    const height = findHeight(properties, 100);
    expect(height.topM).toBeCloseTo(topM, 9);
    expect(height.origin).toBe(origin);
  });

  it('takes the property and factor that a person names before all others', () => {
    const rules = { property: 'floors', factor: 3 };
    expect(findHeight({ floors: 5, height: 99 }, 100, rules).topM).toBe(15);
    expect(findHeight({ height: 99 }, 100, rules).topM).toBe(99);
  });

  it('keeps a raised building above its underside', () => {
    expect(findHeight({ height: 3, min_height: 10 }, 100)).toMatchObject({
      bottomM: 10,
      topM: 10.5,
    });
  });
});

describe('parseLength', () => {
  it.each([
    ['12', 12],
    ['12,5 m', 12.5],
    ['40 ft', 12.192],
    ['40\'6"', 12.3444],
    ['-3', -3],
    ['high', undefined],
    [Number.NaN, undefined],
    [null, undefined],
  ])('reads %j as %s', (text, metres) => {
    const length = parseLength(text);
    if (metres === undefined) expect(length).toBeUndefined();
    else expect(length).toBeCloseTo(metres, 6);
  });
});
