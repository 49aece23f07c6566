import { describe, expect, it } from 'vitest';
import { readShares } from './read-section.ts';
import { searchLevel } from './search-area.ts';
import { searchCritical } from './search-critical.ts';
import { tabulateSection } from './section-table.ts';
import type { Transect } from './transect.ts';

const brook: Transect = {
  ...{ station: [0, 10, 20, 30, 40], level: [4, 1, 0, 1, 4], leftBank: 0, rightBank: 40 },
  ...{
    id: 'brook',
    meander: 1,
    manningLeft: 0.03,
    manningChannel: 0.03,
    manningRight: 0.03,
    unitM: 1,
  },
};
const table = tabulateSection({ shape: 'irregular', transect: brook });
const shares = new Float64Array(3);

function factorAt(level: number): number {
  readShares(table, level, shares);
  return shares[0]! * shares[2]! ** (2 / 3);
}

describe('the search for uniform depth in a surveyed channel', () => {
  it('is right to 1/10,000 of the full area at every step of its table', () => {
    for (let step = 3; step < table.steps; step++) {
      const level = step / table.steps;
      const area = table.values[3 * step]!;
      readShares(table, searchLevel(table, factorAt(level)), shares);
      expect(Math.abs(shares[0]! - area)).toBeLessThan(1e-4);
    }
  });

  it('stops short of the true depth of a shallow flow, as SWMM does', () => {
    const off = [4, 5, 6].map((step) => {
      const level = step / table.steps;
      return Math.abs(searchLevel(table, factorAt(level)) / level - 1);
    });
    expect(Math.max(...off)).toBeGreaterThan(1e-5);
    expect(Math.max(...off)).toBeLessThan(0.02);
  });

  it('finds nothing for nothing and full for full', () => {
    expect(searchLevel(table, 1e-12)).toBeLessThan(0.02);
    expect(searchLevel(table, 1)).toBeCloseTo(1, 3);
  });
});

describe('the search for critical depth in a surveyed channel', () => {
  it('is right to a millimetre at every depth', () => {
    for (let step = 1; step < 98; step++) {
      const depth = (step / 100) * table.heightM;
      readShares(table, step / 100, shares);
      const [area, width] = [shares[0]! * table.areaM2, shares[1]! * table.widthM];
      const found = searchCritical(table, Math.sqrt(area ** 3 / width));
      expect(Math.abs(found - depth)).toBeLessThan(1e-3);
    }
  });

  it('is full where the channel carries less', () => {
    expect(searchCritical(table, 1e6)).toBe(table.heightM);
  });
});
