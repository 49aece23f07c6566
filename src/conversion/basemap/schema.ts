// The Protomaps basemap schema, as far as Panopolis writes and paints it: which layers a tile has and
// what a feature in one looks like. Coordinates are tile units, 4,096 to a side, y down.

export const basemapLayers = [
  'earth',
  'landcover',
  'landuse',
  'water',
  'boundaries',
  'buildings',
  'roads',
  'transit',
  'places',
  'pois',
] as const;

export type BasemapLayerName = (typeof basemapLayers)[number];

export const isBasemapLayer = (name: string): name is BasemapLayerName =>
  basemapLayers.some((layer) => layer === name);

/** Units to a tile's side. */
export const TILE_EXTENT = 4096;

/** Deepest level written where no archive says otherwise: 4,096 units of 0.3 m at the equator. */
export const DEEPEST_ZOOM = 15;

export type Shape = 'point' | 'line' | 'polygon';

export type Properties = Readonly<Record<string, string | number | boolean>>;

export interface TileFeature {
  readonly shape: Shape;
  readonly properties: Properties;
  /** Points in one part; each line in one part; each ring, closed, outer ones clockwise, in one part: x, y pairs. */
  readonly parts: readonly Int32Array[];
}

/** The features of one tile by layer, in drawing order. */
export type TileLayers = ReadonlyMap<BasemapLayerName, readonly TileFeature[]>;

/** Where a feature belongs and from which zoom level on it is worth a tile's bytes. */
export interface Classified {
  readonly layer: BasemapLayerName;
  readonly minZoom: number;
  readonly properties: Properties;
}
