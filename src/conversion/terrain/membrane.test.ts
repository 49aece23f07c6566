import fc from 'fast-check';
import { expect, it } from 'vitest';
import { solveMembrane } from './membrane.ts';

function gridOf(width: number, height: number, known: [number, number, number][], weight: number) {
  const values = new Float64Array(width * height);
  const weights = new Float64Array(width * height);
  for (const [column, row, value] of known) {
    values[row * width + column] = value;
    weights[row * width + column] = weight;
  }
  return { width, height, values, weights };
}

it('is a plane where a plane is given along the border', () => {
  const size = 65;
  const known: [number, number, number][] = [];
  const plane = (column: number, row: number) => 3 + 0.2 * column - 0.1 * row;
  for (let at = 0; at < size; at++) {
    for (const [column, row] of [
      [at, 0],
      [at, size - 1],
      [0, at],
      [size - 1, at],
    ] as const) {
      known.push([column, row, plane(column, row)]);
    }
  }
  const solution = solveMembrane(gridOf(size, size, known, Number.POSITIVE_INFINITY));
  for (let at = 0; at < solution.length; at++) {
    expect(solution[at]).toBeCloseTo(plane(at % size, Math.floor(at / size)), 2);
  }
});

it('goes through fixed values and stays between the least and the greatest', () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true });
  const place = fc.tuple(fc.nat(39), fc.nat(29), value);
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { minLength: 1, maxLength: 30, selector: ([c, r]) => c + 40 * r }),
      (known) => {
        const solution = solveMembrane(gridOf(40, 30, known, Number.POSITIVE_INFINITY));
        for (const [column, row, fixed] of known) expect(solution[row * 40 + column]).toBe(fixed);
        const [least, greatest] = [
          Math.min(...known.map((k) => k[2])),
          Math.max(...known.map((k) => k[2])),
        ];
        const slack = (greatest - least) * 0.02 + 1e-6;
        expect(Math.min(...solution)).toBeGreaterThanOrEqual(least - slack);
        expect(Math.max(...solution)).toBeLessThanOrEqual(greatest + slack);
      },
    ),
    { numRuns: 40 },
  );
});

it('is level where nothing or one value is known', () => {
  expect(Math.max(...solveMembrane(gridOf(20, 20, [], 1)))).toBe(0);
  expect(Math.min(...solveMembrane(gridOf(20, 20, [[3, 4, 7]], 1)))).toBeCloseTo(7, 6);
});
