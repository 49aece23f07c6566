import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaximaKeeper } from '#simulation/flood/maxima/keep-maxima.ts';
import { aGround } from '../run/a-flood.ts';
import { facesOfLine } from './cells-of-line.ts';
import { alignDepths, differenceMap, differenceNumbers } from './difference.ts';
import { mapOf } from './maps.ts';

describe('the faces that a line crosses', () => {
  it('pass all of an even flow, whichever way the line is drawn', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 5 }), (line) => {
        const first = line[0] ?? [0, 0];
        const last = line.at(-1) ?? [0, 0];
        const flow = (east: number, north: number) =>
          facesOfLine(line, 22, 22)
            .map(({ axis, sign }) => sign * (axis === 'x' ? east : north))
            .reduce((sum, one) => sum + one, 0);
        // Faces of the grid's own edge count nothing, so the line is kept off it here.
        const isInside = line.every(([x, y]) => x > 0 && y > 0);
        fc.pre(isInside);
        expect(flow(0, 1)).toBe(last[0] - first[0]);
        expect(flow(1, 0)).toBe(last[1] - first[1]);
      }),
    );
  });

  it('are none outside the grid', () => {
    const line = [
      [-5, -5],
      [-1, -9],
    ] as const;
    expect(facesOfLine(line, 4, 4)).toEqual([]);
  });
});

describe('the difference of two runs', () => {
  const ground = aGround(2);

  it('counts area, volume and change on cells that are wet in either', () => {
    const run = Float32Array.of(1, 0.2, 0, 0.04);
    const other = Float32Array.of(0.5, 0.2, 0.3, 0.01);
    const numbers = differenceNumbers(run, other, ground);
    expect(numbers).toMatchObject({ wetM2: [200, 300], onlyRunM2: 0, onlyOtherM2: 100 });
    expect(numbers).toMatchObject({ deeperM2: 100, shallowerM2: 100 });
    expect(numbers.meanM).toBeCloseTo((0.5 + 0 - 0.3) / 3, 6);
    expect(numbers.most).toEqual({ valueM: 0.5, at: ground.toPlace(0) });
    expect(numbers.least?.valueM).toBeCloseTo(-0.3, 6);
    expect([...differenceMap(run, other)].map((value) => Number(value.toFixed(3)))).toEqual([
      0.5,
      0,
      -0.3,
      Number.NaN,
    ]);
  });

  it('is nothing between a run and itself', () => {
    const run = Float32Array.of(1, 0.2, 0, 0);
    const numbers = differenceNumbers(run, run, ground);
    expect(numbers).toMatchObject({ meanM: 0, rmsM: 0, deeperM2: 0, onlyRunM2: 0 });
    expect(numbers.most).toBeUndefined();
  });

  it('finds the cells of another grid by their places', () => {
    const small = aGround(4);
    // The large grid's north-west corner is that of the small one.
    const depths = Float32Array.from({ length: 100 }, (_, cell) => cell);
    const aligned = alignDepths(depths, aGround(10), small);
    expect([...aligned]).toEqual([0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23, 30, 31, 32, 33]);
    expect(alignDepths(depths, aGround(10), aGround(10))).toBe(depths);
    expect(alignDepths(new Float32Array(16).fill(1), small, aGround(10))[99]).toBe(0);
  });
});

describe('a map', () => {
  it('says what it can not show', () => {
    const keeper = new MaximaKeeper(1);
    const map = (wish: Parameters<typeof mapOf>[1]) => () => mapOf(keeper, wish);
    expect(map({ colouring: 'arrival', arrivalDepthM: 0.2 })).toThrow(
      'Arrival at 0.2 m is not kept, expected 0.05, 0.1, 0.3 m.',
    );
    expect(map({ colouring: 'max-hazard', rating: 'sea' })).toThrow(
      'sea is no debris factor of FD2320, expected planning, urban, woodland, pasture.',
    );
    expect(map({ colouring: 'probability' })).toThrow('needs more than one run');
  });
});
