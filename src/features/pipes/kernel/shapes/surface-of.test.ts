import { describe, expect, it } from 'vitest';
import { surfaces } from '../../contract/shapes.ts';
import { surfaceOf } from './surface-of.ts';

describe('what a pipe is made of', () => {
  it.each([
    ['ductileIron', 'iron'],
    ['ductile iron', 'iron'],
    ['DI', 'iron'],
    ['vitrified clay', 'clay'],
    ['reinforced concrete', 'concrete'],
    ['asbestosCement', 'concrete'],
    ['PE', 'plastic'],
    ['pvc', 'plastic'],
    ['polyethylene', 'plastic'],
    ['steel', 'steel'],
    ['preinsulated steel', 'insulated'],
    ['NAYY 4x150', 'cable'],
    ['A2XS(FL)2Y 3x1000', 'cable'],
    ['brick', 'brick'],
    ['', 'unknown'],
    ['who knows', 'unknown'],
  ])('%s is %s', (word, surface) => {
    expect(surfaces[surfaceOf(word)]).toBe(surface);
  });
});
