import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '#tools/fingerprint.ts';
import { runNode } from './children.ts';
import { createRecord } from './records.ts';

const sources = [
  'index.html',
  'package-lock.json',
  'public',
  'src',
  'tools/setup/vite',
  'vite.config.ts',
  'workers',
];
const isSource = (path: string) => !/\.test\.tsx?$|\.md$/.test(path);

/** Builds the app into `dist/` unless what lies there was built from these very sources. */
export async function buildApp(root: string): Promise<void> {
  const record = createRecord(root, 'app-build');
  const key = fingerprint(root, sources, isSource);
  if (record.compare(key) === 'current' && existsSync(join(root, 'dist/index.html'))) return;
  console.log('Building the app …');
  record.clear();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { exitCode, output } = await runNode([vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    isQuiet: true,
    // A test runner sets its own, which would build the app for developing.
    environment: { NODE_ENV: 'production' },
  });
  if (exitCode !== 0) throw new Error(`${output.trim()}\nThe app could not be built.`);
  record.write(key);
}
