// A Cloud Optimized GeoTIFF of one f32 value a cell: tiled, deflated, with overviews, directories before data.
// Sources: TIFF 6.0, Adobe TIFF Technical Note 3 (predictor 3), OGC GeoTIFF 1.1 (19-008r4), OGC COG 1.0 (21-026).

import { zlibSync } from 'fflate';
import { geoKeys } from './geo-keys.ts';
import { halve, type Raster } from './overview.ts';

export const NO_DATA = -9999;
const TILE = 256;

export interface CogPlace {
  readonly crs: { readonly horizontal: string; readonly vertical: string };
  /** North-west corner and cell size in units of the horizontal CRS; cells count from north to south. */
  readonly west: number;
  readonly north: number;
  readonly cellX: number;
  readonly cellY: number;
}

export interface CogOptions extends CogPlace {
  readonly width: number;
  readonly height: number;
  /** Row-major from the north-west corner; what is not finite becomes `NO_DATA`. */
  readonly values: Float32Array;
  /** Name and unit of the values, what they were found with, the vertical datum …: items of GDAL's metadata. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The values are levels in the vertical CRS, not depths or speeds. */
  readonly isLevel?: boolean;
}

/** Throws `RangeError` where values and size don't fit. */
export function toCog(options: CogOptions): Uint8Array<ArrayBuffer> {
  const { width, height, values } = options;
  if (!(width >= 1 && height >= 1) || values.length !== width * height) {
    throw new RangeError(
      `${values.length} values don’t fill ${width} × ${height} cells; ${width * height} are expected.`,
    );
  }
  const images = pyramid({ width, height, values }).map((raster) => ({
    raster,
    tiles: encodeTiles(raster),
  }));
  const directories = images.map(({ raster, tiles }, level) =>
    level === 0
      ? describe(raster, tiles.length, geoTags(options))
      : describe(raster, tiles.length, [{ tag: 254, type: LONG, values: [1] }, noDataTag]),
  );
  return write(
    directories,
    images.map(({ tiles }) => tiles),
  );
}

function pyramid(full: Raster): readonly Raster[] {
  const levels = [full];
  for (let last = full; Math.max(last.width, last.height) > TILE; ) {
    last = halve(last);
    levels.push(last);
  }
  return levels;
}

function encodeTiles({ width, height, values }: Raster): readonly Uint8Array[] {
  const tiles: Uint8Array[] = [];
  const samples = new Float32Array(TILE * TILE);
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      samples.fill(NO_DATA);
      for (let row = 0; row < Math.min(TILE, height - top); row++) {
        for (let column = 0; column < Math.min(TILE, width - left); column++) {
          const value = values[(top + row) * width + left + column]!;
          if (Number.isFinite(value)) samples[row * TILE + column] = value;
        }
      }
      tiles.push(zlibSync(predict(samples), { level: 6 }));
    }
  }
  return tiles;
}

/** Predictor 3: in each row the bytes of the floats from the most significant plane down, then differences. */
function predict(samples: Float32Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 4);
  const view = new DataView(samples.buffer, samples.byteOffset, samples.byteLength);
  const rowBytes = TILE * 4;
  for (let row = 0; row < samples.length / TILE; row++) {
    const start = row * rowBytes;
    for (let column = 0; column < TILE; column++) {
      const word = view.getUint32((row * TILE + column) * 4, true);
      for (let plane = 0; plane < 4; plane++)
        bytes[start + plane * TILE + column] = word >>> (24 - 8 * plane);
    }
    for (let at = start + rowBytes - 1; at > start; at--)
      bytes[at] = (bytes[at]! - bytes[at - 1]!) & 0xff;
  }
  return bytes;
}

const [ASCII, SHORT, LONG, DOUBLE] = [2, 3, 4, 12] as const;
const sizes: Readonly<Record<number, number>> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

interface Tag {
  readonly tag: number;
  readonly type: number;
  readonly values: readonly number[];
}

const [OFFSETS, COUNTS] = [324, 325] as const;
const toAscii = (text: string): number[] => [...new TextEncoder().encode(text), 0];
const noDataTag: Tag = { tag: 42113, type: ASCII, values: toAscii(String(NO_DATA)) };

function geoTags(options: CogOptions): readonly Tag[] {
  const { cellX, cellY, west, north, metadata } = options;
  const { directory, ascii } = geoKeys(options.crs, options.isLevel === true);
  return [
    { tag: 33550, type: DOUBLE, values: [cellX, cellY, 0] },
    { tag: 33922, type: DOUBLE, values: [0, 0, 0, west, north, 0] },
    { tag: 34735, type: SHORT, values: directory },
    ...(ascii === '' ? [] : [{ tag: 34737, type: ASCII, values: toAscii(ascii) }]),
    { tag: 42112, type: ASCII, values: toAscii(toGdalMetadata(metadata)) },
    noDataTag,
  ];
}

function describe(
  { width, height }: Raster,
  tileCount: number,
  more: readonly Tag[],
): readonly Tag[] {
  const zeros = Array.from({ length: tileCount }, () => 0);
  const tags: readonly Tag[] = [
    { tag: 256, type: LONG, values: [width] },
    { tag: 257, type: LONG, values: [height] },
    { tag: 258, type: SHORT, values: [32] },
    { tag: 259, type: SHORT, values: [8] },
    { tag: 262, type: SHORT, values: [1] },
    { tag: 277, type: SHORT, values: [1] },
    { tag: 284, type: SHORT, values: [1] },
    { tag: 317, type: SHORT, values: [3] },
    { tag: 322, type: SHORT, values: [TILE] },
    { tag: 323, type: SHORT, values: [TILE] },
    { tag: OFFSETS, type: LONG, values: zeros },
    { tag: COUNTS, type: LONG, values: zeros },
    { tag: 339, type: SHORT, values: [3] },
    ...more,
  ];
  return tags.toSorted((a, b) => a.tag - b.tag);
}

const toGdalMetadata = (items: Readonly<Record<string, string>>): string =>
  `<GDALMetadata>${Object.entries(items)
    .map(([name, value]) => `<Item name="${toXml(name)}">${toXml(value)}</Item>`)
    .join('')}</GDALMetadata>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const toXml = (text: string) => text.replace(/[&<>"]/g, (one) => entities[one] ?? one);

/** Header, all directories from the full picture down, then the tiles from the coarsest picture up. */
function write(
  directories: readonly (readonly Tag[])[],
  images: readonly (readonly Uint8Array[])[],
): Uint8Array<ArrayBuffer> {
  const starts: number[] = [];
  let end = 8;
  for (const tags of directories) {
    starts.push(end);
    end += sizeOf(tags);
  }
  const offsets = images.map((tiles) => tiles.map(() => 0));
  for (let level = images.length - 1; level >= 0; level--) {
    for (const [at, tile] of images[level]!.entries()) {
      offsets[level]![at] = end;
      end += tile.length;
    }
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, starts[0] ?? 8, true);
  for (const [level, tags] of directories.entries()) {
    const tiles = images[level]!;
    const filled = tags.map((one) => {
      if (one.tag === OFFSETS) return { ...one, values: offsets[level]! };
      return one.tag === COUNTS ? { ...one, values: tiles.map(({ length }) => length) } : one;
    });
    writeDirectory(view, starts[level]!, filled, starts[level + 1] ?? 0);
    for (const [at, tile] of tiles.entries()) file.set(tile, offsets[level]![at]!);
  }
  return file;
}

const bytesOf = ({ type, values }: Tag) => (sizes[type] ?? 1) * values.length;
const even = (size: number) => size + (size % 2);

const sizeOf = (tags: readonly Tag[]): number =>
  tags.reduce((sum, tag) => sum + 12 + (bytesOf(tag) > 4 ? even(bytesOf(tag)) : 0), 2 + 4);

function writeDirectory(view: DataView, start: number, tags: readonly Tag[], next: number): void {
  let at = start + 2;
  let outside = start + 2 + 12 * tags.length + 4;
  view.setUint16(start, tags.length, true);
  for (const one of tags) {
    view.setUint16(at, one.tag, true);
    view.setUint16(at + 2, one.type, true);
    view.setUint32(at + 4, one.values.length, true);
    const bytes = bytesOf(one);
    if (bytes > 4) {
      view.setUint32(at + 8, outside, true);
      writeValues(view, outside, one);
      outside += even(bytes);
    } else writeValues(view, at + 8, one);
    at += 12;
  }
  view.setUint32(at, next, true);
}

function writeValues(view: DataView, start: number, { type, values }: Tag): void {
  const size = sizes[type] ?? 1;
  for (const [at, value] of values.entries()) {
    const place = start + at * size;
    if (type === DOUBLE) view.setFloat64(place, value, true);
    else if (type === LONG) view.setUint32(place, value, true);
    else if (type === SHORT) view.setUint16(place, value, true);
    else view.setUint8(place, value);
  }
}
