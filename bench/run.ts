// `npm run bench -- NAME`: runs bench/NAME.bench.ts, writes bench/results/NAME.csv and prints it.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { toCsv, toTable } from './print.ts';
import type { Row } from './row.ts';
import { measureYardstick, yardstickRow } from './yardstick.ts';

interface BenchModule {
  /** Measures; throws where it can't. */
  bench(): Promise<readonly Row[]>;
  /** Files that it reads and that a clone may lack: then it is skipped. */
  readonly needs?: readonly string[];
}

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .flatMap((file) => file.match(/^(.+)\.bench\.ts$/)?.[1] ?? [])
  .sort();

const [name = ''] = process.argv.slice(2);
if (!names.includes(name)) {
  if (name) console.error(`There is no bench “${name}”.`);
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(none yet)'}`);
  process.exit(1);
}

const { bench, needs = [] }: BenchModule = await import(new URL(`${name}.bench.ts`, folder).href);
for (const file of needs) {
  if (existsSync(file)) continue;
  console.log(`Skipped: the bench “${name}” reads ${file}, which is missing.`);
  process.exit(0);
}
const before = measureYardstick();
const rows = await bench();
if (rows.length === 0) throw new Error(`bench/${name}.bench.ts measured nothing.`);
const all = [...rows, yardstickRow(before, measureYardstick())];
mkdirSync(new URL('results/', folder), { recursive: true });
writeFileSync(new URL(`results/${name}.csv`, folder), toCsv(all));
console.log(`${toTable(all)}\nbench/results/${name}.csv`);
// A browser or a pool that a bench forgot to close doesn't hold up who waits for the figures.
process.exit(0);
