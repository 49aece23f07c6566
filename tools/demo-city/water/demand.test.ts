import { describe, expect, it } from 'vitest';
import type { TownBuilding } from '../buildings.ts';
import { demandsOf, toPeople } from './demand.ts';

const litresADay = 0.001 / 86_400;
const aBuilding = (attributes: TownBuilding['attributes']): TownBuilding => ({
  id: 'MH-1',
  surfaces: [],
  attributes,
});

describe('the demand of a building', () => {
  it('is 125 litres a day for each resident of a home', () => {
    const home = aBuilding({ use: 'residential', residentsNight: 8, peopleDay: 3, floorArea: 400 });
    expect(demandsOf(home)).toEqual([{ use: 'home', meanM3s: 1000 * litresADay }]);
    expect(toPeople(demandsOf(home)[0]!.meanM3s)).toBeCloseTo(8, 9);
  });

  it('counts those who work there apart from those who live there', () => {
    const mixed = aBuilding({ use: 'mixed', residentsNight: 100, peopleDay: 58, floorArea: 5000 });
    const [home, shop] = demandsOf(mixed);
    expect(home!.use).toBe('home');
    expect(shop).toEqual({ use: 'shop', meanM3s: expect.closeTo(20 * 30 * litresADay, 9) });
  });

  it('follows the floor area of a hospital, whatever its unit of writing', () => {
    const hospital = aBuilding({ use: 'hospital', floorArea: { value: 10_000, uom: 'm²' } });
    expect(demandsOf(hospital)).toEqual([
      { use: 'hospital', meanM3s: expect.closeTo(40_000 * litresADay, 9) },
    ]);
  });

  it('is nothing for an empty building, and something for an unknown use with people in it', () => {
    expect(demandsOf(aBuilding({ use: 'ruin' }))).toEqual([]);
    expect(demandsOf(aBuilding({ use: 'embassy', peopleDay: 10 }))[0]!.use).toBe('office');
  });
});
