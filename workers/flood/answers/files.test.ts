import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { aFrame, aPlace } from '#features/flood/layer/a-flood.ts';
import { extentFile, quantityOf, rasterFile } from './files.ts';

const wet = (column: number, row: number) => (column < 30 && row < 20 ? 1.25 : 0);

describe('a run as files', () => {
  it('has depth, level and speed of wet cells and nothing where it is dry', () => {
    const place = aPlace({ width: 100, height: 70, cellM: 5, bedM: (column) => column / 10 });
    const frame = aFrame(
      place,
      wet,
      () => 0.3,
      () => -0.4,
    );
    const at = (quantity: 'depth' | 'level' | 'speed') => quantityOf(frame, place, quantity);
    expect(
      [at('depth')[10], at('level')[10], at('speed')[10]].map((value) => value?.toFixed(3)),
    ).toEqual(['1.250', '2.250', '0.500']);
    expect(at('depth')[31]).toBeNaN();
  });

  it('is a GeoTIFF that names its datum, and polygons', async () => {
    const place = aPlace({ width: 100, height: 70, cellM: 5 });
    const depthM = quantityOf(aFrame(place, wet), place, 'depth');
    const file = rasterFile(place, depthM, {
      run: 'r',
      of: { quantity: 'depth', timeS: 0 },
      metadata: { MODEL: 'simulated' },
    });
    const image = await (await fromArrayBuffer(file.buffer)).getImage();
    expect(await image.getGDALMetadata()).toMatchObject({
      VERTICAL_DATUM: 'EPSG:7837',
      MODEL: 'simulated',
    });
    const extent = JSON.parse(
      extentFile(place, depthM, { run: 'r', thresholdsM: [0.3], properties: {} }),
    );
    expect(extent.type).toBe('FeatureCollection');
    expect(extent.features[0].properties.area_m2).toBeGreaterThan(29 * 19 * 25);
  });
});
