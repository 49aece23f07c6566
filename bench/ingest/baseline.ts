// The plain way from CityJSON to triangles on the globe, for comparison: proj4 and the geoid for every vertex
// of every ring, earcut for every polygon, nothing else: no tiles, attributes, compression or files.

import { readFileSync } from 'node:fs';
import earcut from 'earcut';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { toEcef } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';

interface PlainCity {
  readonly transform: { readonly scale: number[]; readonly translate: number[] };
  readonly CityObjects: Record<
    string,
    { readonly geometry: { readonly boundaries: number[][][] }[] }
  >;
  readonly vertices: number[][];
}

/** Buildings a second, parsing included. */
export function runBaseline(path: string, geoid: Geoid): number {
  const started = performance.now();
  const city: PlainCity = JSON.parse(readFileSync(path, 'utf8'));
  const crs = parseCrs('EPSG:7415');
  if (!crs.ok) throw new Error(crs.reason);
  const place = createToGeodetic(crs.value, geoid, { axes: 'east-north' });
  const position = new Float64Array(3);
  const objects = Object.values(city.CityObjects);
  let triangles = 0;
  for (const { geometry } of objects) {
    for (const { boundaries } of geometry) {
      for (const [outer = [], ...holes] of boundaries) {
        const flat: number[] = [];
        const starts: number[] = [];
        for (const [number, ring] of [outer, ...holes].entries()) {
          if (number > 0) starts.push(flat.length / 3);
          for (const index of ring) {
            position.set(toSource(city, index));
            place(position, position);
            const { x, y, z } = toEcef({
              longitude: radians(position[0]!),
              latitude: radians(position[1]!),
              height: metres(position[2]!),
            });
            flat.push(x, y, z);
          }
        }
        triangles += earcut(flat, starts, 3).length / 3;
      }
    }
  }
  if (triangles === 0) throw new Error('The baseline made no triangles.');
  return objects.length / ((performance.now() - started) / 1000);
}

const toSource = ({ transform, vertices }: PlainCity, index: number) =>
  vertices[index]!.map(
    (value, axis) => value * transform.scale[axis]! + transform.translate[axis]!,
  );
