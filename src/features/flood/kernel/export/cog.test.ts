import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { NO_DATA, toCog } from './cog.ts';

const place = {
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
  ...{ west: 604_000, north: 6_018_000, cellX: 5, cellY: 5 },
};

function aRaster(width: number, height: number) {
  const values = new Float32Array(width * height);
  for (let cell = 0; cell < values.length; cell++) {
    values[cell] = cell % 7 === 0 ? Number.NaN : Math.fround(Math.sin(cell) * 3.3);
  }
  return { width, height, values, metadata: { UNIT: 'm', NOTE: 'a < b' } };
}

describe('a flood as a Cloud Optimized GeoTIFF', () => {
  it('is read back by another reader, value by value, with place, system and words', async () => {
    const raster = aRaster(300, 520);
    const tiff = await fromArrayBuffer(toCog({ ...place, ...raster }).buffer);
    const image = await tiff.getImage();
    expect([image.getWidth(), image.getHeight()]).toEqual([300, 520]);
    expect(image.getBoundingBox()).toEqual([604_000, 6_018_000 - 2600, 605_500, 6_018_000]);
    expect(image.getGeoKeys()).toMatchObject({
      GTModelTypeGeoKey: 1,
      GTRasterTypeGeoKey: 1,
      ProjectedCSTypeGeoKey: 25832,
    });
    expect(image.getGDALNoData()).toBe(NO_DATA);
    expect(await image.getGDALMetadata()).toMatchObject({ UNIT: 'm', NOTE: 'a &lt; b' });
    const [band] = await image.readRasters();
    const expected = raster.values.map((value) => (Number.isNaN(value) ? NO_DATA : value));
    expect(band).toEqual(expected);
  });

  it('has directories first, then tiles from the coarsest overview to the full picture', async () => {
    const file = toCog({ ...place, ...aRaster(1100, 700) });
    const tiff = await fromArrayBuffer(file.buffer);
    expect(await tiff.getImageCount()).toBe(4);
    const sizes: number[][] = [];
    const firsts: number[] = [];
    for (let level = 0; level < 4; level++) {
      const image = await tiff.getImage(level);
      sizes.push([image.getWidth(), image.getHeight(), image.getTileWidth()]);
      const offsets = await image.fileDirectory.loadValue('TileOffsets');
      firsts.push(Number(offsets?.[0]));
    }
    expect(sizes).toEqual([
      [1100, 700, 256],
      [550, 350, 256],
      [275, 175, 256],
      [138, 88, 256],
    ]);
    expect(firsts).toEqual(firsts.toSorted((a, b) => b - a));
    expect(Math.min(...firsts)).toBeGreaterThan(8 + 4 * 12 * 14);
  });

  it('has means of what is known in its overviews', async () => {
    const values = new Float32Array(512 * 2).fill(Number.NaN);
    values.set([1, 3], 0);
    values.set([5, Number.NaN], 512);
    const file = toCog({ ...place, width: 512, height: 2, values, metadata: {} });
    const overview = await (await fromArrayBuffer(file.buffer)).getImage(1);
    const [band] = await overview.readRasters({ window: [0, 0, 2, 1] });
    expect(band).toEqual(new Float32Array([3, NO_DATA]));
  });

  it('names the vertical system of levels, and a system without a code by its name', async () => {
    const raster = aRaster(3, 2);
    const levels = await fromArrayBuffer(toCog({ ...place, ...raster, isLevel: true }).buffer);
    expect((await levels.getImage()).getGeoKeys()).toMatchObject({ VerticalCSTypeGeoKey: 7837 });
    const crs = { horizontal: 'Local grid', vertical: '' };
    const local = await fromArrayBuffer(toCog({ ...place, ...raster, crs }).buffer);
    expect((await local.getImage()).getGeoKeys()).toMatchObject({
      ProjectedCSTypeGeoKey: 32767,
      GTCitationGeoKey: 'Local grid',
    });
    const degrees = { horizontal: 'OGC:CRS84', vertical: 'EPSG:5773' };
    const global = await fromArrayBuffer(toCog({ ...place, ...raster, crs: degrees }).buffer);
    expect((await global.getImage()).getGeoKeys()).toMatchObject({
      GTModelTypeGeoKey: 2,
      GeographicTypeGeoKey: 4326,
    });
  });

  it('says which values don’t fit its size', () => {
    const raster = { ...aRaster(4, 4), width: 5 };
    expect(() => toCog({ ...place, ...raster })).toThrow('16 values don’t fill 5 × 4 cells');
  });
});
