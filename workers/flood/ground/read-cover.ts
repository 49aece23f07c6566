// What covers the ground, out of the city's basemap: land, open water and streets, painted on the run's grid in this
// order. Bridges and tunnels are left out: the ground passes below or above them.

import type { Source } from 'pmtiles';
import { type Archive, openArchive } from '#conversion/basemap/archive.ts';
import type { BasemapLayerName, TileFeature } from '#conversion/basemap/schema.ts';
import { TILE_EXTENT } from '#conversion/basemap/schema.ts';
import { fromTile, tilesWithin } from '#conversion/basemap/tile-grid.ts';
import { fillRings, fillStrip } from '#simulation/flood/ground/polygons.ts';
import { coverCode, coverOf } from '#simulation/flood/ground/roughness.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import type { GridPlaces } from './grid-places.ts';

export interface Cover {
  /** `coverCode` of each cell. */
  readonly cover: Uint8Array;
  /** Index into `waterKinds`. */
  readonly water: Uint8Array;
}

const MOST_TILES = 64;
const KEPT_TILES = 256;
/** Widths of streets that the map gives none of, m. */
const roadWidthM: Readonly<Record<string, number>> = {
  highway: 18,
  major_road: 11,
  minor_road: 7,
  path: 2.5,
};
const RAIL_WIDTH_M = 5;

const waterCodes: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['river', 'canal', 'stream', 'dock', 'basin', 'harbour', 'ditch', 'drain'].map((kind) => [
      kind,
      1,
    ]),
  ),
  ...Object.fromEntries(['ocean', 'sea', 'bay', 'strait', 'lagoon'].map((kind) => [kind, 2])),
  ...Object.fromEntries(['lake', 'reservoir', 'pond', 'oxbow', 'water'].map((kind) => [kind, 3])),
};
const waterCovers = [coverCode('unknown'), coverCode('river'), coverCode('sea'), coverCode('lake')];

interface PlacedTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly layers: ReadonlyMap<BasemapLayerName, readonly TileFeature[]>;
}

export class CoverMap {
  readonly #read: ReadBytes;
  readonly #archives = new Map<string, Promise<Archive>>();
  readonly #tiles = new Map<string, Promise<PlacedTile | undefined>>();

  constructor(read: ReadBytes) {
    this.#read = read;
  }

  async paint(
    url: string,
    boundsDeg: readonly [number, number, number, number],
    grid: { readonly width: number; readonly height: number; readonly cellM: number },
    places: Pick<GridPlaces, 'toGridLine'>,
  ): Promise<Cover> {
    const archive = await this.#open(url);
    let z = archive.maxZoom;
    while (z > archive.minZoom && tilesWithin(boundsDeg, z).length > MOST_TILES) z--;
    const tiles = await Promise.all(
      tilesWithin(boundsDeg, z).map(([, x, y]) => this.#tile(archive, url, z, x, y)),
    );
    const found = tiles.filter((tile) => tile !== undefined);
    return paintTiles(found, grid, places);
  }

  #open(url: string): Promise<Archive> {
    const known = this.#archives.get(url);
    if (known) return known;
    const archive = openArchive(toSource(url, this.#read), url);
    archive.catch(() => this.#archives.delete(url));
    this.#archives.set(url, archive);
    return archive;
  }

  #tile(
    archive: Archive,
    url: string,
    z: number,
    x: number,
    y: number,
  ): Promise<PlacedTile | undefined> {
    const key = `${z}/${x}/${y} ${url}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const tile = archive
      .tileAt(z, x, y)
      .then((layers) => (layers ? { z, x, y, layers } : undefined));
    tile.catch(() => this.#tiles.delete(key));
    this.#tiles.set(key, tile);
    if (this.#tiles.size > KEPT_TILES) {
      const [oldest = ''] = this.#tiles.keys();
      this.#tiles.delete(oldest);
    }
    return tile;
  }
}

const toSource = (url: string, read: ReadBytes): Source => ({
  getKey: () => url,
  getBytes: async (offset, length) => ({ data: await read.range(url, offset, offset + length) }),
});

function paintTiles(
  tiles: readonly PlacedTile[],
  { width, height, cellM }: { width: number; height: number; cellM: number },
  places: Pick<GridPlaces, 'toGridLine'>,
): Cover {
  const cover = new Uint8Array(width * height).fill(coverCode('unknown'));
  const water = new Uint8Array(width * height);
  const fill = (codes: Uint8Array, code: number) => (row: number, first: number, end: number) => {
    codes.fill(code, row * width + first, row * width + end);
  };
  const each = (
    layer: BasemapLayerName,
    paint: (tile: PlacedTile, feature: TileFeature) => void,
  ) => {
    for (const tile of tiles) {
      for (const feature of tile.layers.get(layer) ?? []) paint(tile, feature);
    }
  };
  const kindOf = ({ properties }: TileFeature) => String(properties.kind ?? '');
  const paintArea = (tile: PlacedTile, feature: TileFeature, codes: Uint8Array, code: number) => {
    const rings = feature.parts.map((part) => toGrid(part, tile, places));
    fillRings(rings, width, height, fill(codes, code));
  };
  const paintLines = (tile: PlacedTile, feature: TileFeature, widthM: number, code: number) => {
    for (const part of feature.parts) {
      const reach = Math.max(widthM / cellM / 2, 0);
      fillStrip(toGrid(part, tile, places), reach, width, height, fill(cover, code));
    }
  };
  for (const layer of ['landcover', 'landuse'] as const) {
    each(layer, (tile, feature) => {
      if (feature.shape === 'polygon') {
        paintArea(tile, feature, cover, coverCode(coverOf(kindOf(feature))));
      }
    });
  }
  each('water', (tile, feature) => {
    const code = waterCodes[kindOf(feature)];
    if (feature.shape !== 'polygon' || code === undefined) return;
    paintArea(tile, feature, water, code);
    paintArea(tile, feature, cover, waterCovers[code] ?? 0);
  });
  each('transit', (tile, feature) => {
    const isRail = ['rail', 'light_rail', 'tram'].includes(kindOf(feature));
    if (feature.shape !== 'line' || !isRail || isOff(feature)) return;
    paintLines(tile, feature, RAIL_WIDTH_M, coverCode('rail'));
  });
  each('roads', (tile, feature) => {
    if (feature.shape !== 'line' || isOff(feature)) return;
    const { width: told } = feature.properties;
    const widthM = typeof told === 'number' ? told : (roadWidthM[kindOf(feature)] ?? 4);
    const kind = kindOf(feature) === 'path' ? 'paved' : 'road';
    paintLines(tile, feature, widthM, coverCode(kind));
  });
  return { cover, water };
}

const isOff = ({ properties }: TileFeature) =>
  properties.is_bridge === true || properties.is_tunnel === true;

function toGrid(
  part: Int32Array,
  { z, x, y }: PlacedTile,
  { toGridLine }: Pick<GridPlaces, 'toGridLine'>,
) {
  const flat = new Float64Array(part.length);
  for (let at = 0; at < part.length; at += 2) {
    const [longitude, latitude] = fromTile(
      x + part[at]! / TILE_EXTENT,
      y + part[at + 1]! / TILE_EXTENT,
      z,
    );
    flat[at] = longitude;
    flat[at + 1] = latitude;
  }
  return toGridLine(flat);
}
