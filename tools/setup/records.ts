import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Remembers in `.cache/` what something was made from, so that it is made anew only when that changes. */
export function createRecord(root: string, name: string) {
  const path = join(root, '.cache', `${name}.txt`);
  return {
    isCurrent: (key: string): boolean => {
      try {
        return readFileSync(path, 'utf8') === key;
      } catch {
        return false;
      }
    },
    write: (key: string): void => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, key);
    },
    clear: (): void => rmSync(path, { force: true }),
  };
}
