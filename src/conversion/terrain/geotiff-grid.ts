import type { GeoTIFF, GeoTIFFImage } from 'geotiff';
import type { CompoundCrs } from '#model/crs.ts';
import type { ElevationGrid } from '#model/elevation-grid.ts';
import { InputError } from '#model/input-error.ts';
import { readGeoTiffCrs } from './geotiff-crs.ts';
import { readPlacement } from './geotiff-placement.ts';
import { surveyDateOfItems } from './survey-date.ts';

export interface ReadGeoTiffOptions {
  /** Stands before the CRS that the file names. */
  readonly crs?: CompoundCrs;
  /** Most cells to hold; a larger raster is averaged by a whole factor while it is read. */
  readonly limitCells?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** 100 million heights are 400 MB. */
const LIMIT_CELLS = 100e6;
const WINDOW_CELLS = 4e6;
// What writers use for "nothing here" without saying so; no ground lies there.
const USUAL_NODATA = [-9999, -32768, -32767, -3.4028234663852886e38, 3.4028234663852886e38];

/**
 * Reads the first band of a GeoTIFF as heights, window by window, so that a raster larger than memory can be
 * read at a coarser size. Takes scale, offset, unit, nodata and registration (area or point) from the file.
 *
 * @throws InputError where the file is no elevation model or its place on Earth can't be told.
 */
export async function readGeoTiffGrid(
  tiff: GeoTIFF,
  file: string,
  options: ReadGeoTiffOptions = {},
): Promise<ElevationGrid> {
  const image = await tiff.getImage(0).catch((cause: unknown) => {
    const sentence = 'this TIFF can’t be read; its header is damaged or cut short.';
    throw new InputError({ file }, sentence, { cause });
  });
  checkIsElevation(image, file);
  const columns = image.getWidth();
  const rows = image.getHeight();
  const placement = await readPlacement(image, file);
  const crs = options.crs ?? readGeoTiffCrs(image.getGeoKeys() ?? {}, placement, file);
  const toMetres = await readHeightScale(image, crs, file);
  const isNodata = createNodataTest(image);

  const factor = Math.ceil(Math.sqrt((columns * rows) / (options.limitCells ?? LIMIT_CELLS)));
  const width = Math.ceil(columns / factor);
  const height = Math.ceil(rows / factor);
  const heightsM = new Float32Array(width * height).fill(Number.NaN);
  const windowRows = toWindowRows(image, factor);
  for (let top = 0; top < rows; top += windowRows) {
    options.signal?.throwIfAborted();
    const bottom = Math.min(rows, top + windowRows);
    const values = await readWindow(image, file, top, bottom, options.signal);
    const known = Float32Array.from(values, (value) =>
      isNodata(value) ? Number.NaN : toMetres(value),
    );
    for (let row = Math.floor(top / factor); row * factor < bottom; row++) {
      const first = row * factor - top;
      const last = Math.min(first + factor, bottom - top);
      averageRow(
        known,
        columns,
        first,
        last,
        factor,
        heightsM.subarray(row * width, row * width + width),
      );
    }
    options.onProgress?.(bottom, rows);
  }
  if (placement.isSouthUp) flipRows(heightsM, width, height);
  const { west, north, cellX, cellY } = placement;
  const surveyed = surveyDateOfItems((await image.getGDALMetadata().catch(() => null)) ?? {});
  return {
    width,
    height,
    west,
    north,
    cellX: cellX * factor,
    cellY: cellY * factor,
    crs,
    ...(surveyed !== undefined && { surveyed }),
    heightsM,
  };
}

function checkIsElevation(image: GeoTIFFImage, file: string): void {
  const bands = image.getSamplesPerPixel();
  const bits = image.getBitsPerSample(0);
  if (bands >= 3 || bits < 8) {
    throw new InputError(
      { file },
      `this GeoTIFF has ${bands} bands of ${bits} bits, which is a picture; expected one band of heights.`,
    );
  }
}

async function readWindow(
  image: GeoTIFFImage,
  file: string,
  top: number,
  bottom: number,
  signal: AbortSignal | undefined,
): Promise<ArrayLike<number>> {
  try {
    const window = [0, top, image.getWidth(), bottom];
    const [values] = await image.readRasters({
      window,
      samples: [0],
      interleave: false,
      ...(signal && { signal }),
    });
    if (!values) throw new RangeError('The raster has no first band.');
    return values;
  } catch (cause) {
    signal?.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      { file, at: `rows ${top}–${bottom - 1}` },
      `the heights can't be decoded (${reason}); the file may be cut short or damaged.`,
      { cause },
    );
  }
}

/** Rows a window: whole blocks of the file and whole output rows where both fit. */
function toWindowRows(image: GeoTIFFImage, factor: number): number {
  const block = Math.min(image.getTileHeight(), image.getHeight());
  const wanted = Math.max(1, Math.floor(WINDOW_CELLS / image.getWidth() / block)) * block;
  return Math.max(factor, Math.ceil(wanted / factor) * factor);
}

// A coarse cell is known where at least half of what it covers is.
function averageRow(
  known: Float32Array,
  columns: number,
  first: number,
  last: number,
  factor: number,
  out: Float32Array,
): void {
  if (factor === 1) {
    out.set(known.subarray(first * columns, last * columns));
    return;
  }
  for (let column = 0; column < out.length; column++) {
    const from = column * factor;
    const to = Math.min(from + factor, columns);
    let sum = 0;
    let count = 0;
    for (let row = first; row < last; row++) {
      for (let at = row * columns + from; at < row * columns + to; at++) {
        const value = known[at]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
    }
    out[column] = count * 2 >= (last - first) * (to - from) ? sum / count : Number.NaN;
  }
}

function flipRows(values: Float32Array, width: number, height: number): void {
  for (let top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
    const row = values.slice(top * width, top * width + width);
    values.copyWithin(top * width, bottom * width, bottom * width + width);
    values.set(row, bottom * width);
  }
}

function createNodataTest(image: GeoTIFFImage): (value: number) => boolean {
  const named = image.getGDALNoData();
  // A 32-bit raster stores the nearest 32-bit number to what the tag spells out.
  const isSingle = image.getSampleFormat(0) === 3 && image.getBitsPerSample(0) === 32;
  const values = new Set(
    (named === null ? USUAL_NODATA : [named]).map((value) =>
      isSingle ? Math.fround(value) : value,
    ),
  );
  return (value) => !Number.isFinite(value) || values.has(value);
}

const FEET: Readonly<Record<string, number>> = {
  ft: 0.3048,
  foot: 0.3048,
  feet: 0.3048,
  sfoot: 1200 / 3937,
  'us-ft': 1200 / 3937,
  'us survey foot': 1200 / 3937,
  'us survey feet': 1200 / 3937,
};
const UNIT_KEYS: Readonly<Record<number, number>> = { 9001: 1, 9002: 0.3048, 9003: 1200 / 3937 };

async function readHeightScale(
  image: GeoTIFFImage,
  crs: CompoundCrs,
  file: string,
): Promise<(value: number) => number> {
  const metadata = (await image.getGDALMetadata(0)) ?? {};
  const read = (name: string, usual: number): number => {
    const value = metadata[name] === undefined ? usual : Number(metadata[name]);
    if (Number.isFinite(value)) return value;
    throw new InputError({ file }, `${name} is “${String(metadata[name])}”; expected a number.`);
  };
  const scale = read('SCALE', 1);
  const offset = read('OFFSET', 0);
  const key = Number(image.getGeoKeys()?.VerticalUnitsGeoKey);
  const unit = String(metadata.UNITTYPE ?? '').toLowerCase();
  const metresPerUnit = FEET[unit] ?? UNIT_KEYS[key] ?? crs.vertical.metresPerUnit;
  return (value) => (value * scale + offset) * metresPerUnit;
}
