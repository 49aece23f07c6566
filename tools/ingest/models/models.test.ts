import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseBimElements } from '#contract/bim-elements.ts';
import { parseBimModel } from '#contract/bim-model.ts';
import { type BimLayer, parseCityManifest } from '#contract/city-package.ts';
import { loadGeoidGrid } from '../geoid-file.ts';
import { ingestCity } from '../ingest-city.ts';
import type { IngestOptions } from '../ingest-options.ts';
import { silentProgress } from '../progress.ts';
import { convertModel } from './convert-model.ts';
import { readModelWishes, toModelId } from './model-wishes.ts';

// A conversion in a fresh thread beside other tests on the same machine.
const PATIENCE_MS = 90_000;

const station = fileURLToPath(new URL('../../../ifc-samples/fire-station.ifc', import.meta.url));
/** A square of ten metres on the ground, near the station's own place where `near` says so. */
const footprint = (longitude: number, latitude: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { building: 'yes', height: 8 },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [longitude, latitude],
              [longitude + 1e-4, latitude],
              [longitude + 1e-4, latitude + 1e-4],
              [longitude, latitude + 1e-4],
              [longitude, latitude],
            ],
          ],
        },
      },
    ],
  });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panopolis-models-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const ingest = (files: readonly string[], more: Partial<IngestOptions> = {}) =>
  ingestCity({
    files,
    out: join(folder, 'town'),
    ...{ roles: new Map(), heights: {}, jobs: 2, progress: silentProgress },
    signal: new AbortController().signal,
    ...more,
  });

const isBim = (layer: { readonly kind: string }): layer is BimLayer => layer.kind === 'bim';
const bimLayers = () => {
  const text = readFileSync(join(folder, 'town', 'city.json'), 'utf8');
  return parseCityManifest(JSON.parse(text), 'city.json').layers.filter(isBim);
};

describe('the building models of an ingest', () => {
  it(
    'stand alone as a city of their own, every file there and packed',
    async () => {
      const { manifest, models } = await ingest([station]);
      expect(manifest.layers.map(({ kind }) => kind)).toEqual(['bim', 'terrain']);
      const [layer] = bimLayers();
      const path = join(folder, 'town', layer?.model ?? '');
      const model = parseBimModel(JSON.parse(readFileSync(path, 'utf8')), 'model.json');
      const beside = (name: string) => join(path, '..', name);
      for (const name of [model.tileset, model.elements, model.properties]) {
        expect(existsSync(beside(name)), name).toBe(true);
        expect(existsSync(beside(`${name}.gz`)), `${name}.gz`).toBe(true);
      }
      const bytes = readFileSync(beside(model.elements));
      const elements = parseBimElements(new Uint8Array(bytes).buffer, model.elements);
      expect(elements.count).toBe(layer?.count);
      const { meshes, products, reasons } = model.report;
      expect(meshes + reasons.reduce((sum, { count }) => sum + count, 0)).toBe(products);
      expect(models.notes.join('\n')).toContain(`${meshes} of ${products} products have a mesh`);
    },
    PATIENCE_MS,
  );

  it(
    'join buildings, go where their sidecar says, and say whom they replace',
    async () => {
      const town = write('town.geojson', footprint(8.4, 49.01));
      const model = write('Station Nord.ifc', readFileSync(station));
      write(
        'Station Nord.bim.json',
        JSON.stringify({
          id: 'nord',
          name: 'North station',
          placement: {
            ...{ longitudeDeg: 8.401, latitudeDeg: 49.011, heightM: 160 },
            ...{ rotationDeg: 30, scale: 1 },
          },
          replaces: ['B-1', 'B-2'],
        }),
      );
      const { manifest } = await ingest([town, model]);
      const [layer] = bimLayers();
      expect(layer).toMatchObject({ id: 'nord', name: 'North station', replaces: ['B-1', 'B-2'] });
      const [west, south, east, north] = manifest.boundsDeg;
      expect(layer?.boundsDeg[0]).toBeGreaterThanOrEqual(west);
      expect(layer?.boundsDeg[1]).toBeGreaterThanOrEqual(south);
      expect(layer?.boundsDeg[2]).toBeLessThanOrEqual(east);
      expect(layer?.boundsDeg[3]).toBeLessThanOrEqual(north);
    },
    PATIENCE_MS,
  );

  it(
    'are refused where they stand far from their city, and nothing is published',
    async () => {
      const town = write('town.geojson', footprint(-70, 40));
      await expect(ingest([town, station])).rejects.toThrow(
        /^fire-station\.ifc: it stands at .+; expected a place near the city/,
      );
      expect(existsSync(join(folder, 'town'))).toBe(false);
    },
    PATIENCE_MS,
  );

  it('are refused where two have one id', async () => {
    const one = write('a.ifc', readFileSync(station));
    const other = write('A.IFC', readFileSync(station));
    await expect(ingest([one, other])).rejects.toThrow('A.IFC: a.ifc is called a too');
  });

  it('are refused where one place is given for several', async () => {
    const one = write('a.ifc', readFileSync(station));
    const other = write('b.ifc', readFileSync(station));
    const at = { longitudeDeg: 8, latitudeDeg: 49, heightM: 0, rotationDeg: 0, scale: 1 };
    await expect(ingest([one, other], { at })).rejects.toThrow('--at: there are 2 models');
  });

  it(
    'fail in one sentence where the file is none, and leave no folder behind',
    async () => {
      const broken = write('broken.ifc', 'ISO-10303-21;\nHEADER;\nENDSEC;\n');
      await expect(ingest([broken])).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/^broken\.ifc/),
      });
      expect(readdirSync(folder)).toEqual(['broken.ifc']);
    },
    PATIENCE_MS,
  );
});

describe('the thread of a model', () => {
  const job = async () => ({
    ...{ path: station, file: 'fire-station.ifc', id: 'station', name: undefined },
    ...{ crs: undefined, cityCrs: undefined, given: undefined, fallback: undefined },
    ...{ geoid: await loadGeoidGrid(), outFolder: undefined },
  });

  it(
    'is ended when its time is up',
    async () => {
      const { signal } = new AbortController();
      await expect(convertModel(await job(), { signal, limitMs: 1 })).rejects.toThrow(
        'fire-station.ifc: its conversion did not end within 0 s.',
      );
    },
    PATIENCE_MS,
  );

  it(
    'is ended when nobody waits for it any more',
    async () => {
      const stop = new AbortController();
      const work = convertModel(await job(), {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      });
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    },
    PATIENCE_MS,
  );
});

describe('what a person says of a model', () => {
  it.each([
    ['Station Nord.ifc', 'station-nord'],
    ['Größe_2.IFCZIP', 'grosse-2'],
    ['house.ifc.gz', 'house'],
    ['消防站.ifc', 'model'],
  ])('calls %s %s', (file, id) => expect(toModelId(file)).toBe(id));

  it.each([
    ['{', 'a.bim.json: this is no valid JSON.'],
    ['{"places": 1}', 'a.bim.json, places: '],
    ['{"placement": {"longitudeDeg": 999}}', 'a.bim.json, placement.'],
  ])('refuses the sidecar %s', (text, sentence) => {
    write('a.bim.json', text);
    expect(() => readModelWishes(join(folder, 'a.ifc'), {})).toThrow(sentence);
  });

  it('goes before the sidecar on the command line', () => {
    write('a.bim.json', '{"name": "Old mill", "replaces": ["1"]}');
    const wishes = readModelWishes(join(folder, 'a.ifc'), { replaces: ['2', '3'] });
    expect(wishes).toMatchObject({ id: 'a', name: 'Old mill', replaces: ['2', '3'] });
  });
});
