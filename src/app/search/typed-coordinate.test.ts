import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDegrees } from '#model/units.ts';
import { parseTypedCoordinate } from './typed-coordinate.ts';

/** Latitude and longitude in degrees. */
const read = (text: string) => {
  const position = parseTypedCoordinate(text);
  return position && [toDegrees(position.latitude), toDegrees(position.longitude)];
};

describe('a typed coordinate', () => {
  it.each([
    ['51.91, 4.45', 51.91, 4.45],
    ['51.91 4.45', 51.91, 4.45],
    ['51.91;4.45', 51.91, 4.45],
    ['  -33.8568,151.2153 ', -33.8568, 151.2153],
    ['4.45E 51.91N', 51.91, 4.45],
    ['N51.91 E4.45', 51.91, 4.45],
    ['51.91N 4.45', 51.91, 4.45],
    ['33.8568S, 151.2153E', -33.8568, 151.2153],
    ['51°54\'36"N 4°27\'0"E', 51.91, 4.45],
    ['51°54.6′N, 4°27′E', 51.91, 4.45],
    ['43.77° 11.25°', 43.77, 11.25],
    ['40°26\'46"N 79°58\'56"W', 40.446111111, -79.982222222],
  ])('reads %s', (text, latitude, longitude) => {
    const [readLatitude, readLongitude] = read(text) ?? [];
    expect(readLatitude).toBeCloseTo(latitude, 8);
    expect(readLongitude).toBeCloseTo(longitude, 8);
  });

  it.each([
    '',
    'Havenstraat 12',
    '51.91',
    '5191',
    '91, 4.45',
    '51.91, 181',
    '51.91N 4.45N',
    "51°61'N 4°27'E",
    '51.91, 4.45, 12 houses',
    '3014 AB',
  ])('does not take %j for one', (text) => {
    expect(parseTypedCoordinate(text)).toBeUndefined();
  });

  it('reads back every position printed with a comma', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_000_000, max: 9_000_000 }),
        fc.integer({ min: -18_000_000, max: 18_000_000 }),
        (latitude, longitude) => {
          const [lat, lon] = [latitude / 1e5, longitude / 1e5];
          const [readLat, readLon] = read(`${lat.toFixed(5)}, ${lon.toFixed(5)}`) ?? [];
          expect(readLat).toBeCloseTo(lat, 9);
          expect(readLon).toBeCloseTo(lon, 9);
        },
      ),
    );
  });
});
