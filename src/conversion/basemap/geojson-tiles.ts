// Cuts classified features into tiles.

import GeoJSONVT, { type RawFeature } from 'geojson-vt';
import { TILE_BUFFER } from './cut.ts';
import type { MapFeature } from './geojson.ts';
import {
  type BasemapLayerName,
  type Classified,
  TILE_EXTENT,
  type TileFeature,
  type TileLayers,
} from './schema.ts';

export interface FeatureTiles {
  /** The features of a tile by layer; undefined where there are none. */
  tileAt(z: number, x: number, y: number): TileLayers | undefined;
}

export function createFeatureTiles(features: readonly MapFeature[], maxZoom: number): FeatureTiles {
  const index = new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: features.map(({ classified, geometry }) => ({
        type: 'Feature',
        geometry,
        properties: { ...classified },
      })),
    },
    { maxZoom, extent: TILE_EXTENT, buffer: TILE_BUFFER, tolerance: 2, indexMaxZoom: 5 },
  );
  return {
    tileAt(z, x, y) {
      const tile = index.getTileRaw(z, x, y);
      if (!tile) return undefined;
      const layers = new Map<BasemapLayerName, TileFeature[]>();
      for (const feature of tile.features) {
        // The index hands back the properties it was given above.
        const { layer, minZoom, properties } = feature.tags as unknown as Classified;
        if (z < Math.min(minZoom, maxZoom)) continue;
        const { shape, parts } = toShape(feature);
        const known = layers.get(layer) ?? [];
        layers.set(layer, known);
        known.push({ shape, properties, parts });
      }
      return layers.size > 0 ? layers : undefined;
    },
  };
}

function toShape(feature: RawFeature): Pick<TileFeature, 'shape' | 'parts'> {
  switch (feature.type) {
    case 4:
      return { shape: 'point', parts: [Int32Array.of(feature.x, feature.y)] };
    case 1:
      return { shape: 'point', parts: [Int32Array.from(feature.geometry)] };
    case 2:
      return { shape: 'line', parts: feature.geometry.map((line) => Int32Array.from(line)) };
    case 3:
      return { shape: 'polygon', parts: feature.geometry.map((ring) => Int32Array.from(ring)) };
  }
}

/** West, south, east, north in degrees around the features; undefined where there are none. */
export function boundsOf(
  features: readonly MapFeature[],
): readonly [number, number, number, number] | undefined {
  let west = 180;
  let south = 90;
  let east = -180;
  let north = -90;
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const [x, y] = coordinates;
    if (typeof x === 'number' && typeof y === 'number') {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    } else {
      for (const one of coordinates) visit(one);
    }
  };
  for (const { geometry } of features) {
    if (geometry.type !== 'GeometryCollection') visit(geometry.coordinates);
  }
  return west <= east ? [west, south, east, north] : undefined;
}
