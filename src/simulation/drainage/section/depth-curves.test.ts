import { describe, expect, it } from 'vitest';
import { swmmCircle, swmmEgg } from '../swmm/catalogue.ts';
import { depthOfCritical, depthOfFactor } from './flow-depths.ts';
import { tabulateSection } from './section-table.ts';
import { standardTables } from './standard-tables.ts';

describe('depth of a uniform flow', () => {
  it('is that of SWMM’s table at each of its steps, and linear between', () => {
    const circle = tabulateSection(swmmCircle(2));
    expect(depthOfFactor(circle, 0.4998)).toBeCloseTo(1, 9);
    expect(depthOfFactor(circle, (0.4998 + 0.52658) / 2)).toBeCloseTo(0.5 + 0.51572, 9);
  });

  it('is a shallow circle’s by its geometry', () => {
    const angle = 0.9;
    const area = (angle - Math.sin(angle)) / (2 * Math.PI);
    const factor = area * ((angle - Math.sin(angle)) / angle) ** (2 / 3);
    const depth = (1 - Math.cos(angle / 2)) / 2;
    expect(depthOfFactor(tabulateSection(swmmCircle(1)), factor)).toBeCloseTo(depth, 4);
  });

  it('falls along both last steps of an egg that carries more than when full', () => {
    const { depth, factor } = standardTables.egg.byArea ?? { depth: [], factor: [] };
    const egg = tabulateSection(swmmEgg(1));
    expect(depthOfFactor(egg, factor[49] ?? 0)).toBeCloseTo(depth[49] ?? 0, 9);
    expect(depthOfFactor(egg, 9)).toBeCloseTo(depth[48] ?? 0, 9);
  });

  it('is a rectangle’s by formula, near its bottom too', () => {
    const channel = tabulateSection({
      ...{ shape: 'rect-open', heightM: 2, widthM: 3, missingSides: 0 },
    });
    const factor = (y: number) => 3 * y * ((3 * y) / (3 + 2 * y)) ** (2 / 3);
    for (const depth of [0.01, 0.1, 1.3]) {
      const found = depthOfFactor(channel, factor(depth) / factor(2));
      expect(Math.abs(found / depth - 1)).toBeLessThan(5e-4);
    }
  });
});

describe('critical depth', () => {
  it('is read at 25 steps in a pipe', () => {
    const pipe = tabulateSection(swmmCircle(1));
    const flow = (k: number) => {
      const { area, width } = standardTables.circle;
      return Math.sqrt(((area[2 * k] ?? 0) * (Math.PI / 4)) ** 3 / (width[2 * k] ?? 1));
    };
    expect(depthOfCritical(pipe, flow(10))).toBeCloseTo(0.4, 9);
    expect(depthOfCritical(pipe, (flow(10) + flow(11)) / 2)).toBeCloseTo(0.42, 9);
  });
});
