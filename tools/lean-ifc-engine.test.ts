import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { leanIfcEngine } from './lean-ifc-engine.mjs';

const node = createRequire(import.meta.url).resolve('web-ifc');

describe('the lean IFC engine', () => {
  it.each(['web-ifc-api-node.js', 'web-ifc-api.js'])('is a tenth of %s', (file) => {
    const whole = readFileSync(node.replace('web-ifc-api-node.js', file), 'utf8');
    const lean = leanIfcEngine(whole);
    expect(lean.length).toBeLessThan(whole.length / 10);
    expect(lean).toContain('OpenModel(data, settings)');
  });

  it('knows the names of all schemas', () => {
    const lean = leanIfcEngine(readFileSync(node, 'utf8'));
    for (const schema of ['IFC2X3', 'IFC4', 'IFC4X3_ADD2']) expect(lean).toContain(`"${schema}"`);
  });

  it('leaves alone what it does not know', () => {
    expect(leanIfcEngine('var IFC4 = makeClasses();')).toBe('var IFC4 = makeClasses();');
  });
});
