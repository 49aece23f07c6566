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
    readonly places: { params: TileAddress; result: readonly Place[] };
  };
  // biome-ignore lint/complexity/noBannedTypes: a protocol without streams has an empty map of them.
  readonly streams: {};
}
