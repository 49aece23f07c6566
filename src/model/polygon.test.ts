import { expect, it } from 'vitest';
import { insideOf } from './polygon.ts';

it('knows inside from outside in a hook, a hole by crossing, and beyond the box', () => {
  const hook = insideOf([
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 4],
    [2, 2],
    [0, 2],
  ]);
  expect([hook(1, 1), hook(3, 3), hook(1, 3), hook(9, 9)]).toEqual([true, true, false, false]);
  const bow = insideOf([
    [0, 0],
    [4, 4],
    [4, 0],
    [0, 4],
  ]);
  expect([bow(0.5, 2), bow(3.5, 2), bow(2, 3.5), bow(2, 0.5)]).toEqual([true, true, false, false]);
});

it('holds nothing where there are no corners', () => {
  expect(insideOf([])(0, 0)).toBe(false);
});
