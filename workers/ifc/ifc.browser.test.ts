import { afterEach, describe, expect, it } from 'vitest';
import station from '../../ifc-samples/fire-station.ifc?raw';
import { type IfcStep, type IfcWorker, startIfcWorker } from './client.ts';

let worker: IfcWorker | undefined;
afterEach(() => worker?.close());

const aFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

async function convert(file: ReturnType<typeof aFile>): Promise<IfcStep[]> {
  worker = startIfcWorker();
  const steps: IfcStep[] = [];
  const request = { file, id: 'dropped-station', name: 'Station' };
  for await (const step of worker.stream('convert', request, { credit: 8 })) steps.push(step);
  return steps;
}

/** Two placements that each stand on the other. */
const cyclic = station.replace(
  /(#(\d+)\s*=\s*IFCLOCALPLACEMENT\()(#\d+|\$)/,
  (_, head: string, own: string) => `${head}#${own}`,
);

describe('the worker for IFC files', () => {
  it('shows a first look, then gives the whole package', async () => {
    const steps = await convert(aFile('station.ifc', station));
    const kinds = steps.map(({ kind }) => kind);
    expect(kinds.indexOf('look')).toBeGreaterThan(0);
    expect(kinds.indexOf('look')).toBeLessThan(kinds.indexOf('model'));
    const made = steps.at(-1);
    if (made?.kind !== 'model') throw new Error('The last step is no model.');
    const { manifest, model, files } = made;
    // The networks of its systems follow.
    expect(manifest.layers.map(({ kind }) => kind).slice(0, 2)).toEqual(['bim', 'terrain']);
    expect(
      model.report.meshes + model.report.reasons.reduce((sum, { count }) => sum + count, 0),
    ).toBe(model.report.products);
    const folder = `${manifest.build}/bim/station`;
    const paths = files.map(([path]) => path);
    for (const name of [
      'model.json',
      'elements.bin',
      'properties.bin',
      'tileset.json',
      'source.ifc',
    ])
      expect(paths).toContain(`${folder}/${name}`);
    const look = steps.find((step) => step.kind === 'look');
    expect(look?.glb.subarray(0, 4)).toEqual(new TextEncoder().encode('glTF'));
  });

  it('says what is no IFC file', async () => {
    await expect(convert(aFile('notes.ifc', 'Dear all,'))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('notes.ifc'),
    });
  });

  it('survives a file whose placements go in a circle', async () => {
    const outcome = await convert(aFile('cyclic.ifc', cyclic)).then(
      (steps) => steps.at(-1)?.kind,
      (error: Error) => error.name,
    );
    expect(['model', 'InputError', 'WorkerDiedError']).toContain(outcome);
  });

  it('stops when its reader leaves', async () => {
    worker = startIfcWorker();
    const stop = new AbortController();
    const request = { file: aFile('station.ifc', station), id: 'dropped-station', name: 'Station' };
    const reading = (async () => {
      for await (const step of worker.stream('convert', request, { signal: stop.signal })) {
        if (step.kind === 'look' || step.kind === 'progress') stop.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
