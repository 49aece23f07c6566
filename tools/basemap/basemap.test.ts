import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '#conversion/basemap/archive.ts';
import { fromTile, toTile } from '#conversion/basemap/tile-grid.ts';
import { type ArchiveFile, openArchiveFile } from './archive-file.ts';
import { buildBasemap } from './index.ts';

const firenze = fileURLToPath(
  new URL('../../../shared/data/osm/firenze_protomaps_ODbL.pmtiles', import.meta.url),
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basemap-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const feature = (type: string, coordinates: unknown, properties: object) => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

const files: ArchiveFile[] = [];
afterAll(() => Promise.all(files.map((file) => file.close())));

async function opened(outFolder: string): Promise<Archive> {
  const file = await openArchiveFile(join(outFolder, 'basemap.pmtiles'));
  files.push(file);
  return openArchive(file, 'basemap.pmtiles');
}

/** Two neighbouring tiles of level 15 and the longitude of the edge between them. */
const [column, row] = toTile(5, 52, 15).map(Math.floor) as [number, number];
const [edgeLon, middleLat] = fromTile(column + 1, row + 0.5, 15);
const road = feature(
  'LineString',
  [
    [edgeLon - 0.004, middleLat],
    [edgeLon + 0.004, middleLat],
  ],
  { highway: 'primary', name: 'Edge Road', width: 14 },
);

describe('building a basemap', () => {
  it('puts a road that crosses two tiles into both, meeting at the edge', async () => {
    const path = await write('roads.geojson', collection(road));
    const out = join(folder, 'two-tiles');
    const { layer, report } = await buildBasemap({ inputs: [{ path }], outFolder: out });
    expect(layer).toEqual({ kind: 'basemap', tiles: 'basemap.pmtiles', minZoom: 0, maxZoom: 15 });
    expect(report.sources).toEqual([{ file: 'roads.geojson', format: 'GeoJSON', features: 1 }]);
    const archive = await opened(out);
    const [left, right] = await Promise.all(
      [0, 1].map(async (side) => (await archive.tileAt(15, column + side, row))?.get('roads')?.[0]),
    );
    expect(left?.properties).toEqual({
      kind: 'major_road',
      kind_detail: 'primary',
      width: 14,
      name: 'Edge Road',
    });
    // Both cross the edge at the same height and go on for the buffer of 64 units.
    expect(Array.from(left!.parts[0]!.slice(-2))).toEqual([4160, 2048]);
    expect(Array.from(right!.parts[0]!.slice(0, 2))).toEqual([-64, 2048]);
  });

  it('reprojects a file that names another CRS', async () => {
    const path = await write('rd.geojson', {
      ...collection(feature('Point', [155000, 463000], { place: 'town', name: 'Amersfoort' })),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } },
    });
    const more = await write('wide.geojson', collection(road));
    const out = join(folder, 'rd');
    await buildBasemap({ inputs: [{ path }, { path: more }], outFolder: out });
    const archive = await opened(out);
    const [x, y] = toTile(5.387204, 52.155172, 15);
    const place = (await archive.tileAt(15, Math.floor(x), Math.floor(y)))?.get('places')?.[0];
    expect(place?.properties).toMatchObject({ kind: 'locality', name: 'Amersfoort' });
    // One unit is 0.18 m here.
    expect(place!.parts[0]![0]).toBeCloseTo((x % 1) * 4096, -1);
    expect(place!.parts[0]![1]).toBeCloseTo((y % 1) * 4096, -1);
  });

  it('reads gzipped files, leaves out what no map shows, and counts it', async () => {
    const path = join(folder, 'mixed.geojson.gz');
    const bench = feature('Point', [5, 52], { amenity: 'bench' });
    await writeFile(path, gzipSync(JSON.stringify(collection(road, bench, bench))));
    const { report } = await buildBasemap({ inputs: [{ path }], outFolder: join(folder, 'mixed') });
    expect(report.dropped).toEqual([{ reason: 'no place in a basemap (amenity=bench)', count: 2 }]);
  });

  it('leaves out tiles outside of the given bounds', async () => {
    const path = await write('bounded.geojson', collection(road));
    const out = join(folder, 'bounded');
    const boundsDeg = [
      edgeLon - 0.003,
      middleLat - 0.001,
      edgeLon - 0.001,
      middleLat + 0.001,
    ] as const;
    await buildBasemap({ inputs: [{ path }], outFolder: out, boundsDeg });
    const archive = await opened(out);
    expect(await archive.tileAt(15, column, row)).toBeDefined();
    expect(await archive.tileAt(15, column + 1, row)).toBeUndefined();
  });

  it('writes the same bytes for the same input', async () => {
    const path = await write('same.geojson', collection(road));
    const outs = [join(folder, 'same-1'), join(folder, 'same-2')];
    for (const outFolder of outs) await buildBasemap({ inputs: [{ path }], outFolder });
    const [first, second] = await Promise.all(
      outs.map((out) => readFile(join(out, 'basemap.pmtiles'))),
    );
    expect(first!.equals(second!)).toBe(true);
  });

  it.each([
    ['cut.geojson', '{"type": "FeatureCollection",\n "features": [', 'cut.geojson'],
    ['list.geojson', [1, 2], 'list.geojson: expected a GeoJSON object.'],
    ['kind.geojson', { type: 'Topology' }, 'kind.geojson, type: is "Topology"'],
    ['none.geojson', { type: 'FeatureCollection' }, 'features: expected a list of features.'],
    [
      'text.geojson',
      collection(
        feature(
          'LineString',
          [
            [5, 52],
            ['a', 52],
          ],
          { highway: 'primary' },
        ),
      ),
      'features[0].geometry.coordinates[1]: is ["a",52]; expected two numbers.',
    ],
    [
      'far.geojson',
      collection(feature('Point', [155000, 463000], { place: 'town', name: 'A' })),
      'is no longitude and latitude',
    ],
    [
      'shape.geojson',
      collection(feature('Circle', [5, 52], {})),
      'features[0].geometry: has type "Circle"',
    ],
    [
      'crs.geojson',
      { ...collection(), crs: { type: 'name', properties: { name: 'EPSG:1' } } },
      'crs',
    ],
    ['empty.geojson', collection(), 'empty.geojson: has nothing that belongs on a basemap.'],
    [
      'bad.pmtiles',
      'PMTiles\u0003 and then nonsense'.repeat(20),
      'bad.pmtiles: is no PMTiles archive',
    ],
    ['short.pmtiles', 'PMT', 'short.pmtiles: is no PMTiles archive'],
  ])(
    'says in one sentence what is wrong with %s and leaves nothing behind',
    async (name, value, words) => {
      const path = await write(name, value);
      const outFolder = join(folder, `out-${name}`);
      await expect(buildBasemap({ inputs: [{ path }], outFolder })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(words),
      });
      expect(existsSync(outFolder) ? await readdir(outFolder) : []).toEqual([]);
    },
  );

  it('stops when aborted and leaves nothing behind', async () => {
    const path = await write('abort.geojson', collection(road));
    const abort = new AbortController();
    const outFolder = join(folder, 'aborted');
    const building = buildBasemap({
      inputs: [{ path }],
      outFolder,
      signal: abort.signal,
      onProgress: ({ stage }) => stage === 'tile' && abort.abort(),
    });
    await expect(building).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(outFolder)).toEqual([]);
  });
});

describe.skipIf(!existsSync(firenze))('the Florence archive (skipped where it is missing)', () => {
  it('comes into the schema, takes extra roads, and is kept as it is once it is in it', async () => {
    const out = join(folder, 'firenze');
    const first = await buildBasemap({ inputs: [{ path: firenze }], outFolder: out });
    expect(first.layer).toMatchObject({ minZoom: 0, maxZoom: 14 });
    expect(first.report.sources[0]).toMatchObject({
      attribution: 'Protomaps © OpenStreetMap',
      features: expect.any(Number),
    });
    expect(first.report.sources[0]!.features).toBeGreaterThan(100_000);

    const again = join(folder, 'firenze-again');
    const inputs = [{ path: join(out, 'basemap.pmtiles') }];
    await buildBasemap({ inputs, outFolder: again });
    const [a, b] = await Promise.all(
      [out, again].map((one) => readFile(join(one, 'basemap.pmtiles'))),
    );
    expect(a!.equals(b!)).toBe(true);

    const extra = await write(
      'tram.geojson',
      collection(
        feature(
          'LineString',
          [
            [11.25, 43.77],
            [11.26, 43.77],
          ],
          { railway: 'tram', name: 'T9' },
        ),
      ),
    );
    const merged = join(folder, 'firenze-merged');
    await buildBasemap({ inputs: [...inputs, { path: extra }], outFolder: merged });
    const archive = await opened(merged);
    const [x, y] = toTile(11.255, 43.77, 14).map(Math.floor) as [number, number];
    const tile = await archive.tileAt(14, x, y);
    expect(tile!.get('transit')!.some(({ properties }) => properties.name === 'T9')).toBe(true);
    expect(tile!.get('buildings')!.length).toBeGreaterThan(1000);
  }, 60_000);
});
