// Well-known text (OGC 06-103r4 §7) → GeoJSON geometry on the plane of longitude and latitude.

import { failure, type Result, success } from '#model/result.ts';

export interface WktGeometry {
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  /** `(east,north),(west,south)` as PostgreSQL writes a box. */
  readonly bounds: string;
}

const TYPES: { readonly [name: string]: readonly [type: string, depth: number] | undefined } = {
  POINT: ['Point', 0],
  MULTIPOINT: ['MultiPoint', 1],
  LINESTRING: ['LineString', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  POLYGON: ['Polygon', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};
const MOST_POSITIONS = 2000;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const POSITION = new RegExp(String.raw`^\s*${NUMBER}(?:\s+${NUMBER}){1,2}\s*$`);

/** Fails with one sentence; heights are read and left out. */
export function parseWkt(text: string): Result<WktGeometry, string> {
  const [, name = '', body = ''] =
    /^\s*(?:SRID=4326;)?\s*([A-Za-z]+)\s*(?:Z\s*)?(\(.*\))\s*$/is.exec(text) ?? [];
  const [type, depth] = TYPES[name.toUpperCase()] ?? [];
  if (type === undefined || depth === undefined) {
    return failure(
      `“${text.slice(0, 40)}” is no WKT geometry; expected one such as POINT (30 10).`,
    );
  }
  const positions: (readonly [number, number])[] = [];
  let problem: string | undefined;

  const read = (list: string, level: number): unknown => {
    const inside = list.trim();
    if (level === 0) return readPosition(inside);
    if (!/^\(.*\)$/s.test(inside)) {
      problem ??= `found “${inside.slice(0, 30)}” in a ${name}; expected a list in parentheses.`;
      return [];
    }
    return splitList(inside.slice(1, -1)).map((part) => read(part, level - 1));
  };

  const readPosition = (position: string): readonly number[] => {
    // Points of a MULTIPOINT may have parentheses of their own.
    const plain =
      position.startsWith('(') && position.endsWith(')') ? position.slice(1, -1) : position;
    const [x = Number.NaN, y = Number.NaN] = plain.trim().split(/\s+/).map(Number);
    if (!POSITION.test(plain) || !Number.isFinite(x + y)) {
      problem ??= `found “${position.slice(0, 30)}” in a ${name}; expected two numbers.`;
      return [];
    }
    positions.push([x, y]);
    return [x, y];
  };

  const coordinates = read(body, depth);
  problem ??= findFault(type, depth, coordinates, positions.length);
  if (problem !== undefined) return failure(problem);
  return success({ geometry: { type, coordinates }, bounds: boundsOf(positions) });
}

/** Parts between the commas that stand in no parentheses. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function findFault(type: string, depth: number, coordinates: unknown, count: number) {
  if (count > MOST_POSITIONS)
    return `a geometry of ${count} positions; expected ${MOST_POSITIONS}.`;
  const lists: readonly unknown[] = Array.isArray(coordinates) ? coordinates : [];
  const lines = type.endsWith('LineString') ? (depth === 1 ? [lists] : lists) : [];
  if (lines.some((line) => Array.isArray(line) && line.length < 2)) {
    return 'a line of one position; expected two or more.';
  }
  const rings = type.endsWith('Polygon') ? (depth === 2 ? lists : lists.flat()) : [];
  const isOpen = rings.some(
    (ring) =>
      !Array.isArray(ring) || ring.length < 4 || String(ring[0]) !== String(ring[ring.length - 1]),
  );
  return isOpen ? 'a ring that is not closed; expected its first position at its end.' : undefined;
}

function boundsOf(positions: readonly (readonly [number, number])[]): string {
  const xs = positions.map(([x]) => x);
  const ys = positions.map(([, y]) => y);
  return `(${Math.max(...xs)},${Math.max(...ys)}),(${Math.min(...xs)},${Math.min(...ys)})`;
}
