import { describe, expect, it } from 'vitest';
import { toByteSource } from '../json/byte-source.ts';
import { readSensors } from './read-sensors.ts';

const waterLevel = { id: 'waterLevel', property: 'waterLevel', intervalS: 60 };

function aSensor(properties: object = {}, coordinates: unknown = [10, 54], id = 'river-01') {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates },
    properties: { kind: 'river', name: 'Old Bridge', datastreams: [waterLevel], ...properties },
  };
}

function read(features: readonly unknown[], members: object = {}) {
  const text = JSON.stringify({ type: 'FeatureCollection', ...members, features });
  return readSensors(toByteSource('s.geojson', new TextEncoder().encode(text)), {
    geoid: () => 40,
    groundAt: (longitude) => 100 + longitude,
  });
}

const heightOf = (properties: object, coordinates: unknown) =>
  read([aSensor(properties, coordinates)]).sensors[0]?.heightM;

describe('a file of sensors', () => {
  it('gives each its id, place, kind and datastreams', () => {
    const full = {
      network: 'water',
      element: 'W-12',
      building: 'B-7',
      headingDeg: 90,
      datastreams: [{ ...waterLevel, thresholds: { warningHigh: 1.2, alarmHigh: 1.6 } }],
    };
    expect(read([aSensor(full, [10, 54, 3])], { simulated: true })).toEqual({
      simulated: true,
      sensors: [
        {
          id: 'river-01',
          kind: 'river',
          name: 'Old Bridge',
          longitudeDeg: 10,
          latitudeDeg: 54,
          heightM: 43,
          ...full,
        },
      ],
    });
  });

  it('measures height from the terrain, from the height system, or stands on the ground', () => {
    const ground = 100 + (10 * Math.PI) / 180;
    expect(heightOf({ heightAboveGround: 3 }, [10, 54])).toBeCloseTo(ground + 3, 3);
    expect(heightOf({ heightAboveGround: -2 }, [10, 54, 3])).toBeCloseTo(ground - 2, 3);
    expect(heightOf({}, [10, 54, 3])).toBe(43);
    expect(heightOf({}, [10, 54])).toBeCloseTo(ground, 3);
  });

  it('keeps how far over the ground one stands where that is said', () => {
    const aboveOf = (properties: object) =>
      read([aSensor(properties, [10, 54, 3])]).sensors[0]?.aboveGroundM;
    expect(aboveOf({ heightAboveGround: 22 })).toBe(22);
    expect(aboveOf({})).toBeUndefined();
  });

  it('is not simulated where it does not say so', () => {
    expect(read([aSensor()]).simulated).toBe(false);
  });

  it.each([
    [
      aSensor({ kind: 'rivr' }),
      'river-01: its kind is "rivr"; expected a kind of sensor, e.g. river.',
    ],
    [aSensor({ name: undefined }), 'river-01: its name is missing.'],
    [aSensor({ heightAboveGround: '3 m' }), 'its heightAboveGround is "3 m"; expected metres.'],
    [
      aSensor({ datastreams: [{ ...waterLevel, property: 'depth' }] }),
      'its datastreams.0.property is "depth"; expected an observed property of Panopolis',
    ],
    [
      aSensor({ datastreams: [{ ...waterLevel, thresholds: { warningHigh: 2, alarmHigh: 1 } }] }),
      'its datastreams.0.thresholds: warningHigh is 2 and alarmHigh is 1; expected warningHigh below',
    ],
    [
      aSensor({ datastreams: [{ ...waterLevel, intervalS: 0 }] }),
      'its datastreams.0.intervalS is 0; expected >=0.1.',
    ],
    [
      aSensor({ datastreams: [waterLevel, waterLevel] }),
      'two of its datastreams have the id waterLevel',
    ],
    [aSensor({}, [10, 54], 'a b'), 's.geojson, a b: its id is "a b"; expected'],
    [aSensor({}, ['x', 54]), 'expected a Point of two or three numbers.'],
    [aSensor({}, [10, 95]), 'river-01: it stands at [10,95], which is no place on the Earth'],
    [
      { type: 'Feature', id: 'q', geometry: null, properties: {} },
      'q: its geometry is null; expected',
    ],
    ['x', 's.geojson, 1: it is no GeoJSON Feature.'],
  ])('refuses %j in one sentence', (feature, sentence) => {
    expect(() => read([feature])).toThrow(sentence);
  });

  it('refuses a simulated that is neither true nor false, and a file without sensors', () => {
    expect(() => read([aSensor()], { simulated: 'yes' })).toThrow('simulated: is "yes"');
    expect(() => read([])).toThrow('s.geojson: it has no sensors.');
  });
});
