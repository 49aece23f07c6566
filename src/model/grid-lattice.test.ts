import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridLattice, placeOnLattice, pointOfLattice } from './grid-lattice.ts';

/** A raster turned by `angle` about 4° E, 52° N, cells of 5 m, with a slight bend as projections have. */
function aLattice(angle = 0.1, step = 16, columns = 6, rows = 5): GridLattice {
  const count = columns * rows;
  const lattice = {
    ...{ step, columns, rows },
    longitudeRad: new Float64Array(count),
    latitudeRad: new Float64Array(count),
    geoidM: new Float32Array(count),
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [x, y] = [column * step * 5, -row * step * 5];
      const east = x * Math.cos(angle) - y * Math.sin(angle) + x * y * 1e-6;
      const north = x * Math.sin(angle) + y * Math.cos(angle);
      lattice.longitudeRad[at] = 0.0698 + east / 3.93e6;
      lattice.latitudeRad[at] = 0.9076 + north / 6.371e6;
      lattice.geoidM[at] = 40 + column * 0.5 + row;
    }
  }
  return lattice;
}

describe('a lattice under a raster', () => {
  it('places its nodes exactly and what lies between them in line', () => {
    const lattice = aLattice();
    const node = placeOnLattice(lattice, 32, 16);
    expect(node.longitude).toBe(lattice.longitudeRad[1 * 6 + 2]);
    expect(node.geoidM).toBeCloseTo(42, 5);
    expect(placeOnLattice(lattice, 40, 24).geoidM).toBeCloseTo(40 + 1.25 + 1.5, 5);
  });

  it('finds the point again that it placed, whichever way the raster is turned', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 64, noNaN: true }),
        (angle, column, row) => {
          const lattice = aLattice(angle);
          const { longitude, latitude } = placeOnLattice(lattice, column, row);
          const found = pointOfLattice(lattice, longitude, latitude);
          // At the very edge rounding may tell that it lies outside.
          if (!found) return column < 1e-6 || row < 1e-6 || column > 79.99 || row > 63.99;
          return Math.hypot(found.column - column, found.row - row) < 1e-4;
        },
      ),
    );
  });

  it('knows nothing of places outside', () => {
    const lattice = aLattice();
    const { longitude, latitude } = placeOnLattice(lattice, -3, 10);
    expect(pointOfLattice(lattice, longitude, latitude)).toBeUndefined();
    expect(pointOfLattice(lattice, 2, 0)).toBeUndefined();
  });
});
