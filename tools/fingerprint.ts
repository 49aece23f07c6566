import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over names and content of all files at `paths` (files or folders, relative to `root`; missing
 * ones count as such) that `matters` says yes to.
 */
export function fingerprint(
  root: string,
  paths: readonly string[],
  matters: (path: string) => boolean = () => true,
): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => filesAt(root, one)).sort()) {
    if (!matters(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesAt(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesAt(root, `${path}/${name}`));
}
