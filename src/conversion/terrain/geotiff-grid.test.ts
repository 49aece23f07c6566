import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { sampleElevation } from '#model/elevation-grid.ts';
import { InputError } from '#model/input-error.ts';
import { type ReadGeoTiffOptions, readGeoTiffGrid } from './geotiff-grid.ts';

interface Tiff {
  width: number;
  height: number;
  /** Row-major from the first row. */
  values: Float32Array | Int16Array | Uint8Array;
  bands?: number;
  scale?: [number, number, number];
  tie?: number[];
  matrix?: number[];
  keys?: [number, number][];
  nodata?: string;
  metadata?: string;
}

const KEY = {
  model: 1024,
  raster: 1025,
  geographic: 2048,
  projected: 3072,
  vertical: 4096,
  verticalUnits: 4099,
};
const RD = [
  [KEY.model, 1],
  [KEY.raster, 1],
  [KEY.projected, 28992],
] as [number, number][];

/** A little-endian TIFF of one strip, with the tags that matter here. */
function writeTiff(tiff: Tiff): ArrayBuffer {
  const { values } = tiff;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const ascii = (text: string) => [...`${text}\0`].map((letter) => letter.charCodeAt(0));
  const bands = tiff.bands ?? 1;
  const format = values instanceof Float32Array ? 3 : values instanceof Int16Array ? 2 : 1;
  const keys = tiff.keys ?? RD;
  const SHORT = 3,
    LONG = 4,
    ASCII = 2,
    DOUBLE = 12;
  const tags: [number, number, number[]][] = [
    [256, LONG, [tiff.width]],
    [257, LONG, [tiff.height]],
    [258, SHORT, Array(bands).fill(values.BYTES_PER_ELEMENT * 8)],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    [273, LONG, [8]],
    [277, SHORT, [bands]],
    [278, LONG, [tiff.height]],
    [279, LONG, [bytes.length]],
    [339, SHORT, Array(bands).fill(format)],
  ];
  if (tiff.matrix) tags.push([34264, DOUBLE, tiff.matrix]);
  else if (tiff.scale !== undefined || !tiff.tie?.includes(Number.NaN)) {
    tags.push([33550, DOUBLE, tiff.scale ?? [10, 10, 0]]);
    tags.push([33922, DOUBLE, tiff.tie ?? [0, 0, 0, 85000, 446000, 0]]);
  }
  tags.push([
    34735,
    SHORT,
    [1, 1, 0, keys.length, ...keys.flatMap(([key, value]) => [key, 0, 1, value])],
  ]);
  if (tiff.metadata) tags.push([42112, ASCII, ascii(tiff.metadata)]);
  if (tiff.nodata) tags.push([42113, ASCII, ascii(tiff.nodata)]);
  tags.sort((a, b) => a[0] - b[0]);

  const size = { [SHORT]: 2, [LONG]: 4, [ASCII]: 1, [DOUBLE]: 8 } as Record<number, number>;
  const directory = 8 + Math.ceil(bytes.length / 8) * 8;
  let free = directory + 2 + tags.length * 12 + 4;
  const view = new DataView(
    new ArrayBuffer(
      free + tags.reduce((sum, [, type, list]) => sum + 8 + list.length * size[type]!, 0),
    ),
  );
  new Uint8Array(view.buffer).set(bytes, 8);
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, directory, true);
  view.setUint16(directory, tags.length, true);
  tags.forEach(([tag, type, list], index) => {
    const entry = directory + 2 + index * 12;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, list.length, true);
    const isInline = list.length * size[type]! <= 4;
    if (!isInline) view.setUint32(entry + 8, free, true);
    list.forEach((value, at) => {
      const where = (isInline ? entry + 8 : free) + at * size[type]!;
      if (type === DOUBLE) view.setFloat64(where, value, true);
      else if (type === LONG) view.setUint32(where, value, true);
      else if (type === SHORT) view.setUint16(where, value, true);
      else view.setUint8(where, value);
    });
    if (!isInline) free += Math.ceil((list.length * size[type]!) / 8) * 8;
  });
  return view.buffer;
}

async function read(tiff: Tiff, options?: ReadGeoTiffOptions) {
  return readGeoTiffGrid(await fromArrayBuffer(writeTiff(tiff)), 'dem.tif', options);
}

const small: Tiff = { width: 3, height: 2, values: Float32Array.of(1, 2, 3, 4, 5, 6) };

describe('readGeoTiffGrid', () => {
  it('reads place, size, CRS and heights', async () => {
    const grid = await read(small);
    expect(grid).toMatchObject({
      width: 3,
      height: 2,
      west: 85000,
      north: 446000,
      cellX: 10,
      cellY: 10,
    });
    expect(grid.crs.horizontal.code).toBe('EPSG:28992');
    expect(grid.crs.vertical.code).toBe('EPSG:5709');
    expect([...grid.heightsM]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sampleElevation(grid, 85015, 445995)).toBe(2);
    expect(sampleElevation(grid, 85010, 445990)).toBe(3);
  });

  it('shifts by half a cell where pixels are points', async () => {
    const grid = await read({
      ...small,
      keys: [
        [KEY.model, 1],
        [KEY.raster, 2],
        [KEY.projected, 28992],
      ],
    });
    expect(grid).toMatchObject({ west: 84995, north: 446005 });
  });

  it('places by a tie point inside the raster and by a transformation alike', async () => {
    expect(await read({ ...small, tie: [1, 1, 0, 85010, 445990, 0] })).toMatchObject({
      west: 85000,
      north: 446000,
    });
    const matrix = [10, 0, 0, 85000, 0, -10, 0, 446000, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(await read({ ...small, matrix })).toMatchObject({
      west: 85000,
      north: 446000,
      cellX: 10,
      cellY: 10,
    });
  });

  it('turns a raster whose first row is the south the right way up', async () => {
    const matrix = [10, 0, 0, 85000, 0, 10, 0, 445980, 0, 0, 1, 0, 0, 0, 0, 1];
    const grid = await read({ ...small, matrix });
    expect([...grid.heightsM]).toEqual([4, 5, 6, 1, 2, 3]);
    expect(grid.north).toBe(446000);
  });

  it('takes nodata from the tag, in 32 bits where the raster has 32', async () => {
    const least = -3.4028234663852886e38;
    const values = Float32Array.of(1, least, 3, -9999, 5, Number.NaN);
    const tagged = await read({ ...small, values, nodata: '-3.4028234663852886e+38' });
    expect([...tagged.heightsM]).toEqual([1, Number.NaN, 3, -9999, 5, Number.NaN]);
    const untagged = await read({ ...small, values });
    expect([...untagged.heightsM]).toEqual([1, Number.NaN, 3, Number.NaN, 5, Number.NaN]);
  });

  it('applies scale, offset and unit of the file', async () => {
    const metadata =
      '<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.1</Item><Item name="OFFSET" sample="0" role="offset">5</Item></GDALMetadata>';
    const scaled = await read({
      ...small,
      values: Int16Array.of(10, 20, 30, 40, 50, -32768),
      metadata,
    });
    expect(scaled.heightsM[0]).toBeCloseTo(6, 5);
    expect(scaled.heightsM[5]).toBeNaN();
    const feet = await read({
      ...small,
      keys: [...RD, [KEY.vertical, 5709], [KEY.verticalUnits, 9002]],
    });
    expect(feet.heightsM[5]).toBeCloseTo(6 * 0.3048, 5);
    const state = await read({
      ...small,
      tie: [0, 0, 0, 982000, 199000, 0],
      keys: [
        [KEY.model, 1],
        [KEY.raster, 1],
        [KEY.projected, 2263],
        [KEY.vertical, 6360],
      ],
    });
    expect(state.heightsM[0]).toBeCloseTo(1200 / 3937, 6);
  });

  it('reads vertical keys, ellipsoidal ones too', async () => {
    const keys: [number, number][] = [
      [KEY.model, 1],
      [KEY.raster, 1],
      [KEY.projected, 25832],
      [KEY.vertical, 7837],
    ];
    expect((await read({ ...small, keys })).crs).toMatchObject({
      vertical: { code: 'EPSG:7837' },
      verticalIsAssumed: false,
    });
    keys[3] = [KEY.vertical, 5030];
    expect((await read({ ...small, keys })).crs.vertical.surface).toBe('ellipsoid');
  });

  it('reads longitude and latitude with east first', async () => {
    const keys: [number, number][] = [
      [KEY.model, 2],
      [KEY.raster, 1],
      [KEY.geographic, 4326],
    ];
    const grid = await read({
      ...small,
      keys,
      scale: [0.001, 0.001, 0],
      tie: [0, 0, 0, 139.7, 35.7, 0],
    });
    expect(grid).toMatchObject({ west: 139.7, north: 35.7 });
  });

  it('averages a raster that is too large by a whole factor, and keeps holes holes', async () => {
    const values = Float32Array.from({ length: 60 }, (_, at) =>
      at % 10 > 7 ? -9999 : Math.floor(at / 10),
    );
    const grid = await read(
      { ...small, width: 10, height: 6, values, nodata: '-9999' },
      { limitCells: 20 },
    );
    expect(grid).toMatchObject({ width: 5, height: 3, cellX: 20, cellY: 20 });
    expect([...grid.heightsM]).toEqual([
      0.5,
      0.5,
      0.5,
      0.5,
      Number.NaN,
      2.5,
      2.5,
      2.5,
      2.5,
      Number.NaN,
      4.5,
      4.5,
      4.5,
      4.5,
      Number.NaN,
    ]);
  });

  it('takes the CRS it is told before the file’s', async () => {
    const { crs } = await read(small);
    const grid = await read({ ...small, keys: [[KEY.model, 1]] }, { crs });
    expect(grid.crs).toBe(crs);
  });

  it.each([
    [
      'a picture',
      { values: new Uint8Array(18), bands: 3 },
      'has 3 bands of 8 bits, which is a picture',
    ],
    [
      'a file without a CRS',
      { keys: [[KEY.model, 1]] as [number, number][] },
      'names no coordinate reference system; give it with --crs EPSG:…. Coordinates like 85015, 445990 could be EPSG:7415',
    ],
    [
      'an unknown CRS',
      {
        keys: [
          [KEY.model, 1],
          [KEY.projected, 28991],
        ] as [number, number][],
      },
      'EPSG:28991 is not among the known',
    ],
    [
      'an unknown height system',
      { keys: [...RD, [KEY.vertical, 9999]] as [number, number][] },
      'height system EPSG:9999',
    ],
    [
      'degrees that are metres',
      {
        keys: [
          [KEY.model, 2],
          [KEY.geographic, 4326],
        ] as [number, number][],
      },
      'is outside EPSG:4326; expected longitude and latitude in degrees',
    ],
    [
      'a rotated raster',
      { matrix: [9, 1, 0, 85000, -1, 9, 0, 446000, 0, 0, 1, 0, 0, 0, 0, 1] },
      'rotated',
    ],
    ['no place', { tie: [Number.NaN] }, 'no place on Earth'],
    ['cells of no size', { scale: [0, 10, 0] as [number, number, number] }, 'a pixel is 0 × -10'],
    [
      'a scale that is a word',
      { metadata: '<GDALMetadata><Item name="SCALE" sample="0">much</Item></GDALMetadata>' },
      'SCALE is “much”; expected a number.',
    ],
  ])('refuses %s in one sentence', async (_, change, sentence) => {
    const failed = await read({ ...small, ...change }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(InputError);
    expect((failed as InputError).message).toContain(sentence);
    expect((failed as InputError).message).toMatch(/^dem\.tif/);
  });

  it('says where a file is cut short', async () => {
    const whole = writeTiff({ ...small, width: 100, height: 100, values: new Float32Array(10000) });
    const view = new DataView(whole);
    const directory = view.getUint32(4, true);
    // The strip claims to begin beyond the end.
    for (let entry = 0; entry < view.getUint16(directory, true); entry++) {
      const at = directory + 2 + entry * 12;
      if (view.getUint16(at, true) === 273) view.setUint32(at + 8, whole.byteLength - 10, true);
    }
    const failed = await readGeoTiffGrid(await fromArrayBuffer(whole), 'dem.tif').catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(InputError);
    expect((failed as InputError).message).toContain("rows 0–99: the heights can't be decoded");
  });

  it('stops when it is told to', async () => {
    await expect(read(small, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });
});
