import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../', import.meta.url));

const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css') && !path.endsWith('ui/tokens.css'))
  .map((path) => ({
    path,
    text: readFileSync(`${source}${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

const literal =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|\b\d*\.?\d+px\b|:\s*(?:white|black|red|green|blue|gray|grey|orange|yellow|purple)\b/i;

test('finds a literal where there is one', () => {
  for (const line of ['color: #fff;', 'color: rgb(0 0 0)', 'width: 3px;', 'color: white;']) {
    expect(line).toMatch(literal);
  }
  expect('color: var(--ink); width: 1rem; white-space: nowrap').not.toMatch(literal);
});

test('keeps every colour and pixel in tokens.css', () => {
  const found = sheets.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => literal.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(sheets.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test('names only tokens that exist', () => {
  const tokens = readFileSync(`${source}ui/tokens.css`, 'utf8');
  const isKnown = (name: string, text: string) =>
    tokens.includes(`${name}:`) || text.includes(`${name}:`) || name.startsWith('--mantine-');
  const setByCode = new Set([
    '--tracks',
    '--row-heights',
    '--row-lines',
    '--tone',
    '--tone-wash',
    '--level',
    '--swatch',
  ]);
  const unknown = sheets.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--[\w-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !isKnown(name, text) && !setByCode.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('gives both themes the same colours', () => {
  const tokens = readFileSync(`${source}ui/tokens.css`, 'utf8');
  const namesAfter = (start: string) => {
    const block = tokens.slice(tokens.indexOf(start)).split('}')[0] ?? '';
    return [...block.matchAll(/(--[\w-]+):/g)].map(([, name]) => name).toSorted();
  };
  const dark = namesAfter('[data-mantine-color-scheme="dark"]');
  expect(dark.length).toBeGreaterThan(30);
  expect(namesAfter('[data-mantine-color-scheme="light"]')).toEqual(dark);
});
