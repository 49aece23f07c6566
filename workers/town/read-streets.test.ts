import { expect, it } from 'vitest';
import type { ReadFeature } from './read-features.ts';
import { readStreets } from './read-streets.ts';

const aStreet = (id: string, more: Readonly<Record<string, unknown>> = {}): ReadFeature => ({
  ...{ id, type: 'LineString', points: [10, 54, 10.01, 54] },
  properties: { name: `Street ${id}`, ...more },
});
const someDoors = (...ids: readonly string[]) => ({
  count: ids.length,
  byId: new Map(ids.map((id, at) => [id, at])),
  longitudeDeg: Float64Array.from(ids, () => 10.005),
  latitudeDeg: Float64Array.from(ids, () => 54.0001),
});

it('reads a street with its nodes, lanes, way and who may drive there', () => {
  const streets = readStreets(
    [
      aStreet('S-1', { fromNode: 'X-1', toNode: 'X-2', lanes: 4, class: 'arterial' }),
      aStreet('S-2', { fromNode: 'X-2', toNode: 7, oneWay: true, access: 'rescue', length_m: 80 }),
      { ...aStreet('P-1'), type: 'Point' },
    ],
    someDoors(),
  );
  expect(streets).toMatchObject({ count: 2, nodes: 3, classes: ['arterial', ''] });
  expect(streets.access).toEqual(['', 'rescue']);
  expect([...streets.from, ...streets.to]).toEqual([0, 1, 1, 2]);
  expect([...streets.isOneWay]).toEqual([0, 1]);
  expect([...streets.lanes]).toEqual([4, Number.NaN]);
  expect(streets.lengthM[1]).toBe(80);
  // A hundredth of a degree at 54° N.
  expect(streets.lengthM[0]).toBeCloseTo(653.6, 1);
});

it('finds the door that a street names, else on the nearest street', () => {
  const streets = readStreets(
    [aStreet('S-1', { buildings: ['B-1'], buildingStations_m: [25] })],
    someDoors('B-1', 'B-2'),
  );
  expect([...streets.doorStreet]).toEqual([0, 0]);
  expect(streets.doorM[0]).toBe(25);
  expect(streets.doorM[1]).toBeCloseTo(326.8, 1);
});

it('has no street where the city has none', () => {
  const streets = readStreets(undefined, someDoors('B-1'));
  expect(streets).toMatchObject({ count: 0, nodes: 0 });
  expect([...streets.doorStreet]).toEqual([-1]);
});
