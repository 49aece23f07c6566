import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementAt, toModelMatrix, toMoveMatrix } from './model-placement.ts';
import { toEcef } from './position.ts';

const apply = (matrix: Float64Array, [x, y, z]: readonly [number, number, number]) =>
  [0, 1, 2].map(
    (row) => matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z + matrix[12 + row]!,
  ) as [number, number, number];

const placements = fc
  .tuple(
    fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    fc.double({ min: -100, max: 4000, noNaN: true }),
    fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    fc.double({ min: 0.9, max: 1.1, noNaN: true }),
    fc.option(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { nil: undefined }),
  )
  .map((parts) => placementAt(...parts));

describe('the placement of a model', () => {
  it('puts the origin of the model where it says', () => {
    fc.assert(
      fc.property(placements, (placement) => {
        const { x, y, z } = toEcef(placement);
        // Zero has two signs, which are one place.
        expect(apply(toModelMatrix(placement), [0, 0, 0])).toEqual([x + 0, y + 0, z + 0]);
      }),
    );
  });

  it('turns x from east to north for a quarter turn', () => {
    const matrix = toModelMatrix(placementAt(0, 0, 0, Math.PI / 2));
    const [x, y, z] = apply(matrix, [1, 0, 0]);
    // At 0°, 0° north is z.
    expect(x).toBeCloseTo(6378137, 6);
    expect(y).toBeCloseTo(0, 9);
    expect(z).toBeCloseTo(1, 9);
  });

  it('stretches heights by their own scale', () => {
    const matrix = toModelMatrix(placementAt(0, 0, 0, 0, 1.0004, 1));
    const [x, y] = apply(matrix, [100, 0, 50]);
    // At 0°, 0° east is y and up is x.
    expect(x).toBeCloseTo(6378187, 6);
    expect(y).toBeCloseTo(100.04, 9);
  });

  it('moves each point from one placement to the other', () => {
    fc.assert(
      fc.property(placements, placements, (from, to) => {
        const point = [12, -7, 3] as const;
        const moved = apply(toMoveMatrix(from, to), apply(toModelMatrix(from), point));
        const wanted = apply(toModelMatrix(to), point);
        // Earth-centred numbers of 6e6 m keep about 1e-9 m; inverse and product multiply that.
        for (const axis of [0, 1, 2]) expect(moved[axis]).toBeCloseTo(wanted[axis]!, 6);
      }),
    );
  });
});
