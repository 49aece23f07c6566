import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AxisOrder,
  createFromGeodetic,
  createToGeodetic,
  findAxisOrder,
  isInArea,
} from './crs.ts';
import { CONTROL_POINTS } from './crs-control-points.ts';
import { familyCodes } from './crs-families.ts';
import { findHorizontalCrs, horizontalCodes, parseCrs } from './crs-parse.ts';

const DEGREE = Math.PI / 180;
const noGeoid = () => 0;

function read(text: string) {
  const crs = parseCrs(text);
  if (!crs.ok) throw new Error(crs.reason);
  return crs.value;
}

function toDegrees(text: string, xyz: number[], axes?: AxisOrder): [number, number, number] {
  const out = new Float64Array(3);
  createToGeodetic(read(text), noGeoid, axes && { axes })(Float64Array.from(xyz), out);
  return [out[0]! / DEGREE, out[1]! / DEGREE, out[2]!];
}

/** Metres between two near positions given in degrees, on a sphere: right to 0.5 %. */
function apartM(a: readonly [number, number], b: readonly [number, number]): number {
  const north = (a[1] - b[1]) * DEGREE * 6371000;
  const east = Math.sin((a[0] - b[0]) * DEGREE) * 6371000 * Math.cos(a[1] * DEGREE);
  return Math.hypot(north, east);
}

describe('control points', () => {
  it.each(CONTROL_POINTS)('reaches $place in EPSG:$code within $limitM m', (point) => {
    const [longitude, latitude] = toDegrees(`EPSG:${point.code}`, [point.x, point.y, 0]);
    const apart = apartM([longitude, latitude], [point.longitudeDeg, point.latitudeDeg]);
    expect(apart).toBeLessThanOrEqual(point.limitM);
  });

  it('exist for every code of the table and for each family', () => {
    const covered = new Set(CONTROL_POINTS.map(({ code }) => code));
    const families = new Set(familyCodes());
    const own = horizontalCodes().filter((code) => !families.has(code));
    expect(own.filter((code) => !covered.has(code))).toEqual([]);
    expect([...families].filter((code) => covered.has(code)).length).toBeGreaterThan(25);
  });
});

describe('round trips', () => {
  it('come back within 1 mm anywhere in the area of any CRS of the table', () => {
    const anywhere = fc
      .tuple(fc.constantFrom(...horizontalCodes()), fc.double({ min: 0, max: 1, noNaN: true }))
      .chain(([code, across]) => {
        const [west, south, east, north] = findHorizontalCrs(code)!.areaDeg;
        const span = east >= west ? east - west : east - west + 360;
        return fc.record({
          code: fc.constant(code),
          longitudeDeg: fc.constant(((west + across * span + 540) % 360) - 180),
          latitudeDeg: fc.double({ min: south, max: north, noNaN: true }),
          heightM: fc.double({ min: -100, max: 4000, noNaN: true }),
        });
      });
    fc.assert(
      fc.property(anywhere, ({ code, longitudeDeg, latitudeDeg, heightM }) => {
        const crs = read(`EPSG:${code}`);
        const geoid = (longitude: number) => 40 + Math.sin(longitude);
        const start = [longitudeDeg * DEGREE, latitudeDeg * DEGREE, heightM];
        const at = Float64Array.from(start);
        createFromGeodetic(crs, geoid)(at, at);
        createToGeodetic(crs, geoid)(at, at);
        const apart = apartM([at[0]! / DEGREE, at[1]! / DEGREE], [longitudeDeg, latitudeDeg]);
        expect(apart).toBeLessThan(0.001);
        expect(Math.abs(at[2]! - heightM)).toBeLessThan(0.001);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseCrs', () => {
  it.each([
    ['EPSG:7415', 'EPSG:28992', 'EPSG:5709'],
    ['epsg:7415', 'EPSG:28992', 'EPSG:5709'],
    ['7415', 'EPSG:28992', 'EPSG:5709'],
    ['urn:ogc:def:crs:EPSG::7415', 'EPSG:28992', 'EPSG:5709'],
    ['https://www.opengis.net/def/crs/EPSG/0/7415', 'EPSG:28992', 'EPSG:5709'],
    ['http://www.opengis.net/def/crs/EPSG/0/6697', 'EPSG:6668', 'EPSG:6695'],
    ['http://www.opengis.net/def/crs/EPSG/6.12/7415', 'EPSG:28992', 'EPSG:5709'],
    ['urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783', 'EPSG:3068', 'EPSG:5783'],
    ['urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783', 'EPSG:25832', 'EPSG:5783'],
    ['EPSG:2056+5729', 'EPSG:2056', 'EPSG:5729'],
    ['EPSG:2263+EPSG:6360', 'EPSG:2263', 'EPSG:6360'],
    [
      'https://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25832&2=http://www.opengis.net/def/crs/EPSG/0/7837',
      'EPSG:25832',
      'EPSG:7837',
    ],
    ['EPSG:4979', 'EPSG:4979', 'ellipsoidal'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84h', 'OGC:CRS84', 'ellipsoidal'],
  ])('reads %s', (text, horizontal, vertical) => {
    const crs = read(text);
    expect([crs.horizontal.code, crs.vertical.code]).toEqual([horizontal, vertical]);
    expect(crs.verticalIsAssumed).toBe(false);
  });

  it.each([
    ['EPSG:28992', 'EPSG:5709'],
    ['EPSG:2263', 'EPSG:6360'],
    ['EPSG:32737', 'EPSG:5773'],
    ['OGC:CRS84', 'EPSG:5773'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:5773'],
  ])('assumes the usual heights of %s and says so', (text, vertical) => {
    const crs = read(text);
    expect(crs.vertical.code).toBe(vertical);
    expect(crs.verticalIsAssumed).toBe(true);
  });

  it.each([
    ['EPSG:28993', 'EPSG:28993 is not among', 'EPSG:28992 (Amersfoort / RD New)'],
    ['5709', 'EPSG:5709 is a height system', '--crs EPSG:28992+5709'],
    ['EPSG:28992+1234', 'EPSG:1234 is not among', '--crs'],
    ['WGS84 something', 'not written as an EPSG code', '--crs EPSG:28992'],
    ['', 'not written as an EPSG code', '--crs'],
  ])('refuses “%s” in one sentence that helps', (text, what, help) => {
    const crs = parseCrs(text);
    expect(crs.ok).toBe(false);
    expect(!crs.ok && crs.reason).toContain(what);
    expect(!crs.ok && crs.reason).toContain(help);
  });
});

describe('heights', () => {
  const geoid = () => 43.3;

  it('stand above the ellipsoid by the geoid where they count from mean sea level', () => {
    const out = new Float64Array(3);
    createToGeodetic(read('EPSG:7415'), geoid)(Float64Array.of(155000, 463000, 10), out);
    expect(out[2]).toBeCloseTo(53.3, 9);
  });

  it('stay as they are where they count from the ellipsoid', () => {
    const out = new Float64Array(3);
    createToGeodetic(read('EPSG:4979'), geoid)(Float64Array.of(52, 5, 10), out);
    expect(out[2]).toBe(10);
  });

  it('in US survey feet become metres', () => {
    const out = new Float64Array(3);
    createToGeodetic(read('EPSG:8767'), noGeoid)(Float64Array.of(982586, 198968, 3937), out);
    expect(out[2]).toBeCloseTo(1200, 9);
  });
});

describe('axis order', () => {
  it('is the authority’s unless told otherwise', () => {
    expect(toDegrees('EPSG:4326', [52, 5, 0])).toEqual([5, 52, 0]);
    expect(toDegrees('OGC:CRS84', [5, 52, 0])).toEqual([5, 52, 0]);
    const [longitude, latitude] = toDegrees('EPSG:2180', [637382.2, 486757.2, 0], 'east-north');
    expect(apartM([longitude, latitude], [21.0122, 52.2297])).toBeLessThan(0.05);
  });

  it('is found from where a point lands', () => {
    const finland = findHorizontalCrs(3879)!;
    expect(findAxisOrder(finland, 6673003, 25496580)).toBe('north-east');
    expect(findAxisOrder(finland, 25496580, 6673003)).toBe('east-north');
    const lithuania = findHorizontalCrs(3346)!;
    expect(findAxisOrder(lithuania, 582510, 6061949)).toBe('east-north');
    expect(findAxisOrder(lithuania, 6061949, 582510)).toBe('north-east');
    expect(findAxisOrder(findHorizontalCrs(6668)!, 35.7, 139.7)).toBe('north-east');
    expect(findAxisOrder(findHorizontalCrs(28992)!, 85000, 446000)).toBe('east-north');
    expect(findAxisOrder(findHorizontalCrs(28992)!, 5, 52)).toBeUndefined();
    expect(findAxisOrder(findHorizontalCrs(28992)!, Number.NaN, 1)).toBeUndefined();
  });

  it('knows areas across the antimeridian', () => {
    const zealand = findHorizontalCrs(4167)!;
    expect(isInArea(zealand, -176, -44)).toBe(true);
    expect(isInArea(zealand, 174, -41)).toBe(true);
    expect(isInArea(zealand, 100, -41)).toBe(false);
  });
});

it('turns coordinates that are no numbers into NaN instead of throwing', () => {
  const out = new Float64Array(3);
  createToGeodetic(read('EPSG:28992'), noGeoid)(Float64Array.of(Number.NaN, 1, 2), out);
  expect(out[0]).toBeNaN();
  expect(out[1]).toBeNaN();
});
