// The building models of an ingest, several at once, each in a thread of its own.

import { join } from 'node:path';
import type { BimLayer, CityManifest } from '#contract/city-package.ts';
import type { ModelStand } from '#conversion/ifc/convert-ifc.ts';
import { InputError } from '#model/input-error.ts';
import { loadGeoidGrid } from '../geoid-file.ts';
import { type IngestOptions, type Opened, toSource } from '../ingest-options.ts';
import type { Workplace } from '../publish.ts';
import { convertModel } from './convert-model.ts';
import type { ConvertedModel, ModelJob } from './model-job.ts';
import { describeModel } from './model-notes.ts';
import { type ModelWishes, readModelWishes } from './model-wishes.ts';

export interface BuiltModels {
  readonly layers: readonly BimLayer[];
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
  readonly converted: readonly ConvertedModel[];
  readonly notes: readonly string[];
}

/** The city that the models come to, where there is one already. */
export interface ModelSite {
  readonly crs: string | undefined;
  readonly fallback: ModelJob['fallback'];
  /** Its ground, m above the ellipsoid; undefined outside of it. */
  readonly groundAt: (longitudeDeg: number, latitudeDeg: number) => number | undefined;
}

/** `onStands` hears where all of them stand while their tiles are still made. */
export async function buildModels(
  inputs: readonly Opened[],
  site: ModelSite | undefined,
  { packageFolder }: Workplace,
  options: IngestOptions,
  onStands?: (stands: readonly ModelStand[]) => void,
): Promise<BuiltModels> {
  const wishes = readWishes(inputs, options);
  const stands: ModelStand[] = [];
  const converted = await inTurns(options.jobs, inputs, async ({ plainPath, source }, number) => {
    const { id, name, placement } = wishes[number]!;
    options.progress.start('models', source.file);
    return await convertModel(
      {
        path: plainPath,
        file: source.file,
        ...{ id, name, given: placement },
        crs: options.crs,
        cityCrs: site?.crs,
        fallback: site?.fallback,
        geoid: await loadGeoidGrid(),
        withSystems: options.systems,
        outFolder: join(packageFolder, 'bim', id),
      },
      {
        signal: options.signal,
        groundAt: site?.groundAt,
        onStand: (stand) => {
          stands[number] = stand;
          if (Object.keys(stands).length === inputs.length) onStands?.(stands);
        },
        onProgress: (stage, done, total) => options.progress.update(`model ${stage}`, done, total),
      },
    );
  });
  return {
    layers: converted.map(({ model, boundsDeg }, number) => ({
      kind: 'bim',
      id: model.id,
      name: model.name,
      model: `bim/${model.id}/model.json`,
      count: model.count,
      boundsDeg: [...boundsDeg],
      ...(wishes[number]!.replaces.length > 0 ? { replaces: [...wishes[number]!.replaces] } : {}),
    })),
    sources: converted.map(({ model }) =>
      toSource(model.source.file, model.source.schema, model.count, options),
    ),
    fingerprints: converted.map(
      ({ model, fingerprint }, number) =>
        `bim/${model.id} ${fingerprint} ${wishes[number]!.replaces.join(' ')}`,
    ),
    converted,
    notes: converted.flatMap(describeModel),
  };
}

function readWishes(inputs: readonly Opened[], { at, replaces }: IngestOptions): ModelWishes[] {
  const [, second] = inputs;
  if (second && (at ?? replaces)) {
    throw new InputError(
      { file: at ? '--at' : '--replaces' },
      `there are ${inputs.length} models; expected one, or a .bim.json beside each.`,
    );
  }
  const wishes = inputs.map(({ path }) => readModelWishes(path, { at, replaces }));
  for (const [number, { id }] of wishes.entries()) {
    const earlier = wishes.findIndex((one) => one.id === id);
    if (earlier === number) continue;
    throw new InputError(
      { file: inputs[number]!.source.file },
      `${inputs[earlier]!.source.file} is called ${id} too; expected ids of their own (.bim.json).`,
    );
  }
  return wishes;
}

/** Runs `work` for all, so many at once; the first that fails ends it. */
async function inTurns<Input, Output>(
  atOnce: number,
  inputs: readonly Input[],
  work: (input: Input, number: number) => Promise<Output>,
): Promise<Output[]> {
  const outputs = new Array<Output>(inputs.length);
  let next = 0;
  async function hand(): Promise<void> {
    while (next < inputs.length) {
      const number = next++;
      outputs[number] = await work(inputs[number]!, number);
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, inputs.length)) }, hand));
  return outputs;
}
