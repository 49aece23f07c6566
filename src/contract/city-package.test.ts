import { describe, expect, it } from 'vitest';
import { parseCityManifest } from './city-package.ts';

const aCity = (change: Record<string, unknown> = {}) => ({
  format: 'panopolis-city',
  version: 1,
  id: 'delft',
  name: 'Delft',
  build: '0123456789ab',
  boundsDeg: [4.3, 51.9, 4.4, 52],
  heightM: [40, 120],
  crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
  timeZone: 'Europe/Amsterdam',
  sources: [{ file: 'delft.city.json', format: 'CityJSON 1.1', features: 3 }],
  layers: [aTerrain()],
  ...change,
});
const aTerrain = (change: Record<string, unknown> = {}) => ({
  kind: 'terrain',
  id: 'terrain',
  name: 'Terrain',
  tiles: '0123456789ab/terrain',
  origin: 'survey',
  ...change,
});

describe('a city manifest', () => {
  it('is handed back as it was where all is well', () => {
    expect(parseCityManifest(aCity(), 'city.json')).toEqual(aCity());
  });

  it('passes over fields of a later version', () => {
    const later = parseCityManifest(aCity({ moods: ['calm'] }), 'city.json');
    expect(later).toEqual(aCity());
  });

  it.each([
    ['id', { id: 'Delft City' }],
    ['build', { build: 'latest' }],
    ['version', { version: 2 }],
    ['boundsDeg.1', { boundsDeg: [4.3, 91, 4.4, 52] }],
    ['layers.0.origin', { layers: [aTerrain({ origin: 'guess' })] }],
    ['layers.0.kind', { layers: [aTerrain({ kind: 'weather' })] }],
    ['layers.0.tiles', { layers: [aTerrain({ tiles: '../../etc' })] }],
    ['layers.0.tiles', { layers: [aTerrain({ tiles: 'https://tiles.example' })] }],
    ['layers.0.tiles', { layers: [aTerrain({ tiles: '/etc' })] }],
  ])('names %s where that is wrong', (at, change) => {
    expect(() => parseCityManifest(aCity(change), 'delft/city.json')).toThrow(
      `delft/city.json, ${at}: `,
    );
  });

  it.each([null, 'city', [], 7])('is not %j', (value) => {
    expect(() => parseCityManifest(value, 'city.json')).toThrow(/^city\.json, /);
  });
});
