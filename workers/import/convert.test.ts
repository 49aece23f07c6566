import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Transfer } from '../port.ts';
import { convert } from './convert.ts';
import type { ImportRequest, ImportStep } from './protocol.ts';

const folder = new URL('../../../shared/data/cityjson/', import.meta.url);
const delfshaven = new URL('rotterdam_3-20-DELFSHAVEN.city.json', folder);
const denHaag = new URL('DenHaag_01_v08.city.json', folder);

async function run(request: Partial<ImportRequest>, signal = new AbortController().signal) {
  const steps: ImportStep[] = [];
  const whole = { id: 'dropped', name: 'Dropped', files: [], ...request };
  for await (const step of convert(whole, { signal })) {
    steps.push(step instanceof Transfer ? step.value : step);
  }
  return steps;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (url: URL) => new Uint8Array(readFileSync(url));

const square = bytesOf(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: 'Town hall', height: 12 },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [11.2, 43.7],
              [11.2002, 43.7],
              [11.2002, 43.7001],
              [11.2, 43.7001],
              [11.2, 43.7],
            ],
          ],
        },
      },
    ],
  }),
);

describe('an import', () => {
  it('ends with a whole city whose every file is there, with the ground under it', async () => {
    const steps = await run({ files: [{ name: 'square.geojson', bytes: square }] });
    const last = steps.at(-1);
    if (last?.kind !== 'city') throw new Error('The last step is no city.');
    const paths = new Set(last.files.map(([path]) => path));
    const { layers, timeZone } = last.manifest;
    expect(timeZone).toBe('Europe/Rome');
    expect(layers.map(({ kind }) => kind)).toEqual(['buildings', 'terrain']);
    for (const layer of layers) {
      if (layer.kind === 'buildings') {
        for (const path of [layer.tileset, layer.index]) expect(paths).toContain(path);
        for (const { path } of layer.columns) expect(paths).toContain(path);
      }
      if (layer.kind === 'terrain') expect(paths).toContain(`${layer.tiles}/layer.json`);
    }
  });

  it('tells its progress stage by stage', async () => {
    const steps = await run({ files: [{ name: 'square.geojson', bytes: square }] });
    const stages = steps.flatMap((step) => (step.kind === 'progress' ? [step.stage] : []));
    expect([...new Set(stages)]).toEqual(['read', 'tiles', 'columns', 'terrain']);
  });

  it('unpacks gzip and says when it is damaged', async () => {
    const packed = new Uint8Array(gzipSync(square));
    const steps = await run({ files: [{ name: 'square.geojson.gz', bytes: packed }] });
    expect(steps.at(-1)).toMatchObject({
      kind: 'city',
      manifest: { sources: [{ file: 'square.geojson', features: 1 }] },
    });
    const damaged = run({ files: [{ name: 'square.geojson.gz', bytes: packed.slice(0, 60) }] });
    await expect(damaged).rejects.toThrow('square.geojson.gz: the gzip file is damaged');
  });

  it('refuses what it can not read with one sentence that names the file', async () => {
    const files = [{ name: 'letter.txt', bytes: bytesOf('Dear city,') }];
    await expect(run({ files })).rejects.toMatchObject({ name: 'InputError' });
    await expect(run({ files })).rejects.toThrow(/^letter\.txt: /);
  });

  it('stops when the page has lost interest', async () => {
    const abort = new AbortController();
    abort.abort();
    const files = [{ name: 'square.geojson', bytes: square }];
    await expect(run({ files }, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.skipIf(!existsSync(delfshaven))('puts Delfshaven at its true place', async () => {
    const steps = await run({ files: [{ name: 'delfshaven.json', bytes: read(delfshaven) }] });
    const last = steps.at(-1);
    if (last?.kind !== 'city') throw new Error('The last step is no city.');
    const [west, south, east, north] = last.manifest.boundsDeg;
    expect(west).toBeGreaterThan(4.44);
    expect(east).toBeLessThan(4.47);
    expect(south).toBeGreaterThan(51.9);
    expect(north).toBeLessThan(51.92);
    expect(last.report.features).toBe(853);
  });

  it.skipIf(!existsSync(denHaag))('asks for the CRS of a file that names none', async () => {
    const files = [{ name: 'den-haag.json', bytes: read(denHaag) }];
    await expect(run({ files })).rejects.toMatchObject({ code: 'crs-missing' });
    const steps = await run({ files, crs: 'EPSG:7415' });
    expect(steps.at(-1)).toMatchObject({
      kind: 'city',
      manifest: { timeZone: 'Europe/Amsterdam' },
    });
  });
});

describe('an elevation model', () => {
  const rows = Array.from({ length: 9 }, (_, row) => `${row} ${row + 1} ${row + 2}`).join('\n');
  const asc = bytesOf(
    `ncols 3\nnrows 9\nxllcorner 232000\nyllcorner 830000\ncellsize 50\n${rows}\n`,
  );

  it('that is dropped alone is a city to run floods on, once its reference system is told', async () => {
    const files = [{ name: 'dem.asc.gz', bytes: new Uint8Array(gzipSync(asc)) }];
    await expect(
      run({ files: files.map((file) => ({ ...file, bytes: file.bytes.slice() })) }),
    ).rejects.toMatchObject({
      code: 'crs-missing',
    });
    const last = (await run({ files, crs: 'EPSG:27700' })).at(-1);
    if (last?.kind !== 'city') throw new Error('The last step is no city.');
    const paths = last.files.map(([path]) => path);
    expect(paths).toContain(`${last.manifest.build}/terrain/grid.f32`);
    expect(last.manifest.timeZone).toBe('Europe/London');
  });

  it('does not go with buildings in one drop, and says what to do instead', async () => {
    const files = [
      { name: 'dem.asc', bytes: asc.slice() },
      { name: 'square.geojson', bytes: square.slice() },
    ];
    await expect(run({ files })).rejects.toThrow(
      'dem.asc: an elevation model is a city of its own',
    );
  });
});
