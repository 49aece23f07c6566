import { expect, test } from 'vitest';
import { fuzzyScore } from './fuzzy-score.ts';

test('rejects letters that do not stand there in order', () => {
  expect(fuzzyScore('zx', 'Zoom to city')).toBeUndefined();
  expect(fuzzyScore('ytic', 'city')).toBeUndefined();
});

test('finds by the first letters of words', () => {
  expect(fuzzyScore('ztc', 'Zoom to city')).toBeGreaterThan(0.5);
});

test('prefers a whole word to scattered letters', () => {
  const whole = fuzzyScore('sun', 'Show the sun') ?? 0;
  const scattered = fuzzyScore('sun', 'Select under network') ?? 0;
  expect(whole).toBeGreaterThan(scattered);
});

test('prefers the start of a word to its middle', () => {
  expect(fuzzyScore('lay', 'Layers')).toBeGreaterThan(fuzzyScore('lay', 'Display') ?? 1);
});

test('finds Chinese letters', () => {
  expect(fuzzyScore('图层', '显示图层')).toBeGreaterThan(0.6);
});
