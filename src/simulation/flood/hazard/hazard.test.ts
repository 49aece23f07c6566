import { describe, expect, it } from 'vitest';
import { aidrClass, aidrLimits } from './aidr-class.ts';
import { debrisFactor, debrisVariants, ukClass, ukLimits, ukRating } from './uk-rating.ts';

describe('the debris factor of FD2320 and FD2321', () => {
  it.each([
    // Depth, speed; planning, urban, woodland, pasture.
    [0.01, 0, 0.5, 0, 0, 0],
    [0.25, 2, 0.5, 0, 0, 0],
    [0.2501, 0, 1, 1, 0.5, 0],
    [0.75, 2, 1, 1, 0.5, 0],
    [0.7501, 0, 1, 1, 1, 0.5],
    [0.5, 2.01, 1, 1, 1, 0.5],
    [0.2, 2.01, 0.5, 1, 1, 0.5],
  ])('at %s m and %s m/s is as in the tables', (depth, speed, ...expected) => {
    const found = ['planning', 'urban', 'woodland', 'pasture'] as const;
    expect(found.map((variant) => debrisFactor(depth, speed, variant))).toEqual(expected);
  });

  it('makes of depth and speed d (v + 0.5) + DF, and nothing of dry ground', () => {
    expect(ukRating(1, 1.5, 'urban')).toBe(1 * (1.5 + 0.5) + 1);
    for (const variant of debrisVariants) expect(ukRating(0, 0, variant)).toBe(0);
  });

  it('puts each border of the classes on its own side', () => {
    const classesAt = (variant: 'planning' | 'urban', ...ratings: number[]) =>
      ratings.map((rating) => ukClass(rating, variant));
    expect(classesAt('planning', 0, 0.7499, 0.75, 1.2499, 1.25, 2, 2.0001)).toEqual([
      ...['low', 'low', 'danger-for-some', 'danger-for-some'],
      ...['danger-for-most', 'danger-for-most', 'danger-for-all'],
    ]);
    expect(classesAt('urban', 2.5, 2.5001)).toEqual(['danger-for-most', 'danger-for-all']);
    expect(ukLimits('pasture')).toEqual([0.75, 1.25, 2.5]);
  });
});

describe('the AIDR classes', () => {
  it('hold up to their limits of depth, in f32 as a solver has them', () => {
    const depths = [0.3, 0.5, 1.2, 2, 4].map(Math.fround);
    expect(depths.map((depth) => aidrClass(depth, 0))).toEqual([1, 2, 3, 4, 5]);
    const above = depths.map((depth) => depth * 1.0001);
    expect(above.map((depth) => aidrClass(depth, 0))).toEqual([2, 3, 4, 5, 6]);
  });

  it('hold up to their limits of speed', () => {
    expect([2, 2.001, 4, 4.001].map((speed) => aidrClass(0.01, speed))).toEqual([1, 5, 5, 6]);
  });

  it('hold up to their limits of depth × speed', () => {
    expect([0.3 / 0.25, 0.31 / 0.25].map((speed) => aidrClass(0.25, speed))).toEqual([1, 2]);
    expect([0.6 / 0.4, 0.61 / 0.4].map((speed) => aidrClass(0.4, speed))).toEqual([2, 4]);
    expect([0.5, 0.51].map((speed) => aidrClass(1.2, speed))).toEqual([3, 4]);
    expect([0.5, 0.51].map((speed) => aidrClass(2, speed))).toEqual([4, 5]);
    expect([1, 1.01].map((speed) => aidrClass(4, speed))).toEqual([5, 6]);
  });

  it('never fall where depth or speed grows', () => {
    for (let depth = 0.05; depth < 5; depth += 0.05) {
      for (let speed = 0; speed < 5; speed += 0.1) {
        const here = aidrClass(depth, speed);
        expect(aidrClass(depth + 0.05, speed)).toBeGreaterThanOrEqual(here);
        expect(aidrClass(depth, speed + 0.1)).toBeGreaterThanOrEqual(here);
      }
    }
  });

  it('have no class where it is dry, and the first row of the guideline first', () => {
    expect(aidrClass(0, 3)).toBe(0);
    expect(aidrLimits[0]?.speedMs).toBe(2);
  });
});
