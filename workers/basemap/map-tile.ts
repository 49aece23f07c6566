// A vector tile made ready to be painted at any scale: paths in tile units, grouped by what draws them.

import type { BasemapLayerName, TileFeature, TileLayers } from '#conversion/basemap/schema.ts';
import { joinStreets, type Street } from './street.ts';

export interface DrawnFeature {
  readonly feature: TileFeature;
  /** In tile units. */
  readonly path: Path2D;
  /** Least x, least y, greatest x, greatest y in tile units. */
  readonly box: readonly [number, number, number, number];
}

/** One tile of the archive; `z` is its own level, which may be less than the level it is painted for. */
export interface MapTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  of(layer: BasemapLayerName): readonly DrawnFeature[];
  features(layer: BasemapLayerName): readonly TileFeature[];
  /** Named roads, pieces of the same name joined. */
  readonly streets: () => readonly Street[];
}

export function createMapTile(z: number, x: number, y: number, layers: TileLayers): MapTile {
  const drawn = new Map<BasemapLayerName, readonly DrawnFeature[]>();
  let streets: readonly Street[] | undefined;
  return {
    z,
    x,
    y,
    of(layer) {
      let features = drawn.get(layer);
      if (!features) {
        features = (layers.get(layer) ?? []).map(toDrawn);
        drawn.set(layer, features);
      }
      return features;
    },
    features: (layer) => layers.get(layer) ?? [],
    streets: () => {
      streets ??= joinStreets(layers.get('roads') ?? []);
      return streets;
    },
  };
}

function toDrawn(feature: TileFeature): DrawnFeature {
  const path = new Path2D();
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const part of feature.parts) {
    for (let at = 0; at < part.length; at += 2) {
      const x = part[at]!;
      const y = part[at + 1]!;
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    if (feature.shape === 'polygon') path.closePath();
  }
  return { feature, path, box: [left, top, right, bottom] };
}
