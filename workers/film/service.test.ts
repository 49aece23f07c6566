import { expect, it } from 'vitest';
import type { Transfer } from '../port.ts';
import { createFilmService } from './service.ts';

const signal = new AbortController().signal;
const aPicture = (red: number) => {
  const pixels = new Uint8ClampedArray(4 * 6 * 4);
  for (let at = 0; at < pixels.length; at += 4) pixels.set([red, 20, 30, 255], at);
  return pixels;
};

it('writes pictures of a size one after the other as an animated GIF', async () => {
  const { calls } = createFilmService();
  await calls.begin({ width: 6, height: 4 }, { signal });
  await calls.add({ pixels: aPicture(200), showMs: 100 }, { signal });
  await calls.add({ pixels: aPicture(10), showMs: 100 }, { signal });
  const { value } = (await calls.finish(undefined, { signal })) as Transfer<{ bytes: Uint8Array }>;
  const text = new TextDecoder('latin1').decode(value.bytes);
  expect(text.slice(0, 6)).toBe('GIF89a');
  expect([value.bytes[6], value.bytes[8]]).toEqual([6, 4]);
  // A graphic control extension before each picture; it loops.
  expect(text.split('\x21\xf9\x04')).toHaveLength(3);
  expect(text).toContain('NETSCAPE2.0');
  expect(text.at(-1)).toBe('\x3b');
});

it('says which picture has another size', async () => {
  const { calls } = createFilmService();
  await calls.begin({ width: 5, height: 4 }, { signal });
  expect(() => calls.add({ pixels: aPicture(1), showMs: 100 }, { signal })).toThrow(
    'A picture has 24 pixels; 5 × 4 are expected.',
  );
});
