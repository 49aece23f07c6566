// Between which heights the drawn ground lies somewhere, from a lattice of samples: so little is asked of the terrain
// that a picture never waits for it.

import { Cartographic, type Scene } from 'cesium';

export type BoundsDeg = readonly [
  westDeg: number,
  southDeg: number,
  eastDeg: number,
  northDeg: number,
];

export interface GroundLattice {
  /** Lowest and highest ground about a box of places, m above the ellipsoid. */
  rangeOf(bounds: BoundsDeg): readonly [leastM: number, greatestM: number];
}

const SIDE = 9;
/** What may lie between two samples. */
const MARGIN_M = 8;

const scratch = new Cartographic();

/** Samples the ground within `bounds`; undefined where none is loaded yet. `isGround`: heights that it can have. */
export function groundLattice(
  { globe }: Scene,
  bounds: BoundsDeg,
  isGround: (heightM: number) => boolean,
): GroundLattice | undefined {
  const [west, south, east, north] = bounds;
  const heights = new Float32Array(SIDE * SIDE).fill(Number.NaN);
  let known = 0;
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < heights.length; at++) {
    const share = (at % SIDE) / (SIDE - 1);
    const up = Math.floor(at / SIDE) / (SIDE - 1);
    Cartographic.fromDegrees(
      west + (east - west) * share,
      south + (north - south) * up,
      0,
      scratch,
    );
    const height = globe.getHeight(scratch);
    if (height === undefined || !isGround(height)) continue;
    known++;
    heights[at] = height;
    least = Math.min(least, height);
    greatest = Math.max(greatest, height);
  }
  if (known === 0) return undefined;
  const spare = MARGIN_M + (known < heights.length ? 30 : 0) + 0.15 * (greatest - least);
  const cellOf = (share: number) => Math.min(SIDE - 1, Math.max(0, share * (SIDE - 1)));
  return {
    rangeOf([w, s, e, n]) {
      const across = Math.max(1e-9, east - west);
      const along = Math.max(1e-9, north - south);
      const first = Math.floor(cellOf((w - west) / across));
      const last = Math.ceil(cellOf((e - west) / across));
      const low = Math.floor(cellOf((s - south) / along));
      const high = Math.ceil(cellOf((n - south) / along));
      let [bottom, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let row = low; row <= high; row++) {
        for (let column = first; column <= last; column++) {
          const height = heights[row * SIDE + column]!;
          if (Number.isNaN(height)) return [least - spare, greatest + spare];
          bottom = Math.min(bottom, height);
          top = Math.max(top, height);
        }
      }
      return [bottom - spare, top + spare];
    },
  };
}
