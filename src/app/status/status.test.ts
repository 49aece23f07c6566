import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { parseTypedCoordinate } from '../search/typed-coordinate.ts';
import { toDegreesText, toMinutesText, toPastedText } from './coordinate-text.ts';
import { toGridText, toUtmText } from './grid-coordinates.ts';
import { metresPerPixel, scaleBar, toLengthText } from './scale.ts';

const at = (latitudeDeg: number, longitudeDeg: number) => ({
  latitude: fromDegrees(latitudeDeg),
  longitude: fromDegrees(longitudeDeg),
  height: metres(0),
});

const numbers = (text: string | undefined) =>
  text?.match(/[\d\u2009]+(?= [EN])/g)?.map((digits) => Number(digits.replaceAll('\u2009', '')));

describe('a coordinate in words', () => {
  it('says its hemispheres', () => {
    expect(toDegreesText(at(-33.8568, 151.2153))).toBe('33.85680° S, 151.21530° E');
    expect(toMinutesText(at(40.446111, -79.982222))).toBe('40°26′46.0″ N, 79°58′56.0″ W');
  });

  it('carries seconds that round to sixty', () => {
    expect(toMinutesText(at(51.99999, 4))).toBe('52°00′00.0″ N, 4°00′00.0″ E');
  });

  it('can be typed back into the search box in every style', () => {
    const anywhere = fc.tuple(
      fc.double({ min: -89.9, max: 89.9, noNaN: true }),
      fc.double({ min: -179.9, max: 179.9, noNaN: true }),
    );
    fc.assert(
      fc.property(anywhere, ([latitudeDeg, longitudeDeg]) => {
        const position = at(latitudeDeg, longitudeDeg);
        for (const write of [toDegreesText, toMinutesText, toPastedText]) {
          const read = parseTypedCoordinate(write(position));
          expect(read?.latitude).toBeCloseTo(position.latitude, 6);
          expect(read?.longitude).toBeCloseTo(position.longitude, 6);
        }
      }),
    );
  });
});

describe('a coordinate in a grid', () => {
  it('puts the tower of Amersfoort at the origin of the Dutch grid', () => {
    // Schreutelkamp and Strang van Hees (2001): RD 155 000, 463 000 in WGS 84, to 0.25 m.
    const text = toGridText(at(52.1551744, 5.38720621), 'EPSG:28992');
    const [east = 0, north = 0] = numbers(text) ?? [];
    expect(Math.abs(east - 155_000)).toBeLessThanOrEqual(1);
    expect(Math.abs(north - 463_000)).toBeLessThanOrEqual(1);
  });

  it('has no words for a grid that is not in the table', () => {
    expect(toGridText(at(52, 5), 'EPSG:999999')).toBeUndefined();
  });

  it('puts a point of the central meridian at 500 000 east', () => {
    expect(toUtmText(at(0, 3))).toBe('31N 500\u2009000 E 0 N');
    expect(numbers(toUtmText(at(-33, 153)))?.[0]).toBe(500_000);
  });

  it.each([
    [60, 5, '32V'],
    [60, 2, '31V'],
    [78, 15, '33X'],
    [51.9, 4.45, '31U'],
    [-0.1, 179.9, '60M'],
    [0, 180, '1N'],
  ])('knows the zone of %d, %d', (latitudeDeg, longitudeDeg, zone) => {
    expect(toUtmText(at(latitudeDeg, longitudeDeg))?.split(' ')[0]).toBe(zone);
  });

  it('has no UTM at the poles', () => {
    expect(toUtmText(at(85, 0))).toBeUndefined();
  });
});

describe('the scale bar', () => {
  it('is as long as a round number of metres, as long as fits', () => {
    expect(scaleBar(1, 120)).toEqual({ lengthM: 100, lengthPx: 100 });
    expect(scaleBar(0.3, 100)).toEqual({ lengthM: 20, lengthPx: 20 / 0.3 });
    expect(scaleBar(400, 100).lengthM).toBe(20_000);
  });

  it('always takes more than a third of its room and never more than all of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (metresPerPx) => {
        const { lengthPx } = scaleBar(metresPerPx, 100);
        expect(lengthPx).toBeGreaterThan(33);
        expect(lengthPx).toBeLessThanOrEqual(100.0001);
      }),
    );
  });

  it('measures the middle of a picture taken straight down', () => {
    const pose = {
      position: { ...at(52, 5), height: metres(1000) },
      heading: radians(0),
      pitch: fromDegrees(-90),
      roll: radians(0),
    };
    // 60° over 1000 px from 1000 m: 2 · 1000 · tan 30° / 1000.
    expect(metresPerPixel(pose, metres(0), { width: 1000, height: 500 })).toBeCloseTo(1.1547, 3);
    const sky = { ...pose, pitch: fromDegrees(20) };
    expect(metresPerPixel(sky, metres(0), { width: 1000, height: 500 })).toBeUndefined();
  });

  it('is named in the unit that keeps the number short', () => {
    expect([0.5, 20, 2000].map(toLengthText)).toEqual(['50 cm', '20 m', '2 km']);
  });
});
