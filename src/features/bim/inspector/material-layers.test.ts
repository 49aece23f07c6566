import { describe, expect, it } from 'vitest';
import type { ElementSet } from '../contract.ts';
import { layersOf, patternOf } from './material-layers.ts';

const set = (
  ...entries: readonly (readonly [string, string | number | boolean])[]
): ElementSet => ({
  name: 'Material',
  kind: 'material',
  isOfType: false,
  entries: entries.map(([name, value]) => ({ name, value, unit: '' })),
});

describe('material layers', () => {
  it('come in the order of their numbers, with what each is and how thick', () => {
    const layers = layersOf(
      set(
        ['Name', 'Cavity wall'],
        ['Layer 10.Material', 'Plaster'],
        ['Layer 10.Thickness', 0.01],
        ['Layer 2.Material', 'Air'],
        ['Layer 2.Thickness', 0.04],
        ['Layer 2.IsVentilated', true],
        ['Layer 1.Thickness', 0.1],
        ['Layer 1.Material', 'Brick'],
        ['Thickness', 0.15],
      ),
    );
    expect(layers).toEqual([
      { number: 1, material: 'Brick', thicknessM: 0.1, isVentilated: false },
      { number: 2, material: 'Air', thicknessM: 0.04, isVentilated: true },
      { number: 10, material: 'Plaster', thicknessM: 0.01, isVentilated: false },
    ]);
  });

  it('are none in a set of another kind, or of one material', () => {
    expect(layersOf(set(['Name', 'Steel']))).toEqual([]);
    expect(layersOf({ ...set(['Layer 1.Material', 'X']), kind: 'property-set' })).toEqual([]);
  });

  it('are hatched by what their material is called', () => {
    const hatch = (material: string, isVentilated = false) =>
      patternOf({ number: 1, material, thicknessM: 0, isVentilated });
    expect(
      [
        'Masonry - Brick',
        'Concrete, cast in situ',
        'Beton C25/30',
        'Mineral wool',
        'Metal Stud Layer',
        'Gypsum Wall Board',
        'Holz',
        '保温层',
        'Default',
      ].map((material) => hatch(material)),
    ).toEqual([
      ...['masonry', 'concrete', 'concrete', 'insulation', 'metal', 'board', 'timber'],
      ...['insulation', 'plain'],
    ]);
    expect(hatch('Brick', true)).toBe('air');
  });
});
