import { describe, expect, it } from 'vitest';
import type { GridLattice } from '#model/grid-lattice.ts';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { FLOOD_TILE } from './flood-format.ts';
import { frameOfTile } from './flood-frame-of-tile.ts';
import { floodMesh, meshSteps, stepFor } from './flood-mesh.ts';

/** One tile of `cellDeg`-cells from 10° E, 54° N to the south-east, the geoid at 40 m. */
function aTile(cellDeg: number): GridLattice {
  const side = FLOOD_TILE * cellDeg;
  return {
    ...{ step: FLOOD_TILE, columns: 2, rows: 2 },
    longitudeRad: Float64Array.from([10, 10 + side, 10, 10 + side], fromDegrees),
    latitudeRad: Float64Array.from([54, 54, 54 - side, 54 - side], fromDegrees),
    geoidM: new Float32Array(4).fill(40),
  };
}

describe('the frame of a tile', () => {
  it('puts corners, and what lies between them, on the Earth to the centimetre', () => {
    const cellDeg = 2e-4;
    const lattice = aTile(cellDeg);
    const frame = frameOfTile(lattice, 0, 0, 3);
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0.5, 0.5],
      [0.25, 0.8],
      [1, 1],
    ] as const) {
      const at = [0, 1, 2].map((axis) => {
        const north = frame.northWest[axis]! * (1 - x) + frame.northEast[axis]! * x;
        const south = frame.southWest[axis]! * (1 - x) + frame.southEast[axis]! * x;
        const bulge = frame.bulge[0] * x * (1 - x) + frame.bulge[1] * y * (1 - y);
        return north * (1 - y) + south * y + frame.up[axis]! * bulge;
      });
      const truth = toEcef({
        longitude: fromDegrees(10 + x * FLOOD_TILE * cellDeg),
        latitude: fromDegrees(54 - y * FLOOD_TILE * cellDeg),
        height: metres(43),
      });
      const { middle } = frame;
      const off = Math.hypot(
        middle.x + at[0]! - truth.x,
        middle.y + at[1]! - truth.y,
        middle.z + at[2]! - truth.z,
      );
      expect(off).toBeLessThan(0.02);
    }
  });
});

describe('the mesh of a tile', () => {
  it('covers the tile once, whatever its step, and faces up', () => {
    for (const step of meshSteps) {
      const { corners, indices } = floodMesh(step);
      let area = 0;
      for (let at = 0; at < indices.length; at += 3) {
        const [a, b, c] = [0, 1, 2].map((k) => {
          const corner = indices[at + k]!;
          return [corners[2 * corner]!, corners[2 * corner + 1]!] as const;
        }) as [readonly [number, number], readonly [number, number], readonly [number, number]];
        const doubled = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        // Rows count south, so that what is seen from above turns the other way.
        expect(doubled).toBeLessThan(0);
        area -= doubled / 2;
      }
      expect(area).toBe(FLOOD_TILE ** 2);
    }
  });

  it('is as coarse as the screen allows', () => {
    expect(stepFor(2, 0.1)).toBe(1);
    expect(stepFor(2, 0.8)).toBe(2);
    expect(stepFor(2, 100)).toBe(8);
    expect(stepFor(50, 1)).toBe(1);
  });
});
