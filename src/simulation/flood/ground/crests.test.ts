import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCrests, type FaceCrests, raiseCrest } from './crests.ts';

/** Cells that water at a level reaches from one of them, over flat ground at 0. */
function reached({ width, height, westM, northM }: FaceCrests, from: number, levelM: number) {
  const wet = new Set([from]);
  const stack = [from];
  for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
    const go = (to: number, crest: number) => {
      if (crest >= levelM || wet.has(to)) return;
      wet.add(to);
      stack.push(to);
    };
    const column = cell % width;
    if (column > 0) go(cell - 1, westM[cell]!);
    if (column < width - 1) go(cell + 1, westM[cell + 1]!);
    if (cell >= width) go(cell - width, northM[cell]!);
    if (cell + width < width * height) go(cell + width, northM[cell + width]!);
  }
  return wet;
}

const size = 40;
const flat = new Float32Array(size * size);
const coordinate = fc.double({ min: 2, max: size - 2, noNaN: true });

describe('a crest on coarse cells', () => {
  it('lets nothing through, wherever its line runs from one side of the grid to the other', () => {
    const bends = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 5 });
    fc.assert(
      fc.property(coordinate, bends, coordinate, (start, middle, end) => {
        const crests = createCrests(size, size);
        const ordered = middle.toSorted((a, b) => a[0] - b[0]);
        const points = [[-1, start], ...ordered, [size + 1, end]];
        raiseCrest(crests, flat, Float64Array.from(points.flatMap(([x = 0, y = 0]) => [x, y, 3])));
        expect(reached(crests, 0, 2.9).has(size * size - 1)).toBe(false);
        expect(reached(crests, 0, 3.1).size).toBe(size * size);
      }),
    );
  });

  it('keeps in what it rings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 6, max: 17, noNaN: true }), { minLength: 5, maxLength: 12 }),
        (radii) => {
          const crests = createCrests(size, size);
          const ring = radii.map((radius, at) => {
            const angle = (2 * Math.PI * at) / radii.length;
            return [20 + radius * Math.cos(angle), 20 + radius * Math.sin(angle), 2];
          });
          raiseCrest(crests, flat, Float64Array.from([...ring, ring[0] ?? []].flat()));
          const wet = reached(crests, 20 * size + 20, 1.9);
          expect(wet.has(0)).toBe(false);
        },
      ),
    );
  });

  it('falls along its line as the crest does', () => {
    const crests = createCrests(size, size);
    raiseCrest(crests, flat, Float64Array.of(10, 0, 4, 10, 40, 8));
    for (const row of [0, 7, 39]) {
      expect(crests.westM[row * size + 10]).toBeCloseTo(4 + (row + 0.5) / 10, 5);
    }
    expect(crests.northM.every((level) => level === Number.NEGATIVE_INFINITY)).toBe(true);
  });

  it('stands only where the ground beside it is lower, the higher of two crests counting', () => {
    const crests = createCrests(size, size);
    const ground = flat.map((_, cell) => (Math.floor(cell / size) < 20 ? 5 : 0));
    const line = Float64Array.of(10, 0, 3, 10, 40, 3);
    expect(raiseCrest(crests, ground, line)).toBe(20);
    expect(crests.westM[5 * size + 10]).toBe(Number.NEGATIVE_INFINITY);
    expect(raiseCrest(crests, ground, Float64Array.of(10, 0, 2, 10, 40, 2))).toBe(0);
    expect(crests.westM[30 * size + 10]).toBe(3);
  });

  it('is nothing outside the grid', () => {
    const crests = createCrests(size, size);
    expect(raiseCrest(crests, flat, Float64Array.of(-9, -9, 3, -9, 60, 3))).toBe(0);
  });
});
