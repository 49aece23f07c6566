import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import type { Shape } from './schema.ts';

describe('classifying map features', () => {
  it.each([
    ['line', { highway: 'primary' }, 'roads', { kind: 'major_road', kind_detail: 'primary' }],
    [
      'line',
      { kind: 'road', class: 'residential' },
      'roads',
      { kind: 'minor_road', kind_detail: 'residential' },
    ],
    ['line', { kind: 'street' }, 'roads', { kind: 'minor_road', kind_detail: 'street' }],
    ['line', { highway: 'motorway_link' }, 'roads', { kind_detail: 'motorway', is_link: true }],
    [
      'line',
      { highway: 'footway', bridge: 'yes', layer: '1' },
      'roads',
      { kind: 'path', is_bridge: true, level: 1 },
    ],
    [
      'line',
      { highway: 'tertiary', sidewalk: 'both' },
      'roads',
      { kind_detail: 'tertiary', has_pavements: true },
    ],
    [
      'line',
      { highway: 'footway', footway: 'crossing' },
      'roads',
      { kind: 'path', kind_detail: 'crossing' },
    ],
    ['line', { railway: 'tram' }, 'transit', { kind: 'tram' }],
    ['line', { kind: 'rail' }, 'transit', { kind: 'rail' }],
    [
      'line',
      { railway: 'rail', tunnel: 'yes', service: 'yard' },
      'transit',
      { is_tunnel: true, is_service: true },
    ],
    ['line', { waterway: 'canal', width: '12' }, 'water', { kind: 'canal', width: 12 }],
    ['line', { boundary: 'administrative', admin_level: '8' }, 'boundaries', { kind: 'locality' }],
    ['polygon', { natural: 'water', water: 'lake' }, 'water', { kind: 'lake' }],
    ['polygon', { landuse: 'residential' }, 'landuse', { kind: 'residential' }],
    ['polygon', { kind: 'park', name: 'Central' }, 'landuse', { kind: 'park', name: 'Central' }],
    ['polygon', { leisure: 'park', landuse: 'grass' }, 'landuse', { kind: 'grass' }],
    ['polygon', { building: 'yes', height: '12.5 m' }, 'buildings', { height: 12.5 }],
    [
      'point',
      { place: 'suburb', name: 'Harbour' },
      'places',
      { kind: 'macrohood', kind_detail: 'suburb' },
    ],
    ['point', { railway: 'station', name: 'Central' }, 'pois', { kind: 'station' }],
  ] as const)('%s %j → %s', (shape, tags, layer, properties) => {
    const found = classify(tags, shape as Shape);
    expect(found?.layer).toBe(layer);
    expect(found?.properties).toMatchObject(properties);
  });

  it('reads the width of a road in metres, also with a unit or a comma', () => {
    expect(classify({ highway: 'service', width: '3,5 m' }, 'line')?.properties.width).toBe(3.5);
    expect(
      classify({ highway: 'service', width: 'narrow' }, 'line')?.properties,
    ).not.toHaveProperty('width');
  });

  it('keeps the names in the languages the app speaks', () => {
    const tags = {
      highway: 'primary',
      name: 'Hauptstraße',
      'name:en': 'Main Street',
      name_zh: '主街',
      'name:fr': 'x',
    };
    expect(classify(tags, 'line')?.properties).toMatchObject({
      name: 'Hauptstraße',
      'name:en': 'Main Street',
      'name:zh': '主街',
    });
    expect(classify(tags, 'line')?.properties).not.toHaveProperty('name:fr');
  });

  it('lets the file or layer name decide where the tags say nothing', () => {
    expect(classify({ id: 7 }, 'polygon', 'water')?.layer).toBe('water');
    expect(classify({ id: 7 }, 'line', 'roads')?.layer).toBe('roads');
    expect(classify({ id: 7 }, 'polygon')).toBeUndefined();
  });

  it('leaves out what is gone, planned, nameless or street furniture', () => {
    expect(classify({ highway: 'proposed' }, 'line', 'roads')).toBeUndefined();
    expect(classify({ railway: 'disused' }, 'line', 'railways')).toBeUndefined();
    expect(classify({ place: 'suburb' }, 'point')).toBeUndefined();
    expect(classify({ amenity: 'bench', name: 'x' }, 'point')).toBeUndefined();
  });

  it('is not fooled by words that every object inherits', () => {
    expect(classify({ highway: 'constructor' }, 'line')).toBeUndefined();
    expect(classify({ kind: '__proto__' }, 'polygon')).toBeUndefined();
  });
});
