import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBedLevels } from './coarsen.ts';
import { type GroundFrame, planFrame, type RasterPlace, SNAP_CELLS, windowOf } from './frame.ts';

const raster: RasterPlace = {
  ...{ width: 1000, height: 800, west: 5000, north: 9000 },
  ...{ cellX: 2, cellY: 2, metresPerX: 1, metresPerY: 1 },
};

/** A window of a raster whose heights `levelAt` tells, by column and row. */
function windowUnder(
  place: RasterPlace,
  frame: GroundFrame,
  levelAt: (column: number, row: number) => number,
) {
  const { left, right, top, bottom } = windowOf(place, frame);
  const [width, height] = [right - left, bottom - top];
  const heightsM = Float32Array.from({ length: width * height }, (_, at) =>
    levelAt(left + (at % width), top + Math.floor(at / width)),
  );
  return { left, top, width, height, heightsM };
}

describe('the frame of a run', () => {
  it('covers what was drawn, with corners at whole sixteens of cells from the raster’s corner', () => {
    const x = fc.integer({ min: 5000, max: 6900 });
    const y = fc.integer({ min: 7450, max: 8950 });
    fc.assert(
      fc.property(x, y, fc.constantFrom(2, 4, 5, 10), (west, south, cellM) => {
        const box = [west, south, west + 77, south + 45] as const;
        const frame = planFrame(raster, box, cellM);
        expect(frame.west).toBeLessThanOrEqual(west);
        expect(frame.north).toBeGreaterThanOrEqual(box[3] - 1e-9);
        const columns = (frame.west - raster.west) / frame.cellX;
        expect(columns % SNAP_CELLS).toBe(0);
        expect(((raster.north - frame.north) / frame.cellY) % SNAP_CELLS).toBe(0);
        const east = frame.west + frame.width * frame.cellX;
        expect(east).toBeGreaterThanOrEqual(Math.min(box[2], raster.west + 2000 - frame.cellX));
      }),
    );
  });

  it('is the same for two drawings near each other', () => {
    const one = planFrame(raster, [5101, 8001, 5301, 8201], 4);
    expect(planFrame(raster, [5110, 8010, 5290, 8190], 4)).toEqual(one);
  });

  it('takes whole numbers of the raster’s cells, one at least', () => {
    const box = [5100, 8000, 5300, 8200] as const;
    expect(planFrame(raster, box, 0.5)).toMatchObject({ cellM: 2, factor: 1 });
    expect(planFrame(raster, box, 5)).toMatchObject({ cellM: 6, factor: 3 });
    expect(planFrame(raster, box, 4.9)).toMatchObject({ cellM: 4, factor: 2 });
  });

  it('lays square cells over a raster in degrees', () => {
    const degrees: RasterPlace = {
      ...{ width: 500, height: 500, west: 10, north: 54 },
      ...{ cellX: 1e-4, cellY: 1e-4, metresPerX: 65_000, metresPerY: 111_000 },
    };
    const frame = planFrame(degrees, [10.01, 53.96, 10.03, 53.98], 20);
    expect(frame.factor).toBeUndefined();
    expect(frame.cellX * degrees.metresPerX).toBeCloseTo(20, 9);
    expect(frame.cellY * degrees.metresPerY).toBeCloseTo(20, 9);
    const zM = toBedLevels(
      degrees,
      windowUnder(degrees, frame, (column, row) => 100 + 0.3 * column - 0.7 * row),
      frame,
    );
    // A plane comes back exactly: the mean over a cell is its middle.
    for (const [column, row] of [
      [0, 0],
      [10, 33],
      [frame.width - 1, frame.height - 1],
    ] as const) {
      const x = (frame.west + (column + 0.5) * frame.cellX - degrees.west) / degrees.cellX - 0.5;
      const y = (degrees.north - frame.north + (row + 0.5) * frame.cellY) / degrees.cellY - 0.5;
      expect(zM[row * frame.width + column]).toBeCloseTo(100 + 0.3 * x - 0.7 * y, 3);
    }
  });

  it('says in one sentence what can’t be', () => {
    expect(() => planFrame(raster, [0, 0, 100, 100], 2)).toThrow('outside of the ground');
    expect(() => planFrame(raster, [5000, 8000, 5100, 8100], 0)).toThrow('The cell size is 0 m');
    const vast = { ...raster, width: 9000, height: 9000 };
    expect(() => planFrame(vast, [5000, -9000, 23000, 9000], 2)).toThrow(
      '9000 × 9000 cells of 2 m',
    );
  });
});

describe('bed levels', () => {
  it('are the heights themselves at the raster’s own cells', () => {
    const frame = planFrame(raster, [5100, 8000, 5300, 8200], 2);
    const zM = toBedLevels(
      raster,
      windowUnder(raster, frame, (column, row) => column + row / 1024),
      frame,
    );
    const column = (frame.west - raster.west) / 2;
    const row = (raster.north - frame.north) / 2;
    expect(zM[0]).toBe(Math.fround(column + row / 1024));
    expect(zM[frame.width + 3]).toBe(Math.fround(column + 3 + (row + 1) / 1024));
  });

  it('are means of the known heights, and unknown where less than half is known', () => {
    const small: RasterPlace = { ...raster, width: 32, height: 32 };
    const frame = planFrame(small, [5000, 8936, 5064, 9000], 4);
    const heights = (column: number, row: number) => {
      if (row > 1) return 7;
      if (column < 2) return column + 2 * row;
      if (column < 4) return column === 2 ? Number.NaN : 5;
      return column === 4 || row === 0 ? Number.NaN : 9;
    };
    const zM = toBedLevels(small, windowUnder(small, frame, heights), frame);
    expect(zM[0]).toBe(1.5);
    expect(zM[1]).toBe(5);
    expect(zM[2]).toBeNaN();
    expect(zM[frame.width]).toBe(7);
  });
});
