// Files of any format → networks, in their own planes. Files of one utility become one network.

import { InputError } from '#model/input-error.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { InputFormat } from '../detect.ts';
import { detectFormat } from '../detect.ts';
import { toByteSource } from '../json/byte-source.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { readEpanet } from './inp/read-epanet.ts';
import { readSwmm } from './inp/read-swmm.ts';
import { applyMappings, type MappedLayer } from './layers/apply-mapping.ts';
import type { LayerMapping } from './layers/field-mapping.ts';
import { proposeMapping } from './layers/propose-mapping.ts';
import { readLayers } from './layers/read-layer.ts';
import { readPandapipes } from './read-pandapipes.ts';

export interface NetworkFile {
  readonly name: string;
  /** Unpacked, but for zip archives of shapefiles. */
  readonly bytes: Uint8Array;
}

export interface ReadingWishes {
  /** What a file carries that does not say so itself, by its name; '' is for all others. */
  readonly utilities?: ReadonlyMap<string, UtilityNetwork> | undefined;
  /** By file name, in place of what is proposed. */
  readonly mappings?: ReadonlyMap<string, LayerMapping> | undefined;
  /** Assumed between ground and pipes where only the ground is known, m. */
  readonly coverM: number;
}

/** Throws `InputError` with file, place, value and what was expected. */
export async function readNetworkFiles(
  files: readonly NetworkFile[],
  wishes: ReadingWishes,
): Promise<ImportedNetwork[]> {
  const networks: ImportedNetwork[] = [];
  const mapped: MappedLayer[] = [];
  for (const file of files) {
    const format = detectFormat(toByteSource(file.name, file.bytes));
    if (isLayerFormat(format)) mapped.push(...(await mapLayers(file, format, wishes)));
    else networks.push(...readModel(file, format, wishes));
  }
  return [...networks, ...applyMappings(mapped)];
}

/** The layers of a file with the mapping that a person gave, else the one that their fields propose. */
export async function mapLayers(
  { name, bytes }: NetworkFile,
  format: InputFormat,
  { utilities, mappings }: Pick<ReadingWishes, 'utilities' | 'mappings'>,
): Promise<MappedLayer[]> {
  const layers = await readLayers(format, name, bytes);
  return layers.map((layer) => {
    const given = utilities?.get(layer.file) ?? utilities?.get(name) ?? utilities?.get('');
    const mapping = mappings?.get(layer.file) ?? proposeMapping(layer.features, layer.file);
    if (!mapping) {
      throw new InputError(
        { file: layer.file },
        'its features are no pipes or nodes; expected lines with a diameter, material or inverts, or points that are named after manholes, outfalls, hydrants …',
      );
    }
    return { layer, mapping: given ? { ...mapping, ...toChosen(given) } : mapping };
  });
}

const toChosen = (utility: UtilityNetwork) => ({
  utility,
  utilityConfidence: 1,
  utilityReason: 'as a person said',
});

export const isLayerFormat = (format: InputFormat): boolean =>
  format === 'geojson' ||
  format === 'geojson-lines' ||
  format === 'shapefile' ||
  format === 'flatgeobuf';

function readModel(
  { name, bytes }: NetworkFile,
  format: InputFormat,
  { utilities, coverM }: ReadingWishes,
): ImportedNetwork[] {
  const utility = utilities?.get(name) ?? utilities?.get('');
  switch (format) {
    case 'epanet-inp':
      return [readEpanet(decode(bytes), name, { coverM })];
    case 'swmm-inp':
      return [readSwmm(decode(bytes), name, { utility: toDrain(utility, name) })];
    case 'pandapipes':
      return readPandapipes(decode(bytes), name, { coverM, utility });
    default:
      throw new InputError(
        { file: name },
        `this is ${format}; expected an EPANET or SWMM model, GeoJSON, a shapefile, FlatGeobuf or pandapipes JSON.`,
      );
  }
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function toDrain(utility: UtilityNetwork | undefined, file: string) {
  if (utility === undefined || utility === 'storm' || utility === 'sanitary') return utility;
  if (utility === 'combined') return utility;
  throw new InputError(
    { file },
    `a SWMM model can't be of ${utility}; expected storm, sanitary or combined.`,
  );
}
