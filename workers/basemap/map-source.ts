// The archive behind the map: opened once by its address, its tiles read by range requests and kept.

import { FetchSource } from 'pmtiles';
import { type Archive, openArchive } from '#conversion/basemap/archive.ts';
import { landAround } from './edge-fade.ts';
import { createMapTile, type MapTile } from './map-tile.ts';
import type { OpenedBasemap, TileAddress } from './protocol.ts';
import { LatestCache } from './tile-cache.ts';

/** Tiles of 0.2–2 MB when made ready; at street level one covers 1.5 km. */
const KEPT_TILES = 64;

export interface MapSource {
  open(url: string): Promise<OpenedBasemap>;
  readonly boundsDeg: readonly [number, number, number, number];
  readonly maxZoom: number;
  /** The archive's tile for the address: itself, or above the deepest level the one it lies in. */
  tileFor(address: TileAddress): Promise<MapTile | undefined>;
}

export function createMapSource(): MapSource {
  let archive: Archive | undefined;
  let tiles = new LatestCache<MapTile | undefined>(KEPT_TILES);

  function opened(): Archive {
    if (!archive) throw new Error('The basemap was asked for a tile before it was opened.');
    return archive;
  }

  return {
    async open(url) {
      const file = new URL(url).pathname.split('/').at(-1) ?? url;
      archive = await openArchive(new FetchSource(url), file);
      tiles = new LatestCache(KEPT_TILES);
      const { minZoom, maxZoom, boundsDeg, attribution } = archive;
      return { minZoom, maxZoom, boundsDeg, landDeg: landAround(boundsDeg), attribution };
    },
    get boundsDeg() {
      return opened().boundsDeg;
    },
    get maxZoom() {
      return opened().maxZoom;
    },
    async tileFor({ z, x, y }) {
      const source = opened();
      const levels = Math.max(0, z - source.maxZoom);
      const [level, column, row] = [z - levels, x >> levels, y >> levels];
      return tiles.get(`${level}/${column}/${row}`, async () => {
        const layers = await source.tileAt(level, column, row);
        return layers && createMapTile(level, column, row, layers);
      });
    },
  };
}
