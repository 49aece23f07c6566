import { afterEach, describe, expect, it } from 'vitest';
import { convertCity } from '#conversion/convert-city.ts';
import { connect, serve } from '../port.ts';
import type { CityProtocol } from './protocol.ts';
import { createCityService } from './service.ts';

const ROOT = 'https://twin.example/cities/town/';

/** A row of boxes 10 m wide and deep, 6, 12, 18 … m high, 40 m apart, in RD New. */
function aRow(count: number, attributesOf: (index: number) => object) {
  const objects = Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const first = index * 8;
      const shell = [
        [0, 3, 2, 1],
        [4, 5, 6, 7],
        [0, 1, 5, 4],
        [1, 2, 6, 5],
        [2, 3, 7, 6],
        [3, 0, 4, 7],
      ].map((ring) => [ring.map((corner) => first + corner)]);
      const geometry = [{ type: 'Solid', lod: '2', boundaries: [shell] }];
      return [`B-${index}`, { type: 'Building', attributes: attributesOf(index), geometry }];
    }),
  );
  const vertices = Array.from({ length: count }, (_, index) => {
    const [x, high] = [index * 40_000, (index + 1) * 6_000];
    const ring = [
      [x, 0],
      [x + 10_000, 0],
      [x + 10_000, 10_000],
      [x, 10_000],
    ];
    return [0, high].flatMap((z) => ring.map((corner) => [...corner, z]));
  }).flat();
  return {
    type: 'CityJSON',
    version: '2.0',
    metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
    transform: { scale: [0.001, 0.001, 0.001], translate: [85000, 446000, 1] },
    CityObjects: objects,
    vertices,
  };
}

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function open(city: object) {
  const bytes = new TextEncoder().encode(JSON.stringify(city));
  const { manifest, files: made } = await convertCity([{ name: 'city.json', bytes }], {
    ...{ id: 'town', name: 'Town', timeZoneAt: () => 'Europe/Amsterdam', geoid: () => 43 },
  });
  const files = new Map(made);
  const original = globalThis.fetch;
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const path = String(input).slice(ROOT.length);
    asked.push(path);
    const file = files.get(path);
    return file ? new Response(file.slice()) : new Response('nothing', { status: 404 });
  };
  const { port1, port2 } = new MessageChannel();
  serve<CityProtocol>(port2, createCityService());
  const worker = connect<CityProtocol>(port1, 'city');
  endings.push(() => {
    globalThis.fetch = original;
    port1.close();
    port2.close();
  });
  const layer = manifest.layers.find(({ kind }) => kind === 'buildings');
  if (layer?.kind !== 'buildings') throw new Error('The town has no buildings.');
  await worker.call('open', { baseUrl: ROOT, layer });
  return { worker, asked, files };
}

describe('counting buildings', () => {
  it('takes the floor area that the city tells, height and volume from the mesh', async () => {
    const { worker } = await open(aRow(3, (index) => ({ floorArea: 150 * (index + 1) })));
    const [one] = await worker.call('measure', { ids: ['B-1'] });
    expect(one).toMatchObject({
      id: 'B-1',
      floorAreaM2: { value: 300, rule: 'attribute', source: 'floorArea' },
      heightM: { rule: 'extent' },
      volumeM3: { rule: 'mesh' },
    });
    expect(one!.heightM!.value).toBeCloseTo(12, 1);
    expect(one!.volumeM3!.value).toBeCloseTo(1200, -1);
  });

  it('else multiplies storeys by the footprint, and says so', async () => {
    const { worker } = await open(aRow(2, () => ({ storeysAboveGround: 3 })));
    const [one] = await worker.call('measure', { ids: ['B-0'] });
    expect(one?.floorAreaM2).toMatchObject({ rule: 'storeys-footprint' });
    expect(one!.floorAreaM2!.value).toBeCloseTo(300, 0);
  });

  it('knows no floor area where the city tells neither', async () => {
    const { worker } = await open(aRow(2, () => ({ roof: 'flat' })));
    const [one] = await worker.call('measure', { ids: ['B-0'] });
    expect(one?.floorAreaM2).toBeUndefined();
    expect(one?.volumeM3?.value).toBeCloseTo(600, -1);
  });

  it('leaves out what the city doesn’t have, and fetches a tile once for neighbours', async () => {
    const { worker, asked } = await open(aRow(4, () => ({})));
    const counted = await worker.call('measure', { ids: ['B-3', 'B-0', 'nobody'] });
    expect(counted.map(({ id }) => id).sort()).toEqual(['B-0', 'B-3']);
    const tiles = asked.filter((path) => path.endsWith('.glb'));
    expect(new Set(tiles).size).toBe(tiles.length);
  });

  it('says which tile it can’t get', async () => {
    const { worker, files } = await open(aRow(1, () => ({})));
    for (const path of [...files.keys()]) if (path.endsWith('.glb')) files.delete(path);
    await expect(worker.call('measure', { ids: ['B-0'] })).rejects.toThrow(/\.glb/);
  });
});
