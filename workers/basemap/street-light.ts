// What lights the streets at night: the lamps of a city's own streets, or an even glow of the map's.

import type { Bounds } from '#conversion/basemap/tile-grid.ts';
import { fetchFile } from '../fetch-file.ts';
import type { MapSource } from './map-source.ts';
import { streetMap } from './place-map.ts';
import type { StreetLight } from './protocol.ts';
import { type LitStreet, lampLight, placeLamps } from './street-lamps.ts';

/** How bright a street is whose lamps nobody knows, of 255. */
const EVEN_GLOW = 70;

export async function lightStreets(
  source: MapSource,
  request: {
    readonly boundsDeg: Bounds;
    readonly streetsUrl: string | undefined;
    readonly mostPx: number;
  },
): Promise<StreetLight> {
  const { boundsDeg, streetsUrl, mostPx } = request;
  const streets = await streetMap(source, boundsDeg, mostPx);
  const lamps = placeLamps(streetsUrl === undefined ? [] : await readStreets(streetsUrl));
  const { width, height } = streets;
  const light = lamps.length > 0 ? lampLight(lamps, boundsDeg, width, height) : undefined;
  const texels = new Uint8Array(width * height * 2);
  for (let at = 0; at < streets.texels.length; at++) {
    const street = streets.texels[at]!;
    texels[at * 2] = light?.[at] ?? (street * EVEN_GLOW) / 255;
    texels[at * 2 + 1] = street;
  }
  return { map: { ...streets, texels }, lamps };
}

async function readStreets(url: string): Promise<LitStreet[]> {
  const file = new URL(url).pathname.split('/').at(-1) ?? url;
  const bytes = await fetchFile(new URL('.', url).href, file, () => {});
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.flatMap((line) => {
    const street = line.trim() === '' ? undefined : toStreet(JSON.parse(line));
    return street ? [street] : [];
  });
}

/** Undefined for what is no line. */
function toStreet(value: unknown): LitStreet | undefined {
  if (!isObject(value) || !isObject(value.geometry)) return undefined;
  const { geometry, properties } = value;
  const { type, coordinates } = geometry;
  if (type !== 'LineString' || !Array.isArray(coordinates)) return undefined;
  const line = coordinates.filter(
    (point): point is number[] => Array.isArray(point) && point.every(Number.isFinite),
  );
  const facts = isObject(properties) ? properties : {};
  const widthM = typeof facts.width_m === 'number' ? facts.width_m : 8;
  return { line, kind: String(facts.class ?? ''), widthM };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
