import { describe, expect, it } from 'vitest';
import { boundsFor, cellFor } from './bounds.ts';

const town = {
  boundsDeg: [10.6, 54.28, 10.69, 54.32] as [number, number, number, number],
  layers: [
    {
      kind: 'buildings' as const,
      id: 'b',
      name: 'B',
      tileset: 't',
      index: 'i',
      count: 1,
      columns: [],
    },
  ],
};
const METRES = 111_320;

describe('the place of a run', () => {
  it('lies around what is drawn with land on every side', () => {
    const { boundsDeg } = boundsFor([[10.645, 54.3]], 'breach', town);
    const [west, south, east, north] = boundsDeg;
    expect((54.3 - south) * METRES).toBeCloseTo(1300, 0);
    expect((north - 54.3) * METRES).toBeCloseTo(1300, 0);
    const perDegree = METRES * Math.cos((54.3 * Math.PI) / 180);
    expect((10.645 - west) * perDegree).toBeCloseTo(1300, -1);
    expect((east - 10.645) * perDegree).toBeCloseTo(1300, -1);
  });

  it('stays within the city, but never leaves out what is drawn', () => {
    const { boundsDeg } = boundsFor([[10.601, 54.281]], 'dam-break', town);
    expect(boundsDeg[0]).toBe(10.6);
    expect(boundsDeg[1]).toBe(54.28);
    const outside = boundsFor([[10.55, 54.3]], 'burst', town).boundsDeg;
    expect(outside[0]).toBe(10.55);
  });

  it('is the whole city without a place, and where the city is bare land', () => {
    expect(boundsFor([], 'rain', town).boundsDeg).toEqual(town.boundsDeg);
    const bare = { ...town, layers: [] };
    expect(boundsFor([[10.645, 54.3]], 'breach', bare).boundsDeg).toEqual(town.boundsDeg);
  });

  it('takes the finest cells that stay under the limit', () => {
    const bounds = [0, 0, 1000 / METRES, 1000 / METRES] as const;
    expect(cellFor(bounds, 1_000_001)).toBe(1);
    expect(cellFor(bounds, 999_000)).toBe(2);
    expect(cellFor(bounds, 30)).toBe(200);
    expect(cellFor([0, 0, 10, 10], 100)).toBe(200);
  });
});
