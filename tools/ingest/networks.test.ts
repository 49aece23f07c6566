import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import { ingestCity } from './ingest-city.ts';
import { type NetworkFlags, toNetworkWishes } from './network-flags.ts';
import { silentProgress } from './progress.ts';

const folder = mkdtempSync(join(tmpdir(), 'panopolis-networks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const ingest = (
  name: string,
  files: readonly string[],
  flags: Partial<NetworkFlags> & { crs?: string } = {},
) =>
  ingestCity({
    files,
    roles: new Map(),
    out: join(folder, name),
    heights: {},
    crs: flags.crs,
    networks: toNetworkWishes({ utility: [], ...flags }, flags.crs),
    jobs: 1,
    progress: silentProgress,
    signal: new AbortController().signal,
  });

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const model = `[TITLE]
Two streets
[JUNCTIONS]
a 20 1
b 24 1
[RESERVOIRS]
lake 40
[PIPES]
p lake a 100 200 130
q a b 100 150 130
[OPTIONS]
Units LPS
[COORDINATES]
a 0 0
b 100 0
lake -100 50
`;

const sewer = (id: string, coordinates: number[][], more: object = {}) => ({
  type: 'Feature',
  properties: { id, diameter: 300, material: 'PVC', ...more },
  geometry: { type: 'LineString', coordinates },
});
const storm = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    sewer('s1', [
      [11, 43],
      [11.001, 43],
    ]),
    sewer('s2', [
      [11.00101, 43],
      [11.002, 43],
    ]),
  ],
});

describe('networks alone', () => {
  it('are a city at their place, on the ground that their nodes tell, with their model', async () => {
    const file = write('town.inp', model);
    const { manifest } = await ingest('town', [file], { origin: [11.25, 43.77] });
    expect(manifest.layers.map(({ id }) => id)).toEqual([
      ...['terrain', 'pipes-water', 'nodes-water', 'network-town'],
    ]);
    const [west, south, east, north] = manifest.boundsDeg;
    expect([west < 11.25, south < 43.77, east > 11.25, north > 43.77]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(manifest.timeZone).toBe('Europe/Rome');
    // Ground between 20 and 24 m above the geoid, which is 46 m above the ellipsoid there.
    expect(manifest.heightM[1]).toBeLessThan(75);
    expect(manifest.heightM[1]).toBeGreaterThan(60);
    const city = join(folder, 'town');
    const kept = parseCityManifest(readJson(join(city, 'city.json')), 'city.json');
    expect(kept.layers.at(-1)).toMatchObject({ format: 'epanet-inp', collections: 'water' });
    expect(readFileSync(join(city, kept.build, 'networks/town.inp'), 'utf8')).toBe(model);
  });

  it('repair nothing unless asked, and write all of it to the report', async () => {
    const file = write('storm.geojson', storm);
    const told = await ingest('told', [file]);
    expect(told.networks[0]?.findings.map(({ kind }) => kind)).toContain('gap');
    expect(told.networks[0]?.repaired).toEqual([]);
    const repaired = await ingest('repaired', [file], { repair: ['snap'] });
    expect(repaired.networks[0]?.repaired).toMatchObject([{ kind: 'snap' }]);
    expect(repaired.networks[0]?.counts.nodes).toBe((told.networks[0]?.counts.nodes ?? 0) - 1);
    const path = join(folder, 'repaired', repaired.manifest.build, 'report.json');
    expect(readJson(path)).toMatchObject({
      networks: [{ id: 'storm', mappings: { 'storm.geojson': { layer: 'pipes' } } }],
    });
  });

  it('take a mapping that was kept in place of what is proposed', async () => {
    const file = write('storm.geojson', storm);
    const { networks } = await ingest('first', [file]);
    const mapping = networks[0]?.mappings?.['storm.geojson'];
    const inches = { ...mapping?.fields.diameter, unit: 'in' };
    const changed = { ...mapping, fields: { ...mapping?.fields, diameter: inches } };
    const kept = write('mapping.json', JSON.stringify({ 'storm.geojson': changed }));
    const { manifest } = await ingest('mapped', [file], { mapping: kept });
    const items = readFileSync(
      join(folder, 'mapped', manifest.build, 'collections/pipes-storm.geojsonl'),
      'utf8',
    );
    expect(items).toContain('"innerDiameter_mm":7620');
  });

  it.each([
    ['nowhere', {}, 'The file names no coordinate reference system'],
    ['turned', { rotation: 5 }, '--rotation: a network in a plane of its own needs a place, too'],
    ['beer', { utility: ['beer'] }, '--utility: beer is no utility; expected water'],
    ['unmapped', { mapping: '/nowhere/m.json' }, 'm.json: this file can’t be read'],
  ])('publish nothing where something is wrong: %s', async (name, flags, sentence) => {
    const file = write('town.inp', model);
    const attempt = async () => ingest(name, [file], flags);
    await expect(attempt()).rejects.toThrow(sentence);
    expect(existsSync(join(folder, name))).toBe(false);
  });
});
