import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCrs } from './crs-parse.ts';
import {
  type ElevationGrid,
  elevationRange,
  mergeElevation,
  sampleElevation,
} from './elevation-grid.ts';

function gridOf(
  width: number,
  height: number,
  heights: readonly number[],
  west = 0,
  north = height * 10,
): ElevationGrid {
  const crs = parseCrs('EPSG:7415');
  if (!crs.ok) throw new Error(crs.reason);
  return {
    width,
    height,
    west,
    north,
    cellX: 10,
    cellY: 10,
    crs: crs.value,
    heightsM: Float32Array.from(heights),
  };
}

describe('sampleElevation', () => {
  it('is exact on a plane between the centres of the cells', () => {
    const plane = (x: number, y: number) => 5 + x / 10 + y / 5;
    const heights = Array.from({ length: 30 }, (_, at) =>
      plane((at % 6) * 10 + 5, 45 - Math.floor(at / 6) * 10),
    );
    const grid = gridOf(6, 5, heights);
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 55, noNaN: true }),
        fc.double({ min: 5, max: 45, noNaN: true }),
        (x, y) => {
          expect(sampleElevation(grid, x, y)).toBeCloseTo(plane(x, y), 4);
        },
      ),
    );
  });

  it('goes on level to the edge and no further', () => {
    const grid = gridOf(2, 1, [3, 7]);
    expect(sampleElevation(grid, 0, 5)).toBe(3);
    expect(sampleElevation(grid, 20, 10)).toBe(7);
    expect(sampleElevation(grid, 20.001, 5)).toBeNaN();
    expect(sampleElevation(grid, -0.001, 5)).toBeNaN();
    expect(sampleElevation(grid, Number.NaN, 5)).toBeNaN();
  });

  it('leaves unknown cells out and knows nothing inside them', () => {
    const grid = gridOf(2, 2, [1, Number.NaN, 1, 1]);
    expect(sampleElevation(grid, 9.9, 15)).toBe(1);
    expect(sampleElevation(grid, 10.1, 15)).toBeNaN();
  });
});

describe('mergeElevation', () => {
  it('puts neighbours into one grid and lets overlap fill holes', () => {
    const merged = mergeElevation([gridOf(2, 1, [1, Number.NaN]), gridOf(2, 1, [5, 6], 10)]);
    expect(merged).toMatchObject({ width: 3, height: 1, west: 0, north: 10 });
    expect([...merged!.heightsM]).toEqual([1, 5, 6]);
  });

  it('declines grids that do not line up or lie far apart', () => {
    expect(mergeElevation([gridOf(2, 1, [1, 2]), gridOf(2, 1, [1, 2], 13)])).toBeUndefined();
    expect(mergeElevation([gridOf(2, 1, [1, 2]), gridOf(2, 1, [1, 2], 1000)])).toBeUndefined();
  });
});

it('finds the range of what is known', () => {
  expect(elevationRange(gridOf(3, 1, [4, Number.NaN, -2]))).toEqual([-2, 4]);
  expect(elevationRange(gridOf(1, 1, [Number.NaN]))).toBeUndefined();
});
