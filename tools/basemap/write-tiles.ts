import type { Archive } from '#conversion/basemap/archive.ts';
import type { FeatureTiles } from '#conversion/basemap/geojson-tiles.ts';
import type { PmtilesWriter } from '#conversion/basemap/pmtiles-writer.ts';
import {
  type BasemapLayerName,
  basemapLayers,
  type TileFeature,
  type TileLayers,
} from '#conversion/basemap/schema.ts';
import { type Bounds, tilesWithin } from '#conversion/basemap/tile-grid.ts';
import { countFeatures, formatVectorTile } from '#conversion/basemap/vector-tile.ts';
import { gzip } from './archive-output.ts';

export interface TileWork {
  readonly archives: readonly Archive[];
  readonly features: FeatureTiles | undefined;
  readonly boundsDeg: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly onTile: (done: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

export interface WrittenTiles {
  readonly tiles: number;
  /** Features of each archive at its deepest level; one that crosses tile borders counts in every tile. */
  readonly archiveFeatures: ReadonlyMap<Archive, number>;
}

/** Writes every tile that has something in it. */
export async function writeTiles(writer: PmtilesWriter, work: TileWork): Promise<WrittenTiles> {
  const { minZoom, maxZoom, boundsDeg } = work;
  const levels = Array.from({ length: maxZoom - minZoom + 1 }, (_, index) => minZoom + index);
  const grid = levels.flatMap((z) => tilesWithin(boundsDeg, z));
  const archiveFeatures = new Map<Archive, number>();
  let tiles = 0;
  for (const [done, [z, x, y]] of grid.entries()) {
    work.signal?.throwIfAborted();
    const bytes = await tileBytes(work, z, x, y, archiveFeatures);
    if (bytes && bytes.length > 0) {
      await writer.add(z, x, y, await gzip(bytes, { level: 9 }));
      tiles++;
    }
    work.onTile(done + 1, grid.length);
  }
  return { tiles, archiveFeatures };
}

async function tileBytes(
  work: TileWork,
  z: number,
  x: number,
  y: number,
  archiveFeatures: Map<Archive, number>,
): Promise<Uint8Array | undefined> {
  const count = (archive: Archive, features: number) => {
    if (z !== archive.maxZoom) return;
    archiveFeatures.set(archive, (archiveFeatures.get(archive) ?? 0) + features);
  };
  const added = work.features?.tileAt(z, x, y);
  const [only] = work.archives;
  const isUntouched = !added && work.archives.length === 1 && only?.isInSchema && z <= only.maxZoom;
  if (only && isUntouched) {
    const bytes = await only.bytesAt(z, x, y);
    if (bytes) count(only, countFeatures(bytes));
    return bytes;
  }
  const sources: TileLayers[] = [];
  for (const archive of work.archives) {
    const tile = await archive.tileAt(z, x, y);
    if (!tile) continue;
    sources.push(tile);
    count(
      archive,
      Array.from(tile.values()).reduce((sum, { length }) => sum + length, 0),
    );
  }
  if (added) sources.push(added);
  return formatVectorTile(merge(sources));
}

function merge(sources: readonly TileLayers[]): Map<BasemapLayerName, readonly TileFeature[]> {
  const merged = new Map<BasemapLayerName, readonly TileFeature[]>();
  for (const layer of basemapLayers) {
    merged.set(
      layer,
      sources.flatMap((source) => source.get(layer) ?? []),
    );
  }
  return merged;
}

/** The `vector_layers` of the archive's metadata; `kind` marks the schema for readers, ours included. */
export function describeLayers(minZoom: number, maxZoom: number) {
  return basemapLayers.map((id) => ({
    id,
    fields: { kind: 'String', ...(id !== 'earth' && { name: 'String' }) },
    minzoom: minZoom,
    maxzoom: maxZoom,
  }));
}
