import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { array, object, parse, string } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { aManifest, aTestHouse, type TestHouse } from './test-house.ts';

const build = '/cities/delft/0123456789ab';
const tileset = JSON.stringify({ asset: { version: '1.1' }, filler: 'x'.repeat(2000) });

describe('the server', () => {
  let house: TestHouse;
  let app: FastifyInstance;
  const reports: string[] = [];

  beforeAll(async () => {
    house = await aTestHouse();
    await house.write('data/delft/city.json', aManifest());
    await house.write('data/delft/city.json.br', 'left over from another build');
    await house.writeCompressed('data/delft/0123456789ab/tileset.json', tileset);
    await house.write('data/delft/0123456789ab/basemap.pmtiles', '0123456789');
    for (const ending of ['glb', 'terrain', 'wasm', 'unknown']) {
      await house.write(`data/delft/0123456789ab/a.${ending}`, 'bytes');
    }
    await house.write('data/delft/0123456789ab/empty.bin', '');
    await house.write('data/delft/.secret', 'hidden');
    await house.write('data/broken/city.json', '{"format": ');
    await house.write('data/moved/city.json', aManifest());
    await house.write('data/no-city/readme.txt', 'nothing here');
    await house.write('secret.txt', 'outside of both folders');
    await house.writeCompressed('app/assets/index-abc123.js', `export const x = '${tileset}';`);
    app = await createApp({ ...house, report: (sentence) => reports.push(sentence) });
  });
  afterAll(async () => {
    await app.close();
    await house.remove();
  });

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers });

  it('sends the page at / to be asked for anew each time', async () => {
    const page = await get('/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.body).toContain('<title>Panopolis</title>');
  });

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'br;q=0.1, gzip', gunzipSync],
  ] as const)('sends the %s form to who accepts “%s”', async (encoding, accepted, decompress) => {
    const answer = await get(`${build}/tileset.json`, { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers.vary).toContain('accept-encoding');
    expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);
    expect(decompress(answer.rawPayload).toString()).toBe(tileset);
  });

  it.each(['', 'identity', 'br;q=0, gzip;q=0', 'zstd'])(
    'sends the plain file to who accepts “%s”',
    async (accepted) => {
      const answer = await get(`${build}/tileset.json`, { 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.body).toBe(tileset);
    },
  );

  it('gives each encoding its own strong ETag and answers 304 to it', async () => {
    const plain = await get(`${build}/tileset.json`);
    const brotli = await get(`${build}/tileset.json`, { 'accept-encoding': 'br' });
    const etag = String(brotli.headers.etag);
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(etag).not.toBe(plain.headers.etag);
    const again = await get(`${build}/tileset.json`, {
      'accept-encoding': 'br',
      'if-none-match': `"other", ${etag}`,
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers.etag).toBe(etag);
  });

  it('changes the ETag when the file changes', async () => {
    const before = (await get('/cities/delft/city.json')).headers.etag;
    await house.write('data/delft/city.json', aManifest({ name: 'Deift' }));
    const after = await get('/cities/delft/city.json', { 'if-none-match': String(before) });
    await house.write('data/delft/city.json', aManifest());
    expect(after.statusCode).toBe(200);
    expect(after.json().name).toBe('Deift');
  });

  it('never takes a compressed form for what is replaced in place', async () => {
    const manifest = await get('/cities/delft/city.json', { 'accept-encoding': 'br' });
    expect(manifest.headers['content-encoding']).toBeUndefined();
    expect(manifest.headers['cache-control']).toBe('no-cache');
    expect(manifest.json().id).toBe('delft');
  });

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('answers the range %s with the bytes %s', async (range, bytes, contentRange) => {
    const answer = await get(`${build}/basemap.pmtiles`, { range, 'accept-encoding': 'br' });
    expect(answer.statusCode).toBe(206);
    expect(answer.body).toBe(bytes);
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(answer.headers['content-length']).toBe(String(bytes.length));
  });

  it('cuts ranges out of the plain file even where a compressed form lies beside it', async () => {
    const answer = await get(`${build}/tileset.json`, {
      range: 'bytes=0-7',
      'accept-encoding': 'br',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body).toBe(tileset.slice(0, 8));
  });

  it.each(['bytes=10-', 'bytes=-0'])('answers 416 to %s, which lies outside', async (range) => {
    const answer = await get(`${build}/basemap.pmtiles`, { range });
    expect(answer.statusCode).toBe(416);
    expect(answer.headers['content-range']).toBe('bytes */10');
  });

  it('sends the whole file when If-Range names another version', async () => {
    const headers = { range: 'bytes=0-1', 'if-range': '"older"' };
    const answer = await get(`${build}/basemap.pmtiles`, headers);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('0123456789');
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await app.inject({ method: 'HEAD', url: `${build}/basemap.pmtiles` });
    expect(answer.headers['content-length']).toBe('10');
    expect(answer.body).toBe('');
  });

  it('sends an empty file as such', async () => {
    const answer = await get(`${build}/empty.bin`);
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });

  it.each([
    ['glb', 'model/gltf-binary'],
    ['terrain', 'application/vnd.quantized-mesh'],
    ['wasm', 'application/wasm'],
    ['unknown', 'application/octet-stream'],
  ])('names the type of .%s', async (ending, type) => {
    expect((await get(`${build}/a.${ending}`)).headers['content-type']).toBe(type);
  });

  it.each([`${build}/a.glb`, '/assets/index-abc123.js'])(
    'lets %s be kept for ever',
    async (url) => {
      expect((await get(url)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    },
  );

  it.each([
    '/cities/../secret.txt',
    '/cities/%2e%2e/secret.txt',
    '/cities/delft/..%2f..%2f..%2fsecret.txt',
    '/cities/..%5csecret.txt',
    '/cities/%00',
    '/cities/delft/.secret',
    '/cities//delft/city.json',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/cities/delft',
    '/cities/delft/0123456789ab/gone.glb',
    '/cities/delft/city.json/more',
    `/cities/${'long'.repeat(200)}`,
  ])('answers 404 to %s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('outside of both folders');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers 4xx, not 5xx, to a path that is no UTF-8', async () => {
    expect((await get('/cities/%ff')).statusCode).toBe(400);
    expect((await get('/cities/%')).statusCode).toBe(400);
  });

  it('isolates the page and lets nothing foreign in', async () => {
    const { headers } = await get('/');
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
  });

  it('lists the cities that can be opened and reports each broken one once', async () => {
    await get('/api/cities');
    const answer = await get('/api/cities');
    const list = parse(array(object({ id: string(), manifest: string() })), answer.json());
    expect(list).toEqual([{ id: 'delft', manifest: '/cities/delft/city.json' }]);
    expect(reports).toHaveLength(2);
    expect(reports[0]).toMatch(/^broken\/city\.json: it is no JSON/);
    expect(reports[1]).toBe(
      'moved/city.json: its id is “delft”; expected “moved”, the name of its folder.',
    );
  });

  it('is live at once and ready when app and data are there', async () => {
    expect((await get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await get('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status: 'ready', cities: 1 });
    const bare = await createApp({ appFolder: '/nowhere', dataFolder: '/nowhere' });
    const unready = await bare.inject('/health/ready');
    await bare.close();
    expect(unready.statusCode).toBe(503);
    expect(unready.json().problems).toEqual([
      'The app is not built.',
      'The data folder cannot be read.',
    ]);
  });
});
