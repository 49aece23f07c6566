// The parameters of `/items` (17-069r4 §7.15): what is asked for, or one sentence.

import { failure, type Result, success } from '#model/result.ts';

export interface ItemsQuery {
  readonly limit: number;
  readonly offset: number;
  /** One box, or two where it goes over the antimeridian. */
  readonly boxes?: readonly Box[];
  /** Least and greatest height above the ellipsoid, m. */
  readonly heightM?: readonly [number, number];
  readonly time?: TimeSpan;
  /** Properties and the text that each must have. */
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** West, south, east, north, deg. */
export type Box = readonly [number, number, number, number];

/** ISO 8601 in UTC without its Z; undefined where it is open. */
export interface TimeSpan {
  readonly from?: string;
  readonly to?: string;
}

const USUAL_LIMIT = 100;
const MOST = 10_000;

/** `known` are the properties that can be asked for; anything else is refused, as the standard has it. */
export function parseItemsQuery(
  query: URLSearchParams,
  known: readonly string[],
): Result<ItemsQuery, string> {
  const names = [...query.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return failure(`${twice} stands there twice.`);
  const properties: [string, string][] = [];
  let found: ItemsQuery = { limit: USUAL_LIMIT, offset: 0, properties };
  for (const [name, text] of query) {
    switch (name) {
      case 'f':
        if (text !== 'json' && text !== 'geojson') {
          return failure(`f is “${text}”; expected json, which is GeoJSON.`);
        }
        break;
      case 'limit':
      case 'offset': {
        const least = name === 'limit' ? 1 : 0;
        if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
          return failure(`${name} is “${text}”; expected a whole number from ${least}.`);
        }
        found = { ...found, [name]: Number(text) };
        break;
      }
      case 'bbox': {
        const box = parseBox(text);
        if (!box.ok) return box;
        found = { ...found, ...box.value };
        break;
      }
      case 'datetime': {
        const time = parseTime(text);
        if (!time.ok) return time;
        found = { ...found, time: time.value };
        break;
      }
      default:
        if (!known.includes(name)) {
          return failure(
            `There is no parameter ${name.slice(0, 60)}; expected bbox, datetime, limit, offset${known.map((one) => `, ${one}`).join('')}.`,
          );
        }
        properties.push([name, text]);
    }
  }
  return success({ ...found, limit: Math.min(found.limit, MOST) });
}

function parseBox(text: string): Result<Pick<ItemsQuery, 'boxes' | 'heightM'>, string> {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const hasHeights = numbers.length === 6;
  const flat = hasHeights ? [0, 1, 3, 4].map((at) => numbers[at]) : numbers;
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = flat;
  if (!numbers.every(Number.isFinite) || (numbers.length !== 4 && !hasHeights)) {
    return failure(`bbox is “${text.slice(0, 60)}”; expected four numbers, or six with heights.`);
  }
  const isOnEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90;
  if (!isOnEarth || Math.abs(north) > 90 || south > north) {
    return failure(`bbox is “${text}”; expected west,south,east,north in degrees.`);
  }
  const boxes: Box[] =
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, 180, north],
          [-180, south, east, north],
        ];
  const [bottom = 0, top = 0] = [numbers[2], numbers[5]];
  if (!hasHeights) return success({ boxes });
  return bottom > top
    ? failure(`bbox has the heights ${bottom} to ${top}; expected the lesser first.`)
    : success({ boxes, heightM: [bottom, top] });
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function parseTime(text: string): Result<TimeSpan, string> {
  const parts = text.split('/');
  const ends = parts.map(parseEnd);
  const [from, to] = ends.length === 1 ? [ends[0], ends[0]] : ends;
  const isOpen = from === '' && to === '';
  if (ends.length > 2 || from === undefined || to === undefined || isOpen) {
    return failure(
      `datetime is “${text.slice(0, 60)}”; expected an instant such as 2018-02-12T23:20:50Z, or two with a slash between, of which one may be “..”.`,
    );
  }
  if (from !== '' && to !== '' && from > to) {
    return failure(`datetime is “${text}”; expected the earlier instant first.`);
  }
  return success({ ...(from !== '' && { from }), ...(to !== '' && { to }) });
}

/** Empty where it is open, undefined where it is no instant. */
function parseEnd(text: string): string | undefined {
  if (text === '..' || text === '') return '';
  if (!INSTANT.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : toPlain(new Date(ms).toISOString());
}

/** Without what says nothing, so that it compares as text with times of whole seconds. */
const toPlain = (iso: string): string => iso.replace(/(\.\d*?)0*Z$/, '$1').replace(/\.$/, '');
