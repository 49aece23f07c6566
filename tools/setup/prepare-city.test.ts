import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aManifest } from '#server/test-house.ts';
import { site } from '#tools/demo-city/site.ts';
import { prepareDemo, toCityId } from './prepare-city.ts';

it.each([
  ['../shared/data/cityjson/rotterdam_3-20-DELFSHAVEN.city.json', 'rotterdam-3-20-delfshaven'],
  ['/data/3dbag_tile901.city.jsonl.gz', '3dbag-tile901'],
  ['Zürich Süd.geojson', 'zurich-sud'],
  ['dtm.tif', 'dtm'],
  ['v1.2.city.json', 'v1-2'],
  ['东京.city.json', 'city-95b3ec'],
])('names the city of %s %s', (file, id) => {
  expect(toCityId(file)).toBe(id);
  expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
});

it('tries the demo town again after its builder changed and failed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'panopolis-prepare-'));
  const dataFolder = join(root, 'tilesets');
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  try {
    // The first builder succeeds: it puts a town there as a real one would.
    const manifest = aManifest({ id: site.id });
    const town = join(dataFolder, site.id);
    const publish = `import { mkdirSync, writeFileSync } from 'node:fs';
      mkdirSync(${JSON.stringify(town)}, { recursive: true });
      writeFileSync(${JSON.stringify(join(town, 'city.json'))}, ${JSON.stringify(manifest)});`;
    mkdirSync(dataFolder, { recursive: true });
    mkdirSync(join(root, '.cache', site.id), { recursive: true });
    write('tools/panopolis.mjs', publish);
    await prepareDemo(root, dataFolder);
    write('tools/panopolis.mjs', 'process.exit(1);');
    write('tools/builder.ts', 'export const version = 2;');
    for (const _ of ['first', 'second']) {
      await expect(prepareDemo(root, dataFolder)).rejects.toThrow('could not be built');
    }
    write('tools/panopolis.mjs', publish);
    await expect(prepareDemo(root, dataFolder)).resolves.toBeUndefined();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
