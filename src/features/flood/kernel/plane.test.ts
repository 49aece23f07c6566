import { describe, expect, it } from 'vitest';
import { moved } from '#model/near-plane.ts';
import type { PlaceDeg } from '#model/place-deg.ts';
import { lengthM, stretch } from './plane.ts';

describe('lines on a plane', () => {
  it('cut a stretch as long as was asked, but not beyond the ends', () => {
    const start: PlaceDeg = [10, 50];
    const line = Array.from({ length: 21 }, (_, step) => moved(start, [step * 5, 0]));
    expect(lengthM(stretch(line, 10, 17))).toBeCloseTo(34, 2);
    expect(lengthM(stretch(line, 1, 17))).toBeCloseTo(22, 2);
    expect(stretch([], 0, 5)).toEqual([]);
  });
});
