import { expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import { townFilesOf } from './client.ts';

const source = (file: string, part: object = {}) => ({
  ...{ file, format: 'elevation model', features: 0 },
  ...part,
});
const surveyedOf = (...sources: readonly object[]) =>
  townFilesOf(
    parseCityManifest(
      {
        ...{ format: 'panopolis-city', version: 1, id: 'town', name: 'Town', timeZone: 'UTC' },
        ...{ build: '0123456789ab', boundsDeg: [10, 54, 11, 55], heightM: [0, 1], layers: [] },
        crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
        sources,
      },
      'city.json',
    ),
    'http://city/town/',
  ).surveyed;

it('says when the ground was surveyed, of several surveys each one’s date once, and nothing of older packages', () => {
  expect(surveyedOf(source('a.tif', { surveyed: '2025-03-14' }))).toBe('2025-03-14');
  expect(
    surveyedOf(
      source('a.tif', { surveyed: '2019/2020' }),
      source('b.tif', { surveyed: '2019/2020' }),
      source('c.tif', { surveyed: '2024' }),
      source('d.tif'),
    ),
  ).toBe('2019/2020, 2024');
  expect(surveyedOf(source('a.tif'))).toBeUndefined();
  expect(
    surveyedOf({ ...source('houses.json', { surveyed: '2025' }), format: 'CityJSON 2.0' }),
  ).toBeUndefined();
});

it('refuses a date that is none', () => {
  expect(() => surveyedOf(source('a.tif', { surveyed: 'spring' }))).toThrow(/sources\.0\.surveyed/);
});
