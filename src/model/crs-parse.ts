// Reads the names that files and people give coordinate reference systems: EPSG codes, URNs, URLs, compounds.

import type { CompoundCrs, HorizontalCrs, VerticalCrs } from './crs.ts';
import { familyCodes, findFamilyRow } from './crs-families.ts';
import {
  COMPOUND_ROWS,
  GEOGRAPHIC_ROWS,
  type HorizontalRow,
  PROJECTED_ROWS,
  VERTICAL_ROWS,
} from './crs-table.ts';
import { failure, type Result, success } from './result.ts';

const rows = new Map([...GEOGRAPHIC_ROWS, ...PROJECTED_ROWS].map((row) => [row[0], row]));
const verticals = new Map(VERTICAL_ROWS.map((row) => [row[0], row]));
const compounds = new Map(COMPOUND_ROWS.map((row) => [row[0], row]));

/**
 * Reads `EPSG:7415`, `7415`, `urn:ogc:def:crs:EPSG::7415`, `http://www.opengis.net/def/crs/EPSG/0/7415`,
 * `OGC:CRS84`, and pairs of a horizontal and a vertical CRS: `EPSG:28992+5709`,
 * `urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783`. Fails with one sentence that says what to do.
 */
export function parseCrs(text: string): Result<CompoundCrs, string> {
  const trimmed = text.trim();
  if (/CRS:?84h$/i.test(trimmed)) return success(withVertical(CRS84, ELLIPSOIDAL_HEIGHT));
  if (/(^|[:/])CRS:?84$/i.test(trimmed)) return success(withUsualVertical(CRS84, 5773));
  const codes = findCodes(trimmed);
  if (!codes) {
    return failure(
      `The coordinate reference system “${clip(trimmed)}” is not written as an EPSG code. Give it with --crs EPSG:…, for example --crs EPSG:28992 or --crs EPSG:25832+7837.`,
    );
  }
  const [code, second] = codes;
  const compound = compounds.get(code);
  const vertical = findVertical(second ?? compound?.[2]);
  const row = findRow(compound?.[1] ?? code);
  if (!row) return failure(unknownSentence(code));
  if (second !== undefined && !vertical) return failure(unknownSentence(second));
  const horizontal = toHorizontal(row);
  return success(
    vertical ? withVertical(horizontal, vertical) : withUsualVertical(horizontal, row[5], row[0]),
  );
}

/** The horizontal CRS of a code, with or without `EPSG:`; undefined where it is not in the table. */
export function findHorizontalCrs(code: number): HorizontalCrs | undefined {
  const row = findRow(code);
  return row && toHorizontal(row);
}

/** The vertical CRS of a code; undefined where it is not in the table. */
export function findVerticalCrs(code: number): VerticalCrs | undefined {
  return findVertical(code);
}

/** Codes of all horizontal CRSs in the table, families included. */
export const horizontalCodes = (): number[] => [...rows.keys(), ...familyCodes()];

/**
 * One sentence for a file that names no CRS, with the likely ones for its coordinates where the numbers
 * tell: `x`, `y` of a typical vertex.
 */
export function suggestCrs(x: number, y: number): string {
  const guesses = GUESSES.filter(([, [west, south, east, north]]) => {
    return x >= west && x <= east && y >= south && y <= north;
  }).map(([text]) => text);
  const likely =
    guesses.length > 0 ? ` Coordinates like ${x}, ${y} could be ${guesses.join(' or ')}.` : '';
  return `The file names no coordinate reference system; give it with --crs EPSG:….${likely}`;
}

// Boxes in the CRS's own units that hold its land and little else.
const GUESSES: readonly (readonly [string, readonly [number, number, number, number]])[] = [
  ['EPSG:7415 (Netherlands, RD New + NAP)', [7000, 289000, 300000, 629000]],
  ['EPSG:2056 (Switzerland, LV95)', [2485000, 1075000, 2834000, 1296000]],
  ['EPSG:31467 (Germany, Gauss–Krüger zone 3)', [3386000, 5236000, 3618000, 6107000]],
  ['EPSG:25832 (ETRS89 / UTM zone 32N)', [166000, 4000000, 834000, 7900000]],
  ['EPSG:25833 (ETRS89 / UTM zone 33N)', [166000, 4000000, 834000, 7900000]],
  ['EPSG:2154 (France, Lambert-93)', [99000, 6046000, 1243000, 7111000]],
  ['EPSG:27700 (Great Britain, National Grid)', [0, 0, 656000, 1220000]],
  ['OGC:CRS84 (longitude, latitude)', [-180, -90, 180, 90]],
  ['EPSG:4326 (latitude, longitude)', [-90, -180, 90, 180]],
];

const CRS84: HorizontalCrs = {
  code: 'OGC:CRS84',
  name: 'WGS 84 longitude, latitude',
  kind: 'geographic',
  axes: 'east-north',
  definition: '+proj=longlat +datum=WGS84',
  areaDeg: [-180, -90, 180, 90],
  accuracyM: 0,
  usualVertical: 'EPSG:5773',
};

/** Heights above the ellipsoid, in metres. */
export const ELLIPSOIDAL_HEIGHT: VerticalCrs = {
  code: 'ellipsoidal',
  name: 'height above the ellipsoid',
  surface: 'ellipsoid',
  metresPerUnit: 1,
};

function findCodes(text: string): readonly [number] | readonly [number, number] | undefined {
  const bare = text.match(/^(?:EPSG:+)?(\d{4,6})(?:\s*\+\s*(?:EPSG:+)?(\d{4,6}))?$/i);
  if (bare) return bare[2] ? [Number(bare[1]), Number(bare[2])] : [Number(bare[1])];
  if (!/urn:|opengis\.net|crs/i.test(text)) return undefined;
  const codes = [...text.matchAll(/EPSG[:/](?:[\d.]*)[:/](\d{4,6})(?=$|[,&/#?])/gi)].map((found) =>
    Number(found[1]),
  );
  const [first, second] = codes;
  if (first === undefined || codes.length > 2) return undefined;
  return second === undefined ? [first] : [first, second];
}

const findRow = (code: number): HorizontalRow | undefined => rows.get(code) ?? findFamilyRow(code);

function findVertical(code: number | undefined): VerticalCrs | undefined {
  const row = code === undefined ? undefined : verticals.get(code);
  return (
    row && { code: `EPSG:${row[0]}`, name: row[1], surface: 'geoid', metresPerUnit: row[2] ?? 1 }
  );
}

function toHorizontal(row: HorizontalRow): HorizontalCrs {
  const [code, name, axes, areaDeg, accuracyM, vertical, definition] = row;
  const kind = definition.startsWith('+proj=longlat') ? 'geographic' : 'projected';
  const usualVertical = `EPSG:${vertical}`;
  return { code: `EPSG:${code}`, name, kind, axes, definition, areaDeg, accuracyM, usualVertical };
}

const withVertical = (horizontal: HorizontalCrs, vertical: VerticalCrs): CompoundCrs => ({
  horizontal,
  vertical,
  verticalIsAssumed: false,
});

// A 3D geographic CRS carries its own height, above the ellipsoid: its usual vertical is itself.
function withUsualVertical(horizontal: HorizontalCrs, usual: number, code?: number): CompoundCrs {
  if (usual === code) return withVertical(horizontal, ELLIPSOIDAL_HEIGHT);
  const vertical = findVertical(usual) ?? ELLIPSOIDAL_HEIGHT;
  return { horizontal, vertical, verticalIsAssumed: true };
}

function unknownSentence(code: number): string {
  if (verticals.has(code)) {
    return `EPSG:${code} is a height system; give it with its horizontal CRS, for example --crs EPSG:28992+${code}.`;
  }
  const known = [...rows.keys(), ...compounds.keys(), ...verticals.keys(), ...familyCodes()];
  const nearest = [...new Set(known)]
    .sort((a, b) => Math.abs(a - code) - Math.abs(b - code) || a - b)
    .slice(0, 3)
    .map((near) => `EPSG:${near} (${nameOf(near)})`);
  return `EPSG:${code} is not among the known coordinate reference systems. Transform the data into one of them and give it with --crs EPSG:…; the nearest codes are ${nearest.join(', ')}.`;
}

function nameOf(code: number): string {
  const compound = compounds.get(code);
  if (compound) return `${nameOf(compound[1])} + ${nameOf(compound[2])}`;
  return findRow(code)?.[1] ?? verticals.get(code)?.[1] ?? '';
}

const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
