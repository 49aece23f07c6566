import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Remembers in `.cache/` what something was made from, so that it is made anew only when that changes. */
export function createRecord(root: string, name: string) {
  const path = join(root, '.cache', `${name}.txt`);
  return {
    compare: (key: string): 'none' | 'current' | 'outdated' => {
      if (!existsSync(path)) return 'none';
      return readFileSync(path, 'utf8') === key ? 'current' : 'outdated';
    },
    write: (key: string): void => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, key);
    },
    clear: (): void => rmSync(path, { force: true }),
  };
}
