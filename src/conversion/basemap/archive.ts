// Reads a PMTiles archive into layers of the basemap schema, whatever schema its tiles are in.

import { PMTiles, type Source, TileType } from 'pmtiles';
import { InputError } from '#model/input-error.ts';
import { classify } from './classify.ts';
import { cutFeatures } from './cut.ts';
import {
  type BasemapLayerName,
  isBasemapLayer,
  type TileFeature,
  type TileLayers,
} from './schema.ts';
import { parseVectorTile } from './vector-tile.ts';

export interface Archive {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly boundsDeg: readonly [number, number, number, number];
  /** Plain text, without markup. */
  readonly attribution: string | undefined;
  /** True where its tiles are in the basemap schema already and may be copied as they are. */
  readonly isInSchema: boolean;
  /** The tile's bytes, not compressed; undefined where it has none. */
  bytesAt(z: number, x: number, y: number): Promise<Uint8Array | undefined>;
  /** The tile in the basemap schema; below the archive's deepest level, cut from the parent that has it. */
  tileAt(z: number, x: number, y: number): Promise<TileLayers | undefined>;
}

/** Throws `InputError` where the source is no PMTiles v3 archive of vector tiles. */
export async function openArchive(source: Source, file: string): Promise<Archive> {
  const archive = new PMTiles(source);
  const { header, metadata } = await readHead(archive, file);
  if (header.tileType !== TileType.Mvt) {
    throw new InputError(
      { file },
      `holds tiles of type ${header.tileType}; expected vector tiles (1).`,
    );
  }
  const isInSchema = hasSchema(metadata);

  const bytesAt = async (z: number, x: number, y: number) => {
    const at = `tile ${z}/${x}/${y}`;
    try {
      const tile = await archive.getZxy(z, x, y);
      return tile ? new Uint8Array(tile.data) : undefined;
    } catch (cause) {
      throw new InputError({ file, at }, "can't be unpacked; the archive is damaged.", { cause });
    }
  };

  async function readTile(z: number, x: number, y: number): Promise<TileLayers | undefined> {
    const bytes = await bytesAt(z, x, y);
    if (!bytes) return undefined;
    try {
      return toSchema(parseVectorTile(bytes), isInSchema, z);
    } catch (cause) {
      const at = `tile ${z}/${x}/${y}`;
      throw new InputError({ file, at }, 'is no vector tile; the archive is damaged.', { cause });
    }
  }

  return {
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    boundsDeg: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    attribution: toPlainText(metadata.attribution),
    isInSchema,
    bytesAt,
    async tileAt(z, x, y) {
      const levels = z - header.maxZoom;
      if (levels <= 0) return readTile(z, x, y);
      const [column, row] = [x >> levels, y >> levels];
      const parent = await readTile(header.maxZoom, column, row);
      if (!parent) return undefined;
      const cut = new Map<BasemapLayerName, TileFeature[]>();
      for (const [layer, features] of parent) {
        cut.set(layer, cutFeatures(features, levels, x - (column << levels), y - (row << levels)));
      }
      return cut;
    },
  };
}

async function readHead(archive: PMTiles, file: string) {
  try {
    const header = await archive.getHeader();
    if (header.specVersion !== 3) throw new Error(`has version ${header.specVersion}`);
    const metadata: unknown = await archive.getMetadata();
    return { header, metadata: isRecord(metadata) ? metadata : {} };
  } catch (cause) {
    throw new InputError({ file }, 'is no PMTiles archive of version 3, or a damaged one.', {
      cause,
    });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The current schema says `kind`; the first Protomaps schemas said `pmap:kind` and had layers of their own. */
function hasSchema({ vector_layers: layers }: Record<string, unknown>): boolean {
  return (
    Array.isArray(layers) &&
    layers.length > 0 &&
    layers.every((layer) => isRecord(layer) && isBasemapLayer(String(layer.id))) &&
    layers.every(
      (layer) => layer.id !== 'roads' || (isRecord(layer.fields) && 'kind' in layer.fields),
    )
  );
}

function toPlainText(markup: unknown): string | undefined {
  if (typeof markup !== 'string') return undefined;
  const text = markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function toSchema(
  layers: ReadonlyMap<string, readonly TileFeature[]>,
  isInSchema: boolean,
  z: number,
): TileLayers {
  const own = new Map<BasemapLayerName, TileFeature[]>();
  const add = (layer: BasemapLayerName, feature: TileFeature) => {
    const known = own.get(layer) ?? [];
    own.set(layer, known);
    known.push(feature);
  };
  for (const [name, features] of layers) {
    for (const feature of features) {
      if (isInSchema) {
        if (isBasemapLayer(name)) add(name, feature);
        continue;
      }
      const classified =
        name === 'mask' ? undefined : classify(feature.properties, feature.shape, name);
      // An archive's own levels are kept but for points, of which the old schema gave thousands.
      if (!classified || (feature.shape === 'point' && z < classified.minZoom - 1)) continue;
      add(classified.layer, { ...feature, properties: classified.properties });
    }
  }
  return own;
}
