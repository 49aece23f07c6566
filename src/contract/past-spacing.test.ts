import { expect, it } from 'vitest';
import { simulatedPastSpacing } from './past-spacing.ts';

it.each([
  [0, 0],
  [300, 0],
  [301, 60],
  [3600, 60],
  [40_000, 300],
  [86_400, 600],
  [86_401, 1800],
  [Number.POSITIVE_INFINITY, 1800],
])('keeps what is %d s old at most %d s apart', (ageS, apartS) => {
  expect(simulatedPastSpacing(ageS)).toBe(apartS);
});
