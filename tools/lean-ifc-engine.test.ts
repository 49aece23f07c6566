import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as engine from 'web-ifc';
import { leanIfcEngine } from './lean-ifc-engine.mjs';

const node = createRequire(import.meta.url).resolve('web-ifc');

describe('the lean IFC engine', () => {
  it.each(['web-ifc-api-node.js', 'web-ifc-api.js'])('is a fifth of %s', (file) => {
    const whole = readFileSync(node.replace('web-ifc-api-node.js', file), 'utf8');
    const lean = leanIfcEngine(whole);
    expect(lean.length).toBeLessThan(whole.length / 5);
    expect(lean).toContain('OpenModel(data, settings)');
  });

  it('knows the names of all schemas', () => {
    const lean = leanIfcEngine(readFileSync(node, 'utf8'));
    for (const schema of ['IFC2X3', 'IFC4', 'IFC4X3_ADD2']) expect(lean).toContain(`"${schema}"`);
  });

  it('says of every class what the whole engine says: its name, what derives from it, its attributes', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'lean-')), 'engine.cjs');
    writeFileSync(path, leanIfcEngine(readFileSync(node, 'utf8')));
    const lean: typeof engine = createRequire(import.meta.url)(path);
    expect(lean.InheritanceDef).toEqual(engine.InheritanceDef);
    expect([lean.IFC2X3, lean.IFC4, lean.IFC4X3].map(Object.keys)).toEqual(
      [engine.IFC2X3, engine.IFC4, engine.IFC4X3].map(Object.keys),
    );
    const types: string[] = [];
    for (const table of [1, 2, 3]) {
      const whole: Makers = engine.FromRawLineData[table];
      const short: Makers = lean.FromRawLineData[table];
      expect(Object.keys(short)).toEqual(Object.keys(whole));
      for (const [code, make] of Object.entries(whole)) {
        const attributes = namesAndTypes(make);
        expect(namesAndTypes(short[code]!)).toEqual(attributes);
        types.push(...attributes);
      }
    }
    expect(types).toContain('GlobalId IFCGLOBALLYUNIQUEID');
  });

  it('leaves alone what it does not know', () => {
    expect(leanIfcEngine('var IFC4 = makeClasses();')).toBe('var IFC4 = makeClasses();');
  });
});

type Makers = Readonly<Record<string, (values: unknown[]) => object>>;

/** As the description of a model reads them from an entity made of markers. */
function namesAndTypes(make: (values: unknown[]) => object): string[] {
  const marker = {
    type: 0,
    value: '1',
    map: (read: (one: unknown) => unknown) => [read(marker)],
  };
  return Object.entries(make(Array.from({ length: 64 }, () => marker)))
    .filter(([name]) => name !== 'expressID' && name !== 'type')
    .map(([name, value]) => {
      const one: unknown = Array.isArray(value) ? value[0] : value;
      const isTyped = typeof one === 'object' && one !== null && 'name' in one;
      return `${name} ${isTyped ? String(one.name) : ''}`;
    });
}
