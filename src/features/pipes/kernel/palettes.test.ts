import { describe, expect, it } from 'vitest';
import { utilityNetworks } from '#model/utility-network.ts';
import { palettes } from '../contract.ts';
import { paletteRows, toUnit, utilities, utilityColour } from './palettes.ts';

describe('colours of utilities', () => {
  it('stand in the rows that the state table counts by', () => {
    expect(utilities).toEqual(Object.keys(utilityNetworks));
    for (const palette of palettes) {
      const rows = paletteRows(palette);
      expect(rows[utilities.indexOf('gas')]).toEqual(toUnit(utilityColour(palette, 'gas')));
      expect(rows.flat().every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });

  it.each(palettes)('are told from each other in %s', (palette) => {
    const rows = paletteRows(palette);
    for (const [row, colour] of rows.entries()) {
      for (const other of rows.slice(row + 1)) {
        const off = Math.hypot(...colour.map((share, axis) => share - (other[axis] ?? 0)));
        expect(off).toBeGreaterThan(0.1);
      }
    }
  });
});
