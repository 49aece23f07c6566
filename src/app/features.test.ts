import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { features } from './features.ts';

const folder = fileURLToPath(new URL('../features/', import.meta.url));

const foldersWithDeclaration = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${folder}${entry.name}/index.ts`))
  .map((entry) => entry.name);

describe('the feature list', () => {
  it('names every folder that declares a feature, and nothing else', () => {
    expect(features.map(({ id }) => id).toSorted()).toEqual(foldersWithDeclaration.toSorted());
  });

  it('gives every slice the id of its feature, so that a link finds it again', () => {
    for (const { id, slice } of features) expect(slice?.id ?? id).toBe(id);
  });

  it('has words in both languages for every feature and command', () => {
    const texts = features.flatMap(({ name, summary, commands = [] }) => [
      name,
      summary,
      ...commands.map(({ title }) => title),
    ]);
    for (const { en, zh } of texts) {
      expect(en).not.toBe('');
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('gives no two commands the same id or shortcut', () => {
    const commands = features.flatMap((feature) => feature.commands ?? []);
    const shortcuts = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
