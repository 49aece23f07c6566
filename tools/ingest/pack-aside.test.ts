import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePacked } from './disk-storage.ts';
import { createPacker } from './pack-aside.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const words = (count: number) =>
  new TextEncoder().encode(Array.from({ length: count }, (_, at) => `wall ${at % 97}`).join('\n'));

it('writes what is written one after the other, to the byte', async () => {
  const packer = createPacker(join(folder, 'aside'));
  const files = Array.from(
    { length: 9 },
    (_, at) => [`${at}.bin`, words(10 + at * 20_000)] as const,
  );
  const noise = ['noise.bin', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 * at) >> 3)];
  const all = [...files, noise] as (readonly [string, Uint8Array])[];
  const wanted = { raw: 0, gzip: 0, brotli: 0 };
  for (const [name, bytes] of all) {
    packer.write(name, bytes);
    const { raw, gzip, brotli } = writePacked(join(folder, name), bytes);
    wanted.raw += raw;
    wanted.gzip += gzip || raw;
    wanted.brotli += brotli || raw;
  }
  expect(await packer.done()).toEqual(wanted);
  const names = readdirSync(join(folder, 'aside'));
  expect(names).toEqual(readdirSync(folder).filter((name) => name !== 'aside'));
  for (const name of names) {
    const [aside, straight] = [join(folder, 'aside', name), join(folder, name)].map((path) =>
      readFileSync(path),
    );
    expect(aside?.equals(straight!), name).toBe(true);
  }
});

it('tells what the disk says', async () => {
  const packer = createPacker(join(folder, 'aside'));
  packer.write('no such folder/a.bin', words(3));
  await expect(packer.done()).rejects.toThrow('ENOENT');
});
