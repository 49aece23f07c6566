// Things on the map as a GeoJSON collection in the town's own CRS: see tools/ingest/README.md, “A collection”.

import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { site } from './site.ts';
import type { Point3 } from './solids.ts';

export interface Collection extends FeatureCollection<Geometry | null> {
  readonly panopolis: 'collection';
  readonly id: string;
  readonly title: string;
  readonly crs: { readonly type: 'name'; readonly properties: { readonly name: string } };
}

export const toCollection = (
  id: string,
  title: string,
  features: Feature<Geometry | null>[],
): Collection => ({
  type: 'FeatureCollection',
  panopolis: 'collection',
  id,
  title,
  crs: {
    type: 'name',
    properties: { name: `${site.crs}+${site.verticalCrs.slice(5)}` },
  },
  features,
});

const toCentimetres = (value: number): number => Math.round(value * 100) / 100;

/** Easting, northing and height above the vertical datum, m. */
export const toPosition = ({ x, y, z }: Point3): Position => [x, y, z].map(toCentimetres);

export const toLine = (
  id: string,
  line: readonly Point3[],
  properties: Feature['properties'],
): Feature<Geometry> => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'LineString', coordinates: line.map(toPosition) },
});

export const toPlace = (
  id: string,
  at: Point3,
  properties: Feature['properties'],
): Feature<Geometry> => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: toPosition(at) },
});
