import { expect, test } from 'vitest';
import { skyGradient } from './sky-gradient.ts';

test('paints a polar night and a polar day in one colour', () => {
  expect(skyGradient([-30, -25, -30])).toBe(
    'linear-gradient(to right, var(--sky-night) 0.0%, var(--sky-night) 100.0%)',
  );
  expect(skyGradient([20, 25, 20])).toBe(
    'linear-gradient(to right, var(--sky-day) 0.0%, var(--sky-day) 100.0%)',
  );
});

test('mixes the two skies that the sun stands between', () => {
  expect(skyGradient([-3, 45, -3])).toContain(
    'color-mix(in oklab, var(--sky-dawn) 50%, var(--sky-twilight)) 0.0%',
  );
});
