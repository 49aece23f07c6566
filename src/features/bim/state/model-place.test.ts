import { describe, expect, it } from 'vitest';
import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import { toDegrees } from '#model/units.ts';
import type { ModelSource } from '../contract.ts';
import { boxAround, grow, placementOf, readingOf, sphereAround } from './model-place.ts';

const here: StoredPlacement = {
  longitudeDeg: 9,
  latitudeDeg: 48,
  heightM: 100,
  rotationDeg: 0,
  scale: 1,
};
const there = { ...here, longitudeDeg: 10 };
const model = {
  georeferencing: {
    readings: [
      { source: 'map-conversion', placement: here, steps: [] },
      { source: 'site', placement: there, steps: [] },
    ],
    verdict: 'several',
    findings: [],
  },
} as unknown as BimModel;
const source: ModelSource = { id: 'a', name: 'A', url: '', origin: 'city' };

describe('where a model stands', () => {
  it('is what its file says first, unless a person chose a reading or a place', () => {
    expect(placementOf({ source, model })).toBe(here);
    expect(placementOf({ source: { ...source, reading: 'site' }, model })).toBe(there);
    const given = { ...here, heightM: 5 };
    expect(placementOf({ source: { ...source, reading: 'site', placement: given }, model })).toBe(
      given,
    );
  });

  it('is the first reading where the chosen one is gone from a new version of the file', () => {
    expect(readingOf({ source: { ...source, reading: 'geographic' }, model }).placement).toBe(here);
  });
});

describe('the sphere around a box', () => {
  it('is centred on the box as it stands on the Earth', () => {
    const box = { leastM: [-3, -4, 0], greatestM: [3, 4, 0] } as const;
    const sphere = sphereAround(here, box);
    expect(toDegrees(sphere.longitude)).toBeCloseTo(9, 9);
    expect(toDegrees(sphere.latitude)).toBeCloseTo(48, 9);
    expect(sphere.height).toBeCloseTo(100, 6);
    expect(sphere.radius).toBeCloseTo(5, 9);
  });

  it('turns and scales with the model: north of the origin once x points north', () => {
    const box = { leastM: [100, 0, 0], greatestM: [100, 0, 10] } as const;
    const sphere = sphereAround({ ...here, rotationDeg: 90, scale: 2 }, box);
    expect(toDegrees(sphere.longitude)).toBeCloseTo(9, 6);
    // A degree of latitude at 48° is 111.2 km.
    expect((toDegrees(sphere.latitude) - 48) * 111_200).toBeCloseTo(200, 0);
    expect(sphere.height).toBeCloseTo(110, 1);
    expect(sphere.radius).toBeCloseTo(10, 9);
  });
});

describe('boxes', () => {
  it('are held by one box, and grow on every side', () => {
    const a = { leastM: [0, 0, 0], greatestM: [1, 2, 3] } as const;
    const b = { leastM: [-1, 1, 1], greatestM: [0, 5, 2] } as const;
    expect(boxAround([])).toBeUndefined();
    expect(boxAround([a])).toEqual(a);
    expect(boxAround([a, b])).toEqual({ leastM: [-1, 0, 0], greatestM: [1, 5, 3] });
    expect(grow(a, 0.5)).toEqual({ leastM: [-0.5, -0.5, -0.5], greatestM: [1.5, 2.5, 3.5] });
  });
});
