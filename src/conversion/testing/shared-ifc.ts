// The real files that tests read where they are present.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/data/ifc/', import.meta.url));

/** Whether there are any. */
export const hasSharedFiles = existsSync(folder);

/** Paths below the folder, e.g. `infra/Tin-1.ifc`. */
export const sharedFiles: readonly string[] = hasSharedFiles
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ifc'))
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
  : [];

export const readShared = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(`${folder}${path}`));
