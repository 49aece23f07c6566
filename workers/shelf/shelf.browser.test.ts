import { afterEach, expect, it } from 'vitest';
import { answerFromShelf, listShelf, shelve, takeDown } from './shelf.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const aCity = () =>
  new Map([
    ['city.json', bytes('{"id":"hill"}')],
    ['0123456789ab/tiles.bin', bytes('0123456789')],
  ]);
const ask = (path: string, range?: string) =>
  answerFromShelf(
    new Request(new URL(path, location.href), range ? { headers: { Range: range } } : {}),
    caches,
  );

afterEach(async () => {
  await takeDown('hill', caches);
  await takeDown('hillside', caches);
});

it('answers the files of a shelved city and lists it', async () => {
  expect(await shelve('hill', aCity(), caches)).toBe('/dropped/hill/city.json');
  expect(await listShelf(caches)).toEqual(['/dropped/hill/city.json']);
  const answer = await ask('/dropped/hill/city.json');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ id: 'hill' });
});

it('answers a range with just those bytes', async () => {
  await shelve('hill', aCity(), caches);
  const answer = await ask('/dropped/hill/0123456789ab/tiles.bin', 'bytes=2-4');
  expect(answer.status).toBe(206);
  expect(answer.headers.get('Content-Range')).toBe('bytes 2-4/10');
  expect(await answer.text()).toBe('234');
});

it('says that a range after the end is outside and that an unknown file is not there', async () => {
  await shelve('hill', aCity(), caches);
  expect((await ask('/dropped/hill/0123456789ab/tiles.bin', 'bytes=10-')).status).toBe(416);
  expect((await ask('/dropped/hill/other.bin')).status).toBe(404);
});

it('takes one city down and leaves its neighbour', async () => {
  await shelve('hill', aCity(), caches);
  await shelve('hillside', aCity(), caches);
  await takeDown('hill', caches);
  expect(await listShelf(caches)).toEqual(['/dropped/hillside/city.json']);
  expect((await ask('/dropped/hill/0123456789ab/tiles.bin')).status).toBe(404);
});

it('replaces a city whole when it is shelved again', async () => {
  await shelve('hill', aCity(), caches);
  await shelve('hill', new Map([['city.json', bytes('{}')]]), caches);
  expect((await ask('/dropped/hill/0123456789ab/tiles.bin')).status).toBe(404);
});
