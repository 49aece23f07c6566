// Puts a finished build in place: the fresh folder first, then city.json in one rename, then the old builds go.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityManifest } from '#contract/city-package.ts';

const BUILD = /^[0-9a-f]{12}$/;

/** Moves `packageFolder` to `<city>/<build>` and makes `manifest` the city's; the old one stands until then. */
export function publish(cityFolder: string, packageFolder: string, manifest: CityManifest): void {
  const target = join(cityFolder, manifest.build);
  // The same content builds the same name: what lies there is this build, or a damaged one.
  if (existsSync(target)) rmSync(target, { recursive: true });
  renameSync(packageFolder, target);
  const draft = join(cityFolder, `.city-${process.pid}.json`);
  writeFileSync(draft, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(draft, join(cityFolder, 'city.json'));
  for (const entry of readdirSync(cityFolder)) {
    if (BUILD.test(entry) && entry !== manifest.build) {
      rmSync(join(cityFolder, entry), { recursive: true, force: true });
    }
  }
}

/** What an ingest left that was killed. */
function removeAbandoned(cityFolder: string): void {
  if (!existsSync(cityFolder)) return;
  for (const entry of readdirSync(cityFolder)) {
    const pid = /^\.(?:building|city)-(\d+)/.exec(entry)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(join(cityFolder, entry), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export interface Workplace {
  /** Spills and unpacked inputs. */
  readonly scratch: string;
  /** Becomes the build. */
  readonly packageFolder: string;
  /** Removes whatever is left; a city folder that was made for nothing goes too. */
  clear(): void;
}

/** A hidden folder beside the builds, on the same disk so that publishing is a rename. */
export function createWorkplace(cityFolder: string): Workplace {
  const isNew = !existsSync(cityFolder);
  removeAbandoned(cityFolder);
  const root = join(cityFolder, `.building-${process.pid}`);
  const scratch = join(root, 'scratch');
  const packageFolder = join(root, 'package');
  mkdirSync(scratch, { recursive: true });
  mkdirSync(packageFolder, { recursive: true });
  return {
    scratch,
    packageFolder,
    clear() {
      rmSync(root, { recursive: true, force: true });
      if (isNew && existsSync(cityFolder) && readdirSync(cityFolder).length === 0) {
        rmSync(cityFolder, { recursive: true });
      }
    },
  };
}
