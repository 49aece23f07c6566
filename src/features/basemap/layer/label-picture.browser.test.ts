import { expect, test } from 'vitest';
import { drawLabel, measureLabel } from './label-picture.ts';

test('a name is drawn as large as it was measured when names were arranged', () => {
  const names = ['Bahnhofsviertel', 'Am Alten Friedhof Nord', '西门', 'WWW', 'ill'];
  for (const kind of ['district', 'landmark', 'water'] as const) {
    for (const name of names) {
      const { canvas, ...size } = drawLabel(name, kind, 'dark', 2);
      expect(measureLabel(name, kind)).toEqual(size);
      expect(canvas.width).toBe(size.width * 2);
    }
  }
});

test('wide capitals take more room than narrow ones of as many letters', () => {
  expect(measureLabel('WWWW', 'district').width).toBeGreaterThan(
    measureLabel('iiii', 'district').width * 1.5,
  );
});
