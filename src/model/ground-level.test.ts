import { describe, expect, it } from 'vitest';
import { findGroundLevel } from './ground-level.ts';

const storeys = (...list: readonly (readonly [string, number])[]) =>
  list.map(([name, elevationM]) => ({ name, elevationM }));
const between = (least: number, greatest: number) =>
  [
    [0, 0, least],
    [10, 10, greatest],
  ] as const;

describe('the level at which a model meets the ground', () => {
  it('is the storey at zero where a cellar lies below', () => {
    const house = storeys(['T/FDN', -1.25], ['Level 1', 0], ['Level 2', 3.1], ['Roof', 6]);
    expect(findGroundLevel({ storeys: house, boundsM: between(-1.25, 9) })).toEqual({
      ...{ levelM: 0, by: 'storey', storey: 'Level 1' },
    });
  });

  it.each([
    ['Erdgeschoss', 'Kellergeschoss'],
    ['00 begane grond', '-01 kelder'],
    ['Rez-de-chaussée', 'Sous-sol'],
    ['EG', '1.UG'],
    ['首层', '地下一层'],
    ['一层', '地下二层'],
    ['Ground Floor', 'Basement'],
  ])('is “%s” above “%s” where heights count from the sea', (ground, cellar) => {
    const house = storeys([cellar, 110.4], [ground, 113.7], ['1', 116.7]);
    expect(findGroundLevel({ storeys: house, boundsM: between(110, 120) })).toMatchObject({
      ...{ levelM: 113.7, by: 'storey' },
    });
  });

  it('is the storey nearest to the building’s zero, wherever that is', () => {
    const house = storeys(['A', 110.4], ['B', 113.7], ['C', 116.7]);
    const boundsM = between(110, 120);
    expect(findGroundLevel({ storeys: house, boundsM, zeroM: 113.6 }).storey).toBe('B');
    expect(findGroundLevel({ storeys: house, boundsM }).storey).toBe('A');
  });

  it('is no cellar, however near to zero', () => {
    const house = storeys(['Basement', -0.2], ['1', 2.8]);
    expect(findGroundLevel({ storeys: house, boundsM: between(-0.5, 6) }).storey).toBe('1');
  });

  it('is zero where all storeys are deep below it', () => {
    const shelter = storeys(['Hall', -8], ['Gallery', -4]);
    expect(findGroundLevel({ storeys: shelter, boundsM: between(-8.5, 2) })).toEqual({
      ...{ levelM: 0, by: 'zero' },
    });
  });

  it('is the lowest point where the file says nothing', () => {
    expect(findGroundLevel({ storeys: [], boundsM: between(3, 12) })).toEqual({
      ...{ levelM: 3, by: 'foot' },
    });
  });

  it('is no storey that lies outside of what is built', () => {
    const house = storeys(['Level 0', 0], ['Level 1', 113]);
    expect(findGroundLevel({ storeys: house, boundsM: between(112.8, 120) }).levelM).toBe(113);
  });
});
