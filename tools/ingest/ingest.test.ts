import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import { parseSensorCatalogue } from '#contract/sensor-catalogue.ts';

const command = fileURLToPath(new URL('../panopolis.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'panopolis-ingest-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly errors: string;
  readonly output: string;
}

function panopolis(
  parameters: readonly string[],
  onError?: (text: string, stop: () => void) => void,
) {
  return new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, [command, ...parameters]);
    let [errors, output] = ['', ''];
    child.stderr.on('data', (data) => {
      errors += data;
      onError?.(errors, () => child.kill('SIGINT'));
    });
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.on('close', (code) => resolve({ code, errors, output }));
  });
}

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Squares on a lattice, `count` of them. */
const footprints = (count: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: count }, (_, number) => {
      const x = 11.25 + (number % 40) * 0.0004;
      const y = 43.77 + Math.floor(number / 40) * 0.0003;
      const ring = [
        [x, y],
        [x + 0.0002, y],
        [x + 0.0002, y + 0.0002],
        [x, y + 0.0002],
        [x, y],
      ];
      return {
        type: 'Feature',
        id: number,
        properties: { height: 5 + (number % 9), name: `House ${number}` },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  });

const readManifest = (city: string) =>
  parseCityManifest(JSON.parse(readFileSync(join(city, 'city.json'), 'utf8')), 'city.json');

describe('panopolis ingest', { timeout: 120_000 }, () => {
  it('builds a whole package from gzipped footprints, every path of it there', async () => {
    const input = write('houses.geojson.gz', gzipSync(footprints(600)));
    const city = join(folder, 'houses');
    const { code, output } = await panopolis([
      'ingest',
      input,
      '--out',
      city,
      '--name',
      'Firenze',
      '--licence',
      'ODbL-1.0',
    ]);
    expect(code).toBe(0);
    expect(output).toContain('600 Building');
    const manifest = readManifest(city);
    expect(manifest.name).toBe('Firenze');
    expect(manifest.timeZone).toBe('Europe/Rome');
    expect(manifest.sources[0]).toMatchObject({ features: 600, licence: 'ODbL-1.0' });
    const [buildings, terrain] = manifest.layers;
    if (buildings?.kind !== 'buildings' || terrain?.kind !== 'terrain') throw new Error('layers');
    for (const path of [
      buildings.tileset,
      buildings.index,
      ...buildings.columns.map((column) => column.path),
      `${terrain.tiles}/layer.json`,
      `${manifest.build}/report.json`,
    ]) {
      expect(existsSync(join(city, path)), path).toBe(true);
    }
    expect(readdirSync(city).toSorted()).toEqual([manifest.build, 'city.json'].toSorted());
  });

  it('builds the same bytes with one thread and with three', async () => {
    const input = write('same.geojson', footprints(3000));
    const builds = [];
    for (const jobs of ['1', '3']) {
      const city = join(folder, `same-${jobs}`);
      await panopolis(['ingest', input, '--out', city, '--jobs', jobs, '--quiet']);
      builds.push(readManifest(city).build);
    }
    expect(builds[0]).toBe(builds[1]);
  });

  it('builds the same from CityJSON with threads, though an attribute is called like its vertices', async () => {
    const square = [0, 1, 2, 3].map((corner) => [
      [0, 10, 10, 0][corner],
      [0, 0, 10, 10][corner],
      0,
    ]);
    const house = {
      type: 'Building',
      geometry: [{ type: 'MultiSurface', lod: '2', boundaries: [[[0, 1, 2, 3]], [[4, 5, 6, 7]]] }],
    };
    const input = write(
      'vertices.city.json',
      JSON.stringify({
        type: 'CityJSON',
        version: '2.0',
        metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
        transform: { scale: [1, 1, 1], translate: [85000, 446000, 0] },
        CityObjects: { house },
        vertices: [...square, ...square.map(([x, y]) => [x, y, 5])],
        '+note': { vertices: [[7, 7, 7]] },
      }),
    );
    const builds = [];
    for (const jobs of ['1', '2']) {
      const city = join(folder, `vertices-${jobs}`);
      await panopolis(['ingest', input, '--out', city, '--jobs', jobs, '--quiet']);
      builds.push(readManifest(city).build);
    }
    expect(builds[0]).toBe(builds[1]);
  });

  const marked = (mark: string, features: readonly unknown[], members = {}) =>
    JSON.stringify({ type: 'FeatureCollection', panopolis: mark, ...members, features });
  const aPoint = (id: string, properties: object) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [11.251, 43.771] },
    properties,
  });
  const gauge = { kind: 'river', name: 'Arno', heightAboveGround: 2, datastreams: [] };
  const model = (x: number) =>
    `[TITLE]\nCentro\n[JUNCTIONS]\na 1\n[RESERVOIRS]\nb 1\n[PIPES]\np a b 1 1 1\n[COORDINATES]\na ${x} 43.771\nb 11.251 43.77\n`;

  it('puts collections, models and sensors into the package, packed siblings and all', async () => {
    const city = join(folder, 'data');
    const inputs = [
      write('walls.geojson', footprints(40)),
      write('p.geojson', marked('collection', [aPoint('h-1', {})], { id: 'hydrants', title: 'H' })),
      write(
        'plain.geojson',
        JSON.stringify({ type: 'FeatureCollection', features: [aPoint('x', {})] }),
      ),
      write('gauges.geojson', marked('sensors', [aPoint('r-1', gauge)], { simulated: true })),
      write('centro.inp', model(11.252)),
    ];
    const flags = ['--collection', inputs[2] ?? '', '--out', city, '--quiet'];
    const { code, errors } = await panopolis(['ingest', ...inputs, ...flags]);
    expect(errors).toBe('');
    expect(code).toBe(0);
    const { layers, sources, build } = readManifest(city);
    expect(layers.slice(2)).toEqual([
      expect.objectContaining({ kind: 'collection', id: 'hydrants', name: 'H', count: 1 }),
      expect.objectContaining({ kind: 'collection', id: 'plain', name: 'plain', count: 1 }),
      expect.objectContaining({ kind: 'collection', id: 'pipes-water', name: 'Centro', count: 1 }),
      expect.objectContaining({ kind: 'collection', id: 'nodes-water', count: 2 }),
      expect.objectContaining({
        ...{ kind: 'network', id: 'network-centro', name: 'Centro', collections: 'water' },
      }),
      { kind: 'sensors', id: 'sensors', name: 'Sensors', items: `${build}/sensors.json`, count: 1 },
    ]);
    expect(sources.map(({ format }) => format)).toEqual([
      ...['GeoJSON', 'GeoJSON collection', 'GeoJSON collection', 'EPANET model', 'sensors'],
    ]);
    expect(readFileSync(join(city, build, 'networks/centro.inp'), 'utf8')).toBe(model(11.252));
    const catalogue = parseSensorCatalogue(
      JSON.parse(readFileSync(join(city, build, 'sensors.json'), 'utf8')),
      'sensors.json',
    );
    // The geoid is 45.9 m above the ellipsoid there, and footprints without terrain stand on it.
    expect(catalogue).toMatchObject({ simulated: true, sensors: [{ id: 'r-1' }] });
    expect(catalogue.sensors[0]?.heightM).toBeCloseTo(47.9, 0);
  });

  it('gives a build another name when only a sensor changed', async () => {
    const builds = [];
    for (const name of ['Arno', 'Mugnone', 'Arno']) {
      const city = join(folder, 'renamed');
      const sensors = write('g.geojson', marked('sensors', [aPoint('r-1', { ...gauge, name })]));
      const walls = write('walls.geojson', footprints(10));
      await panopolis(['ingest', walls, sensors, '--out', city, '--quiet', '--jobs', '1']);
      builds.push(readManifest(city).build);
    }
    expect(builds[0]).not.toBe(builds[1]);
    expect(builds[0]).toBe(builds[2]);
  });

  it.each([
    [
      'far.geojson',
      marked('collection', [
        { ...aPoint('x', {}), geometry: { type: 'Point', coordinates: [43.7, 11.2] } },
      ]),
      'expected some near the city',
    ],
    [
      'twice.geojson',
      marked('sensors', [aPoint('r-1', gauge), aPoint('r-1', gauge)]),
      'twice.geojson, r-1: its id stands earlier in the file too',
    ],
    ['off.inp', model(12), 'off.inp, line 10: node a stands at 12, 43.771, outside the city'],
    [
      'terrain.geojson',
      marked('collection', [aPoint('x', {})], { id: 'terrain' }),
      'a collection has the id of another layer',
    ],
  ])('refuses %s in one sentence and publishes nothing', async (name, content, sentence) => {
    const city = join(folder, 'refused');
    const inputs = [write('walls.geojson', footprints(10)), write(name, content)];
    const { code, errors } = await panopolis([
      ...['ingest', ...inputs, '--out', city, '--quiet', '--jobs', '1'],
    ]);
    expect(errors).toContain(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
    expect(existsSync(city)).toBe(false);
  });

  it('replaces a city at once and keeps the old one when the new one fails', async () => {
    const city = join(folder, 'kept');
    await panopolis(['ingest', write('kept.geojson', footprints(20)), '--out', city, '--quiet']);
    const before = readManifest(city);
    const broken = write('broken.geojson', footprints(20).slice(0, -300));
    const { code, errors } = await panopolis(['ingest', broken, '--out', city, '--quiet']);
    expect(code).toBe(1);
    expect(errors).toMatch(/^broken\.geojson, line 1 \(byte \d+\): the file ends/);
    expect(readManifest(city)).toEqual(before);
    await panopolis(['ingest', write('more.geojson', footprints(30)), '--out', city, '--quiet']);
    const after = readManifest(city);
    expect(after.build).not.toBe(before.build);
    expect(readdirSync(city).toSorted()).toEqual([after.build, 'city.json'].toSorted());
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const city = join(folder, 'stopped');
    const input = write('many.geojson', footprints(20_000));
    let isStopped = false;
    const { code, errors } = await panopolis(['ingest', input, '--out', city], (text, stop) => {
      if (isStopped || !text.includes('Reading features')) return;
      isStopped = true;
      stop();
    });
    expect(code).toBe(130);
    expect(errors).toContain('Stopped; the city is as it was.');
    expect(existsSync(city)).toBe(false);
  });

  it.each([
    [['ingest', 'absent.json', '--out', 'x'], 'absent.json: there is no such file.'],
    [
      ['ingest', command, '--out', 'Not A Name'],
      'expected lower-case letters, digits and hyphens.',
    ],
    [['ingest', command, '--out', 'x'], 'its format is not known; expected CityJSON'],
    [['ingest', command, '--out', 'x', '--time-zone', 'Mars'], 'Mars is no time zone'],
    [['inspect', command], 'its format is not known'],
  ])('refuses %j in one sentence', async (parameters, sentence) => {
    const out = parameters.map((part) => (part === 'x' ? join(folder, 'refused') : part));
    const { code, errors } = await panopolis([
      ...out,
      ...(parameters[0] === 'ingest' ? ['--quiet'] : []),
    ]);
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it('tells what a file holds', async () => {
    const { code, output } = await panopolis(['inspect', write('told.geojson', footprints(5))]);
    expect(code).toBe(0);
    expect(output).toContain('GeoJSON');
    expect(output).toContain('5 Polygon');
    expect(output).toContain('height: number 5 to 9');
  });
});

const malformed = fileURLToPath(
  new URL('../../../shared/data/cityjson/malformed/', import.meta.url),
);
const broken = existsSync(malformed) ? readdirSync(malformed) : [];

describe.skipIf(broken.length === 0)('malformed files (needs ../shared/data)', () => {
  it.each(broken)(
    '%s is one sentence, and no city',
    async (name) => {
      const city = join(folder, 'malformed');
      mkdirSync(city, { recursive: true });
      const { code, errors } = await panopolis([
        'ingest',
        join(malformed, name),
        '--out',
        city,
        '--quiet',
      ]);
      expect(code).toBe(1);
      expect(errors.startsWith(name)).toBe(true);
      expect(errors.trim().split('\n')).toHaveLength(1);
      expect(readdirSync(city)).toEqual([]);
    },
    60_000,
  );
});
