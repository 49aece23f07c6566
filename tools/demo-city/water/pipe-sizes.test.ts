import { expect, it } from 'vitest';
import { materialOf, nominalSizes, type PipeMaterial, roughnessOf, sizeOf } from './pipe-sizes.ts';

const materials: readonly PipeMaterial[] = [
  ...(['greyCastIron', 'ductileIron', 'asbestosCement', 'steel', 'pvc', 'polyethylene'] as const),
];

it('has a wall round every pipe, and larger pipes the larger the nominal size', () => {
  for (const material of materials) {
    const sizes = nominalSizes.map((size) => sizeOf(material, size));
    for (const [index, { innerMm, outerMm, nominalMm }] of sizes.entries()) {
      expect(innerMm, `${material} DN ${nominalMm}`).toBeLessThan(outerMm);
      expect(innerMm / nominalMm).toBeGreaterThan(0.8);
      expect(innerMm / nominalMm).toBeLessThan(1.15);
      if (index > 0) expect(innerMm).toBeGreaterThan(sizes[index - 1]!.innerMm);
    }
  }
});

it('takes no plastic before there was any, nor for large mains', () => {
  for (let chance = 0; chance < 1; chance += 0.05) {
    expect(['greyCastIron', 'steel']).toContain(materialOf(1910, 150, chance));
    expect(['steel', 'ductileIron']).toContain(materialOf(2010, 600, chance));
  }
  expect(materialOf(2015, 100, 0.1)).toBe('polyethylene');
});

it('finds old iron rougher than new plastic', () => {
  expect(roughnessOf('greyCastIron', 1900)).toBeGreaterThan(roughnessOf('ductileIron', 2000));
  expect(roughnessOf('ductileIron', 2000)).toBeGreaterThan(roughnessOf('polyethylene', 2015));
});
