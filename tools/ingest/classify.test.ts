import { describe, expect, it } from 'vitest';
import { toByteSource } from '#conversion/json/byte-source.ts';
import { classifyInput } from './classify.ts';

const source = (name: string, content: unknown) =>
  toByteSource(
    name,
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
  );

const collection = (type: string, properties: Record<string, unknown>, name?: string) => ({
  type: 'FeatureCollection',
  ...(name ? { name } : {}),
  features: [{ type: 'Feature', properties, geometry: { type, coordinates: [] } }],
});

describe('classifyInput', () => {
  it.each([
    ['a.json', { type: 'CityJSON', version: '2.0' }, 'buildings'],
    ['a.txt', 'ncols 4\nnrows 4\n', 'terrain'],
    ['a.bin', 'PMTiles\u0003', 'basemap'],
    ['a.geojson', collection('Polygon', { building: 'yes' }), 'buildings'],
    ['a.geojson', collection('Polygon', { height: 4 }), 'buildings'],
    ['a.geojson', collection('Polygon', { fid: 1 }), 'buildings'],
    ['a.geojson', collection('LineString', { highway: 'residential' }), 'basemap'],
    ['a.geojson', collection('Point', { place: 'city' }), 'basemap'],
    ['a.geojson', collection('Polygon', { landuse: 'forest' }), 'basemap'],
    ['a.geojson', collection('Polygon', { natural: 'water', height: null }), 'basemap'],
    ['buildings.geojson', collection('Polygon', { kind: 'house' }), 'buildings'],
    ['a.geojson', collection('Polygon', { kind: 'house' }, 'building_footprints'), 'buildings'],
    [
      'a.geojson',
      { panopolis: 'collection', ...collection('Polygon', { height: 4 }) },
      'collection',
    ],
    ['a.geojson', { ...collection('Point', { place: 'city' }), panopolis: 'sensors' }, 'sensors'],
    ['a.geojson', collection('Point', { kind: 'river', datastreams: [] }), 'sensors'],
    ['a.geojson', collection('Polygon', { panopolis: 'sensors' }), 'buildings'],
    ['a.inp', ';net\n[TITLE]\n', 'network'],
    ['a.txt', 'ISO-10303-21;\nHEADER;', 'model'],
    ['a.ifc', '\ufeff/* by hand */\nISO-10303-21;\nHEADER;', 'model'],
    ['a.bin', 'PK\u0003\u0004 house/Model.IFC', 'model'],
  ])('%s %j is %s', (name, content, role) => {
    expect(classifyInput(source(name, content))).toBe(role);
  });

  it('refuses a mark that it does not know', () => {
    const content = { panopolis: 'pipes', ...collection('Point', {}) };
    expect(() => classifyInput(source('a.geojson', content))).toThrow(
      'a.geojson, panopolis: is "pipes"; expected "collection" or "sensors".',
    );
  });

  it.each([
    ['PK\u0003\u0004', 'this is a zip archive without an IFC file or a shapefile; unpack it first'],
    ['<?xml version="1.0"?><CityModel/>', 'this is XML, perhaps CityGML'],
    ['[1, 2]', 'this is a JSON array'],
  ])('refuses %j by its name', (content, words) => {
    expect(() => classifyInput(source('a', content))).toThrow(words);
  });
});
