import { describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { type HouseAbove, storeysBelowGround } from './basements.ts';
import { foundTown } from './town.ts';

const house: HouseAbove = { use: 'residential', built: 1905, storeys: 4, groundM: 9 };
const many = (changes: Partial<HouseAbove> = {}, count = 3000) =>
  Array.from({ length: count }, (_, at) =>
    storeysBelowGround({ ...house, ...changes }, createRandom(`house ${at}`)),
  );
const share = (storeys: readonly number[]) =>
  storeys.filter((count) => count > 0).length / storeys.length;

describe('basements of the invented town', () => {
  it('are the same for the same seed', () => {
    expect(many({}, 50)).toEqual(many({}, 50));
  });

  it('are usual under old homes, rarer under new ones and on wet ground, hardly any under sheds', () => {
    const old = share(many());
    expect(old).toBeGreaterThan(0.8);
    expect(share(many({ built: 2010 }))).toBeLessThan(0.75 * old);
    expect(share(many({ groundM: 1.2 }))).toBeLessThan(0.5 * old);
    expect(share(many({ use: 'warehouse' }))).toBeLessThan(0.15);
  });

  it('go deeper than one storey under great houses of our age alone', () => {
    expect(Math.max(...many())).toBe(1);
    expect(Math.max(...many({ storeys: 20, built: 1930 }))).toBe(1);
    const towers = many({ use: 'office', storeys: 20, built: 1998 });
    expect(Math.max(...towers)).toBe(3);
  });

  it('stand in the register of every house, those without a basement included', () => {
    const { buildings } = foundTown({ seed: 'test', only: ['Altstadt'] });
    const known = buildings.map(({ attributes }) => attributes.storeysBelowGround);
    expect(new Set(known.map((one) => typeof one))).toEqual(new Set(['number']));
    expect(known).toContain(0);
    expect(known).toContain(1);
  });
});
