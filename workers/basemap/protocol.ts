import type { Protocol } from '../port.ts';

export type BasemapTheme = 'dark' | 'light';

export interface TileAddress {
  /** Web Mercator level, column and row; row 0 in the north. */
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export interface TilePicture extends TileAddress {
  readonly theme: BasemapTheme;
  /** Side of the picture, px. */
  readonly sizePx: number;
  /** Names of streets along the streets, in the language where the map has it. */
  readonly streetNames: 'en' | 'zh' | 'none';
}

export interface OpenedBasemap {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly boundsDeg: readonly [number, number, number, number];
  /** The same with the plain land around the map, beyond which no tile is painted. */
  readonly landDeg: readonly [number, number, number, number];
  readonly attribution: string | undefined;
}

export type PlaceKind =
  | 'country'
  | 'region'
  | 'city'
  | 'town'
  | 'village'
  | 'district'
  | 'neighbourhood'
  | 'water'
  | 'park'
  | 'station'
  | 'landmark';

/** A name that stands upright on the globe. */
export interface Place {
  /** The same for the same place in every tile. */
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly nameEn: string | undefined;
  readonly nameZh: string | undefined;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** The greater, the more it has to be seen. */
  readonly priority: number;
  /** Map level from which on it is worth showing. */
  readonly fromZoom: number;
}

/** A raster over bounds, one byte a cell, rows from the north on the Mercator grid. */
export interface PlaceMap {
  readonly boundsDeg: readonly [number, number, number, number];
  readonly width: number;
  readonly height: number;
  readonly texels: Uint8Array;
  /** Sides beyond which open water goes on: west, south, east, north. */
  readonly open?: readonly [boolean, boolean, boolean, boolean];
}

export interface StreetLight {
  /** Two bytes a cell: how brightly lamps light it, and whether it is a street. */
  readonly map: PlaceMap;
  /** Longitude, latitude (degrees), height of the head above the ellipsoid and of the mast (m) of each lamp. */
  readonly lamps: Float64Array;
}

/** Vector tiles of one archive, painted and searched for names. Every call before `open` is refused. */
export interface BasemapProtocol extends Protocol {
  readonly calls: {
    /** Reads the archive's head; a file that is no PMTiles archive of vector tiles is an `InputError`. */
    readonly open: { params: { readonly url: string }; result: OpenedBasemap };
    /**
     * The painted tile, upside down and with straight alpha as WebGL takes it (it can't turn an
     * ImageBitmap on the way into a texture); undefined where neither the archive nor its surroundings reach.
     */
    readonly paint: { params: TilePicture; result: ImageBitmap | undefined };
    /** Distance to the shore in half metres from 128 up, inside of water; undefined where there is none. */
    readonly water: { params: { readonly mostPx: number }; result: PlaceMap | undefined };
    /**
     * Lamps along the streets of a collection (GeoJSON, a feature a line, with heights) and what they light within
     * the bounds; without one, streets of the map glow evenly.
     */
    readonly streetLight: {
      params: {
        readonly boundsDeg: readonly [number, number, number, number];
        readonly streetsUrl: string | undefined;
        readonly mostPx: number;
      };
      result: StreetLight;
    };
    readonly places: { params: TileAddress; result: readonly Place[] };
  };
  // biome-ignore lint/complexity/noBannedTypes: a protocol without streams has an empty map of them.
  readonly streams: {};
}
