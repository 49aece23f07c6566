// `npm run validate -- NAME`: runs validation/NAME.validate.ts and writes docs/validation/NAME.md, .json and plots;
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
const { plots = [], ...tables } = report;
writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(tables, null, 2)}\n`);
writeFileSync(new URL(`${name}.md`, results), toMarkdown(report, name));
if (plots.length > 0) mkdirSync(new URL(`${name}/`, results), { recursive: true });
for (const { file, svg } of plots) writeFileSync(new URL(`${name}/${file}`, results), svg);
console.log(`${toMarkdown(report, name)}\ndocs/validation/${name}.md`);
process.exit(report.rows.every((row) => row.pass) ? 0 : 1);
