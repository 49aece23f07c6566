// One shared IFC file through the conversion, in a thread that is thrown away: what came of it.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateBytes } from 'gltf-validator';
import type { BimModel } from '#contract/bim-model.ts';
import { checkModelTile } from '#conversion/gltf/check-model-tile.ts';
import { glbReady } from '#conversion/gltf/open-glb.ts';
import { InputError } from '#model/input-error.ts';
import { loadGeoidGrid } from '#tools/ingest/geoid-file.ts';
import { convertModel } from '#tools/ingest/models/convert-model.ts';

export interface Outcome {
  /** Path below the shared folder. */
  readonly file: string;
  /** Undefined where it was refused. */
  readonly model: BimModel | undefined;
  /** The sentence by which it was refused. */
  readonly refusal: string | undefined;
  readonly seconds: number;
  /** gltf-validator's errors and faults of metadata and instances, packed and plain. */
  readonly faults: readonly string[];
}

/** Throws for anything but a model or a refusal in words. */
export async function checkFile(folder: string, file: string): Promise<Outcome> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const packed = await convert(join(folder, file), true);
    const took = seconds();
    const plain = await convert(join(folder, file), false);
    const { model } = packed;
    const faults = [...packed.faults, ...plain.faults];
    return { file, model, refusal: undefined, seconds: took, faults };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { file, model: undefined, refusal: error.message, seconds: seconds(), faults: [] };
  }
}

async function convert(path: string, isCompressed: boolean) {
  const outFolder = mkdtempSync(join(tmpdir(), 'panopolis-validate-'));
  try {
    const { model } = await convertModel(
      {
        ...{ path, file: basename(path), id: 'model', name: undefined, crs: undefined },
        ...{ cityCrs: undefined, given: undefined, fallback: undefined, isCompressed, outFolder },
        geoid: await loadGeoidGrid(),
      },
      { signal: new AbortController().signal },
    );
    return { model, faults: await faultsIn(outFolder) };
  } finally {
    rmSync(outFolder, { recursive: true, force: true });
  }
}

async function faultsIn(folder: string): Promise<string[]> {
  await glbReady;
  const faults: string[] = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.glb'))) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const { issues } = await validateBytes(bytes, { ignoredIssues: ['UNSUPPORTED_EXTENSION'] });
    const errors = issues.messages.filter(({ severity }) => severity === 0);
    faults.push(...errors.map(({ message, pointer }) => `${name}: ${message} ${pointer}`));
    faults.push(...checkModelTile(bytes, name));
  }
  return faults;
}
