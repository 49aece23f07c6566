// What a person is shown before networks are opened: what was found, what has to be asked, what was assumed.

import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { detectFormat } from '../detect.ts';
import { toByteSource } from '../json/byte-source.ts';
import { importNetworks, type NetworkWishes, usualWishes } from './import-networks.ts';
import type { LayerMapping } from './layers/field-mapping.ts';
import type { NetworkAnswers } from './network-answers.ts';
import type { NetworkReport } from './network-report.ts';
import { isLayerFormat, mapLayers, type NetworkFile } from './read-network-files.ts';
import type { NetworkFinding } from './report/findings.ts';

export interface LayerPreview {
  readonly file: string;
  /** Fields of its features, each with a value as an example. */
  readonly fields: readonly { readonly name: string; readonly example: string }[];
  readonly features: number;
  readonly mapping: LayerMapping;
}

export interface NetworkPreview {
  readonly layers: readonly LayerPreview[];
  readonly reports: readonly NetworkReport[];
  /** West, south, east, north of each file's numbers where a place has to be asked for. */
  readonly asksPlace: { readonly sentence: string } | undefined;
  /** Files that don't say what flows. */
  readonly asksUtility: readonly string[];
}

export const findingKey = (network: string, { kind, id, repair }: NetworkFinding): string =>
  `${network}/${kind}/${id}/${repair?.kind ?? ''}`;

export function toWishes({
  crs,
  drawing,
  utilities,
  mappings,
  accepted,
}: NetworkAnswers): NetworkWishes {
  const keys = new Set(accepted);
  return {
    ...usualWishes,
    crs,
    drawing,
    utilities: new Map(Object.entries(utilities)),
    mappings: new Map(Object.entries(mappings)),
    accepts: (network, finding) => keys.has(findingKey(network, finding)),
  };
}

/** Throws `InputError` for what can't be read at all. */
export async function examineNetworks(
  files: readonly NetworkFile[],
  answers: NetworkAnswers,
  geoid: Geoid,
): Promise<NetworkPreview> {
  const wishes = toWishes(answers);
  const layers: LayerPreview[] = [];
  for (const file of files) {
    const format = detectFormat(toByteSource(file.name, file.bytes));
    if (!isLayerFormat(format)) continue;
    for (const { layer, mapping } of await mapLayers(file, format, wishes)) {
      const examples = new Map<string, string>();
      for (const { properties } of layer.features.slice(0, 50)) {
        for (const [name, value] of Object.entries(properties)) {
          const text = value === null || value === undefined ? '' : String(value);
          if (!examples.get(name)) examples.set(name, text);
        }
      }
      layers.push({
        file: layer.file,
        features: layer.features.length,
        fields: [...examples].map(([name, example]) => ({ name, example: example.slice(0, 40) })),
        mapping,
      });
    }
  }
  const asksUtility = layers
    .filter(({ mapping }) => mapping.utility === undefined)
    .map(({ file }) => file);
  const none = { layers, reports: [], asksPlace: undefined, asksUtility };
  if (asksUtility.length > 0) return none;
  try {
    const { reports } = await importNetworks(files, wishes, { geoid });
    return { ...none, reports };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'crs-missing') throw error;
    return { ...none, asksPlace: { sentence: error.message } };
  }
}
