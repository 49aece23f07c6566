// The axes of streets that have a name.

import type { StreetLine } from '#features/pipes/kernel/answers/streets.ts';
import { fetchFile } from '../fetch-file.ts';

/** Lines that can't be read are left out: streets only help to find pipes. */
export async function loadStreets(url: string): Promise<readonly StreetLine[]> {
  const slash = url.lastIndexOf('/') + 1;
  const bytes = await fetchFile(url.slice(0, slash), url.slice(slash), () => {});
  return new TextDecoder().decode(bytes).split('\n').flatMap(parseStreet);
}

function parseStreet(line: string): readonly StreetLine[] {
  if (line.trim() === '') return [];
  try {
    const { geometry, properties } = JSON.parse(line) as {
      readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown };
      readonly properties?: { readonly name?: unknown };
    };
    const name = properties?.name;
    if (typeof name !== 'string' || name === '' || geometry?.type !== 'LineString') return [];
    return [{ name, points: toPoints(geometry.coordinates) }];
  } catch {
    return [];
  }
}

const toPoints = (coordinates: unknown): readonly (readonly [number, number])[] =>
  Array.isArray(coordinates)
    ? coordinates.flatMap((point: unknown) => {
        const [x, y]: unknown[] = Array.isArray(point) ? point : [];
        return typeof x === 'number' && typeof y === 'number' ? [[x, y] as const] : [];
      })
    : [];
