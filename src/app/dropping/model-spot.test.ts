import { describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { initialCamera } from '#store/camera.ts';
import { type GroundInSight, groundOf, spotFor } from './model-spot.ts';

const manifest = parseCityManifest(
  {
    ...{ format: 'panopolis-city', version: 1, id: 'hill', name: 'Hill', build: '0123456789ab' },
    ...{ boundsDeg: [8, 49, 8.02, 49.02], heightM: [40, 190] },
    crs: { horizontal: 'EPSG:25832', vertical: 'ellipsoidal' },
    ...{ timeZone: 'Europe/Berlin', sources: [], layers: [] },
  },
  'city.json',
);
const city = { manifest, baseUrl: 'http://localhost/c/' };
const middle = { longitudeDeg: (8 + 8.02) / 2, latitudeDeg: (49 + 49.02) / 2 };

/** A slope that rises to the east by 10 m a thousandth of a degree. */
const slope = (longitudeDeg: number, latitudeDeg: number): GroundInSight => ({
  groundInSight: () => ({
    longitude: fromDegrees(longitudeDeg),
    latitude: fromDegrees(latitudeDeg),
    height: metres(0),
  }),
  groundHeight: async (longitude) => 50 + (longitude - 8) * 1e4,
});

describe('the spot for a model whose file names no place', () => {
  it('is on the ground in the middle of the picture', async () => {
    const spot = await spotFor(city, initialCamera, slope(8.003, 49.004));
    expect(spot.longitudeDeg).toBeCloseTo(8.003, 9);
    expect(spot.latitudeDeg).toBeCloseTo(49.004, 9);
    expect(spot.heightM).toBeCloseTo(80, 6);
  });

  it('is in the middle of the city where the person looks elsewhere, on the ground there', async () => {
    const spot = await spotFor(city, initialCamera, slope(9, 49));
    expect(spot).toMatchObject(middle);
    expect(spot.heightM).toBeCloseTo(150, 6);
  });

  it.each([
    ['nobody knows the ground', async () => undefined],
    ['what is drawn is no ground of the city', async () => 0],
    ['the terrain does not come', () => new Promise<undefined>(() => {})],
    ['the terrain fails', () => Promise.reject(new Error('There is no tile.'))],
  ])('is at the city’s lowest height where %s', async (_, groundHeight) => {
    const ground = { groundInSight: () => undefined, groundHeight };
    expect(await spotFor(city, initialCamera, ground, 5)).toEqual({ ...middle, heightM: 40 });
  });

  it('needs no globe', async () => {
    expect(await spotFor(city, initialCamera, undefined, 5)).toEqual({ ...middle, heightM: 40 });
  });
});

describe('the ground for a model whose file says where but not how high', () => {
  it('is the city’s at that place', async () => {
    const place = { longitudeDeg: 8.003, latitudeDeg: 49.004 };
    expect(await groundOf(city, place, slope(0, 0))).toBeCloseTo(80, 6);
  });

  it('is unknown outside of the city', async () => {
    const place = { longitudeDeg: 9, latitudeDeg: 49.004 };
    expect(await groundOf(city, place, slope(0, 0))).toBeUndefined();
  });
});
