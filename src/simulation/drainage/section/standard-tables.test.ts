import { describe, expect, it } from 'vitest';
import { catalogued, swmmCircle, swmmEgg } from '../swmm/catalogue.ts';
import { depthOfCritical, depthOfFactor } from './flow-depths.ts';
import { readHeld, readShares } from './read-section.ts';
import { tabulateSection } from './section-table.ts';
import type { Transect } from './transect.ts';
import { tabulateTransect } from './transect.ts';

const at = (section: Parameters<typeof tabulateSection>[0], share: number) => {
  const into = new Float64Array(3);
  readShares(tabulateSection(section), share, into);
  return { area: into[0] ?? 0, width: into[1] ?? 0, radius: into[2] ?? 0 };
};

describe('sections by SWMM’s tables', () => {
  it('narrow an egg just below its crown to 31 % of its widest', () => {
    expect(at(swmmEgg(2.4), 0.96).width).toBeCloseTo(0.31, 12);
    expect(at(swmmEgg(2.4), 0.48).area).toBeCloseTo(0.42, 12);
  });

  it('keep within 2 % of a circle’s geometry', () => {
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const angle = 2 * Math.acos(1 - 2 * share);
      expect(at(swmmCircle(1), share).area * 2 * Math.PI).toBeGreaterThan(
        0.98 * (angle - Math.sin(angle)),
      );
      expect(at(swmmCircle(1), share).area * 2 * Math.PI).toBeLessThan(
        1.02 * (angle - Math.sin(angle)),
      );
    }
  });

  it('take the sizes of numbered pipes, and none that the catalogue lacks', () => {
    const arch = catalogued('ARCH', 58);
    expect(arch).toMatchObject({ heightM: 81 * 0.0254, widthM: 123 * 0.0254 });
    const upright = catalogued('VERT_ELLIPSE', 17);
    expect(upright).toMatchObject({ heightM: 121 * 0.0254, widthM: 77 * 0.0254 });
    expect(catalogued('ARCH', 103)).toBeUndefined();
    expect(catalogued('HORIZ_ELLIPSE', 0)).toBeUndefined();
  });
});

describe('depth of a uniform flow', () => {
  it('is the full depth in a circle that carries its full flow or more', () => {
    const table = tabulateSection(swmmCircle(0.9));
    expect(depthOfFactor(table, 1)).toBe(0.9);
    expect(depthOfFactor(table, 1.05)).toBe(0.9);
    expect(depthOfFactor(table, 0.99)).toBeLessThan(0.83 * 0.9);
  });

  it('falls from full to the level of the largest flow in a closed rectangle', () => {
    const table = tabulateSection({ shape: 'rect-closed', heightM: 1, widthM: 1 });
    expect(depthOfFactor(table, 1)).toBe(1);
    expect(depthOfFactor(table, 99)).toBeCloseTo(0.97, 9);
  });
});

describe('critical depth', () => {
  it('is that of the formula in a rectangle and full where the flow is more than the section takes', () => {
    const table = tabulateSection({ shape: 'rect-open', heightM: 2, widthM: 3, missingSides: 0 });
    // y = (q² / g w²)^⅓; 0.1 %: 400 steps.
    expect(depthOfCritical(table, 3)).toBeCloseTo(1, 3);
    expect(depthOfCritical(table, 30)).toBe(2);
  });
});

describe('widths summed up', () => {
  it('are the area of an open rectangle at every depth', () => {
    const table = tabulateSection({ shape: 'rect-open', heightM: 2, widthM: 3, missingSides: 0 });
    for (const depth of [0, 0.003, 0.7, 1.999, 2]) {
      expect(readHeld(table, depth)).toBeCloseTo(3 * depth, 9);
    }
  });
});

describe('a surveyed channel', () => {
  const vee: Transect = {
    ...{ id: 'V', unitM: 1, station: [0, 2, 4], level: [1, 0, 1], leftBank: 0, rightBank: 4 },
    ...{ manningLeft: 0.03, manningRight: 0.03, manningChannel: 0.03, meander: 1 },
  };

  it('is as wide at its bottom as one step above it', () => {
    const { width, area } = tabulateTransect(vee, 50);
    expect(width[0]).toBe(width[1]);
    expect(width[50]).toBeCloseTo(4, 12);
    expect(area[50]).toBeCloseTo(2, 12);
  });

  it('carries 0.3 % less than its geometry, by SWMM’s two factors of Manning’s formula', () => {
    const walls = { station: [0, 0, 2, 2], level: [1, 0, 0, 1], rightBank: 2 };
    const { radius } = tabulateTransect({ ...vee, ...walls }, 50);
    expect(radius[25]).toBeCloseTo((1 / 3) * (1.486 / 1.49) ** 1.5, 9);
  });

  it('covers a surveyed point by the sum of its steps in feet, whose last digit decides', () => {
    const survey = { station: [0, 1.6, 204, 329.4], level: [928.9, 928.9, 899.9, 917.8] };
    const { width } = tabulateTransect({ ...vee, ...survey, unitM: 0.3048 }, 50);
    expect((width[50] ?? 0) / 0.3048).toBeCloseTo(329.4, 9);
  });

  it('loses no conveyance to a ridge between two pools', () => {
    const pools: Transect = { ...vee, station: [0, 1, 2, 3, 4], level: [1, 0, 1, 0, 1] };
    const one = { ...vee, station: [0, 1, 2], level: [1, 0, 1], rightBank: 2 };
    const two = tabulateTransect(pools, 50);
    const half = tabulateTransect(one, 50);
    // Each pool flows by itself: the same radius, twice the area.
    expect(two.radius[25]).toBeCloseTo(half.radius[25] ?? 0, 12);
    expect(two.area[25]).toBeCloseTo(2 * (half.area[25] ?? 0), 12);
  });
});
