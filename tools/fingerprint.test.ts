import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { createRecord } from './setup/records.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'panopolis-setup-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/a.ts'), 'one');
  writeFileSync(join(root, 'src/deep/b.ts'), 'two');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a fingerprint', () => {
  it('is the same for the same content, however old the files are', () => {
    const before = fingerprint(root, ['src', 'index.html']);
    writeFileSync(join(root, 'src/a.ts'), 'one');
    expect(fingerprint(root, ['index.html', 'src'])).toBe(before);
  });

  it.each<[string, () => void]>([
    ['content', () => writeFileSync(join(root, 'src/deep/b.ts'), 'three')],
    ['a new file', () => writeFileSync(join(root, 'index.html'), '')],
    ['a missing file', () => rmSync(join(root, 'src/a.ts'))],
  ])('changes with %s', (_, change) => {
    const before = fingerprint(root, ['src', 'index.html']);
    change();
    expect(fingerprint(root, ['src', 'index.html'])).not.toBe(before);
  });

  it('does not change with what does not matter', () => {
    const matters = (path: string) => !path.endsWith('.test.ts');
    const before = fingerprint(root, ['src'], matters);
    writeFileSync(join(root, 'src/a.test.ts'), 'new');
    expect(fingerprint(root, ['src'], matters)).toBe(before);
  });
});

describe('a record', () => {
  it('is current for the key it was written with, until it is cleared', () => {
    const record = createRecord(root, 'app-build');
    expect(record.compare('k1')).toBe('none');
    record.write('k1');
    expect(createRecord(root, 'app-build').compare('k1')).toBe('current');
    expect(record.compare('k2')).toBe('outdated');
    record.clear();
    expect(record.compare('k1')).toBe('none');
  });
});
