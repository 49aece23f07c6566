import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A data folder and a built app in a temporary place, for tests; `remove` takes them away. */
export interface TestHouse {
  readonly dataFolder: string;
  readonly appFolder: string;
  /** Writes below the temporary place; `data/…` or `app/…`. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** The same with `.gz` and `.br` beside it. */
  writeCompressed(path: string, content: string): Promise<void>;
  remove(): Promise<void>;
}

export async function aTestHouse(): Promise<TestHouse> {
  const root = await mkdtemp(join(tmpdir(), 'panopolis-server-'));
  // Run by root, the database runs as somebody else, who has to get in.
  await chmod(root, 0o755);
  const write: TestHouse['write'] = async (path, content) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  await write('app/index.html', '<!doctype html><title>Panopolis</title>');
  await mkdir(join(root, 'data'));
  return {
    dataFolder: join(root, 'data'),
    appFolder: join(root, 'app'),
    write,
    writeCompressed: async (path, content) => {
      await write(path, content);
      await write(`${path}.gz`, gzipSync(content));
      await write(`${path}.br`, brotliCompressSync(content));
    },
    remove: () => rm(root, { recursive: true }),
  };
}

export const aManifest = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({
    format: 'panopolis-city',
    version: 1,
    id: 'delft',
    name: 'Delft',
    build: '0123456789ab',
    boundsDeg: [4.3, 51.9, 4.4, 52],
    heightM: [40, 120],
    crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
    timeZone: 'Europe/Amsterdam',
    sources: [],
    layers: [],
    ...change,
  });
