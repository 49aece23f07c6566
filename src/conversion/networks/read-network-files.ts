// Files of any format → networks, in their own planes. Files of one utility become one network.

import { InputError } from '#model/input-error.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { InputFormat } from '../detect.ts';
import { detectFormat } from '../detect.ts';
import { toByteSource } from '../json/byte-source.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { readEpanet } from './inp/read-epanet.ts';
import { readSwmm } from './inp/read-swmm.ts';

export interface NetworkFile {
  readonly name: string;
  /** Unpacked, but for zip archives of shapefiles. */
  readonly bytes: Uint8Array;
}

export interface ReadingWishes {
  /** What a file carries that does not say so itself, by its name; '' is for all others. */
  readonly utilities?: ReadonlyMap<string, UtilityNetwork> | undefined;
  /** Assumed between ground and pipes where only the ground is known, m. */
  readonly coverM: number;
}

export const USUAL_COVER_M = 1.2;

/** Throws `InputError` with file, place, value and what was expected. */
export async function readNetworkFiles(
  files: readonly NetworkFile[],
  wishes: ReadingWishes,
): Promise<ImportedNetwork[]> {
  const networks: ImportedNetwork[] = [];
  for (const file of files) networks.push(...(await readOne(file, wishes)));
  return networks;
}

async function readOne(
  { name, bytes }: NetworkFile,
  { utilities, coverM }: ReadingWishes,
): Promise<ImportedNetwork[]> {
  const format: InputFormat = detectFormat(toByteSource(name, bytes));
  const utility = utilities?.get(name) ?? utilities?.get('');
  switch (format) {
    case 'epanet-inp':
      return [readEpanet(decode(bytes), name, { coverM })];
    case 'swmm-inp':
      return [readSwmm(decode(bytes), name, { utility: toDrain(utility, name) })];
    default:
      throw new InputError({ file: name }, `this is ${format}; expected an EPANET or SWMM model.`);
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
