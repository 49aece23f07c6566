import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elevationGridHeader } from '#contract/elevation-grid.ts';
import { STEPS } from '#conversion/terrain/quantized-mesh.ts';
import { decodeQuantizedMesh } from '#conversion/terrain/quantized-mesh-decode.ts';
import { tileSize } from '#conversion/terrain/tile-scheme.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { type BuiltTerrain, buildTerrain, type Elevation, openElevation } from './index.ts';

const DEGREE = Math.PI / 180;
const folder = mkdtempSync(join(tmpdir(), 'terrain-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): CompoundCrs {
  const crs = parseCrs(text);
  if (!crs.ok) throw new Error(crs.reason);
  return crs.value;
}

/** A DEM of 5 m cells on the plane 2 m + 1 in 100 up to the east, from a corner in RD. */
function writeDem(
  name: string,
  west: number,
  south: number,
  columns: number,
  rows: number,
): string {
  const path = join(folder, name);
  const row = Array.from({ length: columns }, (_, at) => {
    return (2 + (west + at * 5 + 2.5 - 84000) / 100).toFixed(4);
  }).join(' ');
  const header = `ncols ${columns}\nnrows ${rows}\nxllcorner ${west}\nyllcorner ${south}\ncellsize 5\n`;
  writeFileSync(path, header + `${row}\n`.repeat(rows));
  return path;
}

describe('openElevation', () => {
  it('joins neighbours and gives ellipsoidal heights: NAP plus the geoid', async () => {
    const files = [
      writeDem('a.asc', 84000, 446000, 100, 100),
      writeDem('b.asc', 84500, 446000, 100, 100),
    ];
    const elevation = await openElevation(files, { crs: read('EPSG:7415') });
    expect(elevation.grids.length).toBe(1);
    expect(elevation.grids[0]).toMatchObject({ width: 200, height: 100 });
    // The middle of the grid, RD 84500, 446250, is at 4.36022° E, 52.00238° N; the ground there 7 m NAP.
    const height = elevation.heightAt(4.36022 * DEGREE, 52.00238 * DEGREE);
    expect(height).toBeGreaterThan(7 + 43);
    expect(height).toBeLessThan(7 + 44);
    expect(elevation.heightAt(0, 0)).toBeUndefined();
    expect(elevation.report[0]).toContain('a.asc: 100 × 100 cells of 5 × 5');
  });

  it('reads the CRS from the .prj beside the file', async () => {
    const path = writeDem('c.asc', 84000, 446000, 10, 10);
    writeFileSync(
      join(folder, 'c.prj'),
      'PROJCS["RD",GEOGCS["x",AUTHORITY["EPSG","4289"]],AUTHORITY["EPSG","28992"]]',
    );
    expect((await openElevation([path])).crs.horizontal.code).toBe('EPSG:28992');
  });

  it('reads when the ground was surveyed from what lies beside the file, and says where nothing does', async () => {
    const crs = read('EPSG:7415');
    const dated = writeDem('dated.asc', 84000, 446000, 10, 10);
    writeFileSync(
      `${dated}.aux.xml`,
      '<PAMDataset><Metadata><MDI key="ACQUISITION_DATE">2023-02/2023-04</MDI></Metadata></PAMDataset>',
    );
    const undated = writeDem('undated.asc', 84000, 446000, 10, 10);
    const elevation = await openElevation([dated, undated], { crs });
    expect(elevation.surveyed).toEqual(['2023-02/2023-04', undefined]);
    expect(elevation.report[0]).toContain('surveyed 2023-02/2023-04');
    expect(elevation.report[1]).toContain('survey date not given');
  });

  it.each([
    ['no file', () => join(folder, 'none.asc'), undefined, 'there is no such file'],
    [
      'no CRS',
      () => writeDem('d.asc', 84000, 446000, 2, 2),
      undefined,
      'd.asc: The file names no coordinate reference system; give it with --crs',
    ],
    [
      'the wrong CRS',
      () => writeDem('e.asc', 84000, 446000, 2, 2),
      'EPSG:2056',
      'lies outside the area of EPSG:2056',
    ],
    [
      'no height at all',
      () => {
        const path = join(folder, 'f.asc');
        writeFileSync(
          path,
          'ncols 1\nnrows 1\nxllcorner 84000\nyllcorner 446000\ncellsize 5\n-9999\n',
        );
        return path;
      },
      'EPSG:7415',
      'f.asc: no cell of the raster has a height.',
    ],
    [
      'a damaged TIFF',
      () => {
        const path = join(folder, 'g.tif');
        writeFileSync(path, 'II*\0');
        return path;
      },
      undefined,
      'g.tif: this TIFF can’t be read',
    ],
  ])('says in one sentence what is wrong: %s', async (_, write, crs, sentence) => {
    await expect(openElevation([write()], crs ? { crs: read(crs) } : {})).rejects.toThrow(sentence);
  });
});

describe('buildTerrain from a survey', () => {
  const out = join(folder, 'survey');
  let elevation: Elevation;
  let built: BuiltTerrain;
  const progress: [number, number][] = [];

  beforeAll(async () => {
    elevation = await openElevation([writeDem('h.asc', 84000, 446000, 80, 80)], {
      crs: read('EPSG:7415'),
    });
    built = await buildTerrain({
      ground: elevation,
      boundsDeg: elevation.boundsDeg,
      outFolder: out,
      path: '0123456789ab/terrain',
      onProgress: (done, total) => progress.push([done, total]),
    });
  });

  it('writes every tile that layer.json promises, and a .gz that holds the same', () => {
    const layer = JSON.parse(readFileSync(join(out, 'layer.json'), 'utf8'));
    let count = 0;
    for (const [level, ranges] of layer.available.entries()) {
      for (const { startX, startY, endX, endY } of ranges) {
        for (let x = startX; x <= endX; x++) {
          for (let y = startY; y <= endY; y++) {
            const path = join(out, `${level}/${x}/${y}.terrain`);
            expect(gunzipSync(readFileSync(`${path}.gz`)).equals(readFileSync(path))).toBe(true);
            count++;
          }
        }
      }
    }
    expect(progress.at(-1)).toEqual([count, count]);
    expect(built.files.length).toBe((count + 1) * 2 + 2);
    expect(built.files.every((file) => existsSync(join(out, file)))).toBe(true);
    expect(existsSync(join(out, '0/0/0.terrain')) && existsSync(join(out, '0/1/0.terrain'))).toBe(
      true,
    );
  });

  it('has the surveyed heights in the finest tiles within 6 cm', () => {
    const layer = JSON.parse(readFileSync(join(out, 'layer.json'), 'utf8'));
    const level = layer.maxzoom;
    const size = tileSize(level);
    let compared = 0;
    const { startX, startY, endX, endY } = layer.available[level][0];
    for (let x = startX; x <= endX; x++) {
      for (let y = startY; y <= endY; y++) {
        const tile = decodeQuantizedMesh(readFileSync(join(out, `${level}/${x}/${y}.terrain`)));
        for (let vertex = 0; vertex < tile.u.length; vertex++) {
          const longitude = x * size - Math.PI + (tile.u[vertex]! / STEPS) * size;
          const latitude = y * size - Math.PI / 2 + (tile.v[vertex]! / STEPS) * size;
          const truth = elevation.heightAt(longitude, latitude);
          if (truth === undefined) continue;
          const height =
            tile.minimumM + (tile.h[vertex]! / STEPS) * (tile.maximumM - tile.minimumM);
          expect(Math.abs(height - truth)).toBeLessThan(0.06);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('keeps the survey at full resolution for simulations', () => {
    const header = v.parse(
      elevationGridHeader,
      JSON.parse(readFileSync(join(out, 'grid.json'), 'utf8')),
    );
    expect(header).toEqual({
      width: 80,
      height: 80,
      west: 84000,
      north: 446400,
      cellX: 5,
      cellY: 5,
      crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
      data: 'grid.f32',
    });
    expect(statSync(join(out, 'grid.f32')).size).toBe(80 * 80 * 4);
    expect(readFileSync(join(out, 'grid.f32')).readFloatLE(4)).toBeCloseTo(2.075, 4);
  });

  it('describes itself for the manifest', () => {
    expect(built.layer).toEqual({
      kind: 'terrain',
      id: 'terrain',
      name: 'Terrain',
      tiles: '0123456789ab/terrain',
      grid: '0123456789ab/terrain/grid.json',
      origin: 'survey',
    });
    const [least, greatest] = built.heightM;
    expect(least).toBeGreaterThan(44);
    expect(greatest - least).toBeGreaterThan(3);
    expect(greatest).toBeLessThan(51);
  });
});

it('builds the same bytes from the same footings, and says where they come from', async () => {
  const ground = Array.from({ length: 300 }, (_, at) => ({
    longitude: (4.36 + ((at * 0.754) % 1) * 0.01) * DEGREE,
    latitude: (52 + ((at * 0.569) % 1) * 0.01) * DEGREE,
    groundM: 44 + (at % 7) * 0.05,
  }));
  const build = (name: string) =>
    buildTerrain({
      ground,
      boundsDeg: [4.36, 52, 4.37, 52.01],
      outFolder: join(folder, name),
      path: '0123456789ab/terrain',
    });
  const [first, second] = [await build('feet-1'), await build('feet-2')];
  expect(first.layer).toMatchObject({ origin: 'footings' });
  expect(first.layer.grid).toBeUndefined();
  expect(first.files).toEqual(second.files);
  for (const file of first.files.filter((name) => name.endsWith('.terrain'))) {
    const [a, b] = ['feet-1', 'feet-2'].map((name) => readFileSync(join(folder, name, file)));
    expect(a!.equals(b!)).toBe(true);
  }
  const [least, greatest] = first.heightM;
  expect(least).toBeGreaterThan(43.5);
  expect(greatest).toBeLessThan(44.5);
});

it('resamples grids of different CRSs into the first one’s for simulations', async () => {
  const rd = writeDem('i.asc', 84000, 446000, 40, 40);
  const path = join(folder, 'j.asc');
  // EPSG:25831 592700, 5762050 lies about 100 m east of the first grid.
  const header = 'ncols 20\nnrows 20\nxllcorner 593450\nyllcorner 5762050\ncellsize 10\n';
  writeFileSync(path, header + `${'9 '.repeat(20)}\n`.repeat(20));
  writeFileSync(join(folder, 'j.prj'), 'PROJCS["UTM",AUTHORITY["EPSG","25831"]]');
  writeFileSync(join(folder, 'i.prj'), 'PROJCS["RD",AUTHORITY["EPSG","28992"]]');
  const elevation = await openElevation([rd, path]);
  expect(elevation.grids.length).toBe(2);
  const out = join(folder, 'mixed');
  await buildTerrain({
    ground: elevation,
    boundsDeg: elevation.boundsDeg,
    outFolder: out,
    path: 'x',
  });
  const header2 = JSON.parse(readFileSync(join(out, 'grid.json'), 'utf8'));
  expect(header2).toMatchObject({ cellX: 5, cellY: 5, crs: { horizontal: 'EPSG:28992' } });
  const bytes = readFileSync(join(out, 'grid.f32'));
  const values = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
  expect(values.length).toBe(header2.width * header2.height);
  expect(values.filter((value) => value === 9).length).toBeGreaterThan(1500);
  expect(values.filter((value) => value < 5).length).toBeGreaterThan(1500);
});

it('stops when it is told to', async () => {
  const stopped = buildTerrain({
    ground: [],
    boundsDeg: [4.36, 52, 4.37, 52.01],
    outFolder: join(folder, 'stopped'),
    path: 'x',
    signal: AbortSignal.abort(),
  });
  await expect(stopped).rejects.toThrow('abort');
});
