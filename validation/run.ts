// `npm run validate -- NAME`: runs validation/NAME.validate.ts and writes docs/validation/NAME.md and .json;
// ends with 1 where a row fails.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type Report, toMarkdown } from './report.ts';

interface ValidationModule {
  validate(): Promise<Report>;
}

const folder = new URL('.', import.meta.url);
const results = new URL('../docs/validation/', folder);
const names = readdirSync(folder)
  .flatMap((file) => file.match(/^(.+)\.validate\.ts$/)?.[1] ?? [])
  .sort();

const [name = ''] = process.argv.slice(2);
if (!names.includes(name)) {
  if (name) console.error(`There is no validation “${name}”.`);
  console.error(
    `npm run validate -- NAME, where NAME is one of: ${names.join(', ') || '(none yet)'}`,
  );
  process.exit(1);
}

const { validate }: ValidationModule = await import(new URL(`${name}.validate.ts`, folder).href);
const report = await validate();
if (report.rows.length === 0) throw new Error(`validation/${name}.validate.ts checked nothing.`);
mkdirSync(results, { recursive: true });
writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(new URL(`${name}.md`, results), toMarkdown(report));
console.log(`${toMarkdown(report)}\ndocs/validation/${name}.md`);
process.exit(report.rows.every((row) => row.pass) ? 0 : 1);
