import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import type { Database } from '../../storage/database.ts';
import { syncFeatures } from '../../storage/features.ts';
import { aTestDatabase } from '../../storage/test-database.ts';
import { aManifest, aTestHouse, type TestHouse } from '../../test-house.ts';
import { registerFeatures } from './features.ts';

interface Pipe {
  readonly id: string;
  readonly ends: readonly (readonly [number, number, number])[];
  readonly properties: Record<string, unknown>;
}

/** 250 pipes on a lattice, each going north-east by 0.001°. */
const pipes = Array.from({ length: 250 }, (_, n): Pipe => {
  const [x, y] = [4.3 + (n % 25) * 0.002, 52 + Math.floor(n / 25) * 0.002];
  return {
    id: `P-${n}`,
    ends: [
      [x, y, 40 + n],
      [x + 0.001, y + 0.001, 41 + n],
    ],
    properties: {
      material: n % 3 === 0 ? 'PVC' : 'iron',
      diameterM: (n % 5) / 10,
      isLeaking: n === 7,
      ...(n < 100 ? { datetime: `2026-0${1 + (n % 9)}-15T12:00:00Z` } : {}),
      ...(n >= 100 && n < 110 ? { start: '2026-03-01', end: '2026-04-30' } : {}),
    },
  };
});
const toItem = ({ id, ends, properties }: Pipe) => ({
  type: 'Feature',
  id,
  geometry: { type: 'LineString', coordinates: ends },
  properties,
});

const example = fileURLToPath(
  new URL('../../../../shared/data/api/ogcapi-features/Collection.json', import.meta.url),
);

describe('OGC API Features', () => {
  let house: TestHouse;
  let database: Database;
  let app: FastifyInstance;

  beforeAll(async () => {
    house = await aTestHouse();
    const layer = (id: string, name: string, count: number) => ({
      ...{ kind: 'collection', id, name, count, items: `0123456789ab/collections/${id}.geojsonl` },
      boundsDeg: [4.3, 52, 4.349, 52.019],
    });
    const manifest = aManifest({
      layers: [layer('pipes-water', 'Water pipes', 250), layer('zones', 'Zones', 2)],
      sources: [{ file: 'a', format: 'GeoJSON', features: 1, licence: 'CC0-1.0' }],
    });
    await house.write('data/delft/city.json', manifest);
    await house.write(
      'data/delft/0123456789ab/collections/pipes-water.geojsonl',
      pipes.map((pipe) => JSON.stringify(toItem(pipe))).join('\n'),
    );
    const zone = { type: 'Feature', id: 'a/b c', geometry: null, properties: { "it's": 'x' } };
    const flat = {
      type: 'Feature',
      id: '2',
      geometry: { type: 'Point', coordinates: [4.31, 52.001] },
      properties: {},
    };
    await house.write(
      'data/delft/0123456789ab/collections/zones.geojsonl',
      `${JSON.stringify(zone)}\n${JSON.stringify(flat)}\n`,
    );
    database = await aTestDatabase();
    await syncFeatures(
      database,
      parseCityManifest(JSON.parse(manifest), 'city.json'),
      `${house.dataFolder}/delft`,
    );
    app = Fastify();
    registerFeatures(app, { database, dataFolder: house.dataFolder });
    app.get('/', (_request, reply) => reply.type('text/html').send('<p>the app'));
  });
  afterAll(async () => {
    await app.close();
    await database.close();
    await house.remove();
  });

  async function get(url: string, headers: Record<string, string> = {}) {
    const { statusCode, body, headers: answered } = await app.inject({ url, headers });
    const type = String(answered['content-type']);
    return { status: statusCode, type, body: type.includes('json') ? JSON.parse(body) : body };
  }
  const idsOf = async (query: string): Promise<string[]> => {
    const { status, body } = await get(`/collections/delft.pipes-water/items?limit=1000&${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.features.map(({ id }: { id: string }) => id);
  };
  const expectedIds = (condition: (pipe: Pipe) => boolean) =>
    pipes.filter(condition).map(({ id }) => id);

  it.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['*/*', 'text/html'],
    ['', 'text/html'],
    ['application/json', 'application/json'],
    ['application/json;q=0.5, text/html;q=0.9', 'text/html'],
  ])('gives whoever accepts %s at / %s', async (accept, type) => {
    expect((await get('/', { accept })).type).toContain(type);
  });

  it('leads from the landing page to all it has', async () => {
    const { body } = await get('/?f=json');
    expect(body).toEqual((await get('/api/landing')).body);
    const hrefOf = (rel: string) =>
      body.links
        .find((one: { rel: string }) => one.rel === rel)
        .href.replace('http://localhost:80', '');
    expect((await get(hrefOf('conformance'))).body.conformsTo).toContain(
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
    );
    expect((await get(hrefOf('data'))).body.collections).toHaveLength(2);
    const api = await get(hrefOf('service-desc'));
    expect(api.type).toMatch(/^application\/vnd\.oai\.openapi\+json; ?version="?3\.0/);
    expect(Object.keys(api.body.paths)).toContain('/collections/{collectionId}/items');
  });

  it('describes an API whose every reference is in itself', async () => {
    const { body } = await get('/api');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, to]) => to ?? '',
    );
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const found = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key],
          body,
        );
      expect(found, reference).toBeDefined();
    }
  });

  it('describes each collection, heights and all', async () => {
    const { body } = await get('/collections');
    expect(body.collections[0]).toMatchObject({
      id: 'delft.pipes-water',
      title: 'Water pipes, Delft',
      description: '250 features of Delft, CC0-1.0',
      itemType: 'feature',
      extent: { spatial: { bbox: [[4.3, 52, 4.349, 52.019]] } },
      crs: ['http://www.opengis.net/def/crs/OGC/0/CRS84h', expect.stringContaining('CRS84')],
    });
    expect((await get('/collections/delft.zones')).body.crs).toEqual([
      'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    ]);
  });

  it.skipIf(!existsSync(example))('has the members of the standard’s example', async () => {
    const members = Object.keys(JSON.parse(readFileSync(example, 'utf8').replace(/,\s*$/, '')));
    const { body } = await get('/collections/delft.zones');
    expect(Object.keys(body)).toEqual(expect.arrayContaining(members));
  });

  it('pages through all features in the order of the file, and back', async () => {
    const seen: string[] = [];
    let url: string | undefined = '/collections/delft.pipes-water/items?limit=60';
    let last: { links: { rel: string; href: string }[] } | undefined;
    const linkOf = (body: { links: { rel: string; href: string }[] }, rel: string) =>
      body.links.find((one) => one.rel === rel)?.href.replace('http://localhost:80', '');
    while (url) {
      const { body, type } = await get(url);
      expect(type).toContain('application/geo+json');
      expect(body.numberMatched).toBe(250);
      expect(body.numberReturned).toBe(body.features.length);
      seen.push(...body.features.map(({ id }: { id: string }) => id));
      last = body;
      url = linkOf(body, 'next');
    }
    expect(seen).toEqual(pipes.map(({ id }) => id));
    const before = await get(linkOf(last ?? { links: [] }, 'prev') ?? '');
    expect(before.body.features[0].id).toBe('P-180');
  });

  it('gives a feature as it was, with links', async () => {
    const { body, type } = await get('/collections/delft.pipes-water/items/P-7');
    expect(type).toContain('application/geo+json');
    const { links, ...feature } = body;
    expect(feature).toEqual(toItem(pipes[7]!));
    expect(links[0]).toMatchObject({ rel: 'self', href: expect.stringMatching(/items\/P-7$/) });
    const odd = await get(`/collections/delft.zones/items/${encodeURIComponent('a/b c')}`);
    expect(odd.body).toMatchObject({ id: 'a/b c', geometry: null });
  });

  it('finds in a box what brute force finds, the lines that only their own box meets left out', async () => {
    const angle = (from: number) =>
      fc.integer({ min: -20, max: 600 }).map((n) => from + n / 10_000);
    await fc.assert(
      fc.asyncProperty(
        angle(4.3),
        angle(52),
        fc.nat(200),
        fc.nat(200),
        async (west, south, w, h) => {
          const [east, north] = [west + w / 10_000, south + h / 10_000];
          const found = await idsOf(`bbox=${[west, south, east, north].join(',')}`);
          expect(found).toEqual(
            expectedIds(({ ends: [[x = 0, y = 0] = []] }) => {
              // Along the diagonal: from where it enters the box to where it leaves, the parameter is in 0…1.
              const enter = Math.max(west - x, south - y, 0);
              const leave = Math.min(east - x, north - y, 0.001);
              // Within a tenth of a metre either answer is right.
              return enter <= leave + 1e-9;
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [
      'bbox=4.3,52,90,4.4,53,100',
      ({ ends }: Pipe) => (ends[0]?.[2] ?? 0) <= 100 && (ends[1]?.[2] ?? 0) >= 90,
    ],
    ['bbox=170,52,4.3005,53', ({ ends }: Pipe) => (ends[0]?.[0] ?? 0) <= 4.3005],
    ['material=PVC', ({ properties }: Pipe) => properties.material === 'PVC'],
    ['diameterM=0.20', ({ properties }: Pipe) => properties.diameterM === 0.2],
    ['isLeaking=true', ({ id }: Pipe) => id === 'P-7'],
    [
      'material=PVC&diameterM=0',
      ({ properties: p }: Pipe) => p.material === 'PVC' && p.diameterM === 0,
    ],
    ["material=x' or '1'='1", () => false],
    [
      'datetime=2026-03-15T12:00:00Z',
      (pipe: Pipe) => isOf(pipe, '2026-03-15T12:00:00', '2026-03-15T12:00:00'),
    ],
    [
      'datetime=2026-03-15T13:00:00%2B01:00/2026-05-01T00:00:00Z',
      (pipe: Pipe) => isOf(pipe, '2026-03-15T12:00:00', '2026-05-01T00:00:00'),
    ],
    ['datetime=../2026-03-01T00:00:00Z', (pipe: Pipe) => isOf(pipe, '', '2026-03-01T00:00:00')],
    ['datetime=2026-04-30T23:00:00Z/..', (pipe: Pipe) => isOf(pipe, '2026-04-30T23:00:00', '9')],
  ])('finds by %s', async (query, condition) => {
    const found = await idsOf(query);
    expect(found).toEqual(expectedIds(condition));
    const { body } = await get(`/collections/delft.pipes-water/items?limit=1&${query}`);
    expect(body.numberMatched).toBe(found.length);
  });

  /** What has no time is of all times. */
  function isOf({ properties: { datetime, start, end } }: Pipe, from: string, to: string): boolean {
    if (typeof datetime === 'string')
      return datetime.slice(0, -1) >= from && datetime.slice(0, -1) <= to;
    if (typeof start === 'string')
      return `${end}T23:59:59.999` >= from && `${start}T00:00:00` <= to;
    return true;
  }

  it.each([
    [
      'colour=red',
      'There is no parameter colour; expected bbox, datetime, limit, offset, datetime, diameterM,',
    ],
    ['limit=0', 'limit is “0”; expected a whole number from 1.'],
    ['limit=ten', 'limit is “ten”; expected a whole number from 1.'],
    ['offset=-1', 'offset is “-1”; expected a whole number from 0.'],
    ['limit=1&limit=2', 'limit stands there twice.'],
    ['bbox=1,2,3', 'bbox is “1,2,3”; expected four numbers, or six with heights.'],
    ['bbox=1,2,x,4', 'bbox is “1,2,x,4”; expected four numbers'],
    ['bbox=1,50,2,40', 'expected west,south,east,north in degrees.'],
    ['bbox=1,40,2,95', 'expected west,south,east,north in degrees.'],
    ['bbox=1,40,9,2,50,8', 'bbox has the heights 9 to 8; expected the lesser first.'],
    ['datetime=yesterday', 'datetime is “yesterday”; expected an instant such as'],
    ['datetime=../..', 'datetime is “../..”; expected'],
    ['datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z', 'expected the earlier instant first.'],
    ['f=html', 'f is “html”; expected json, which is GeoJSON.'],
  ])('refuses %s in one sentence', async (query, sentence) => {
    const { status, body } = await get(`/collections/delft.pipes-water/items?${query}`);
    expect(status).toBe(400);
    expect(body.error).toContain(sentence);
  });

  it('takes a limit beyond the most for the most', async () => {
    const { body } = await get('/collections/delft.pipes-water/items?limit=999999&f=json');
    expect(body.numberReturned).toBe(250);
  });

  it.each([
    '/collections/delft.nothing',
    '/collections/gent.pipes-water/items',
    '/collections/..%2F..%2Fetc.passwd/items',
    '/collections/delft.pipes-water/items/P-999',
    '/collections/delft/items',
  ])('has no %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });
});
