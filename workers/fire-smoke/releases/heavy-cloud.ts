// A cloud of heavy gas on the ground, steady or at once: shares of the volume over a raster. m, s.
// The cloud is uniform across (Britter & McQuaid 1988); its front and its end move with 0.4 of the wind, as their puff does.

import {
  type DensePlume,
  type DensePuff,
  denseGasReach,
} from '#simulation/fire/smoke/dense-gas.ts';
import { type CellGrid, createRaster } from '#simulation/fire/smoke/raster.ts';
import type { Box } from '../air-grid.ts';

/** Of the wind at 10 m. */
export const FRONT_SHARE = 0.4;

export interface HeavyCloud {
  /** Around everything with at least `share` at any time, as if the wind blew north. */
  reachOf(share: number): number;
  widthAt(xM: number): number;
  readonly upwindM: number;
  /** Highest share of the volume `xM` along and `yM` beside the wind; 0 where it never comes. */
  worstAt(xM: number, yM: number): number;
  nowAt(xM: number, yM: number, timeS: number): number;
  readonly isWithinCurves: boolean;
}

export function steadyHeavyCloud(plume: DensePlume, windMs: number, durationS: number): HeavyCloud {
  const { upwindM, sourceHalfWidthM, isWithinCurves } = plume;
  const halfWidthAt = (xM: number) =>
    xM >= 0
      ? plume.halfWidthAt(xM)
      : sourceHalfWidthM * Math.sqrt(Math.max(0, 1 - (xM / upwindM) ** 2));
  const worstAt = (xM: number, yM: number) =>
    xM < -upwindM || Math.abs(yM) > halfWidthAt(xM) ? 0 : plume.shareAt(Math.max(0, xM));
  return {
    ...{ upwindM, isWithinCurves, worstAt, widthAt: halfWidthAt },
    reachOf: (share) => denseGasReach(plume, share),
    nowAt(xM, yM, timeS) {
      const frontM = FRONT_SHARE * windMs * timeS;
      const endM = FRONT_SHARE * windMs * (timeS - durationS);
      return timeS <= 0 || xM > frontM || (timeS > durationS && xM < endM) ? 0 : worstAt(xM, yM);
    },
  };
}

export function suddenHeavyCloud(puff: DensePuff, windMs: number): HeavyCloud {
  const { centreAt, radiusAt, isWithinCurves } = puff;
  const speedMs = FRONT_SHARE * windMs;
  /** When the growing cloud first covers a place; it thins all the time, so that is when it is worst. */
  const arrivalAt = (xM: number, yM: number): number => {
    const isCovered = (timeS: number) => Math.hypot(xM - centreAt(timeS), yM) <= radiusAt(timeS);
    if (isCovered(0)) return 0;
    let before = 0;
    // It may pass by: looked for up to when its middle is twice as far.
    const lastS = (2 * Math.hypot(xM, yM) + 1000) / speedMs;
    for (let timeS = lastS / STEPS ** 2, step = 1; step <= STEPS; step++) {
      timeS = lastS * (step / STEPS) ** 2;
      if (!isCovered(timeS)) {
        before = timeS;
        continue;
      }
      let after = timeS;
      for (let halving = 0; halving < 20; halving++) {
        const middle = (before + after) / 2;
        if (isCovered(middle)) after = middle;
        else before = middle;
      }
      return after;
    }
    return Number.POSITIVE_INFINITY;
  };
  const shareAfter = (timeS: number) => puff.shareAt(centreAt(timeS) + radiusAt(timeS));
  return {
    isWithinCurves,
    upwindM: mostUpwindM(puff),
    widthAt: (xM) => radiusAt(Math.max(0, xM) / speedMs),
    reachOf: (share) => denseGasReach(puff, share),
    worstAt(xM, yM) {
      const timeS = arrivalAt(xM, yM);
      return Number.isFinite(timeS) ? shareAfter(timeS) : 0;
    },
    nowAt: (xM, yM, timeS) => (timeS < 0 ? 0 : puff.shareAtTime(xM, yM, timeS)),
  };
}

const STEPS = 48;

/** How far the cloud ever spreads against the wind. */
function mostUpwindM({ centreAt, radiusAt }: DensePuff): number {
  let mostM = radiusAt(0);
  for (let timeS = 1; timeS < 1e5; timeS *= 1.2) {
    mostM = Math.max(mostM, radiusAt(timeS) - centreAt(timeS));
  }
  return mostM;
}

/** Box of the cloud for a wind that blows towards `towards` (east and north, of length 1). */
export function boxOfHeavy(
  cloud: HeavyCloud,
  reachM: number,
  [east, north]: readonly [number, number],
): Box {
  const halfM = 1.1 * cloud.widthAt(reachM) + 50;
  const corners = [-1.1 * cloud.upwindM - 50, 1.1 * reachM + 50].flatMap((along) =>
    [-halfM, halfM].map((left) => [along * east - left * north, along * north + left * east]),
  );
  const side = (axis: 0 | 1) => corners.map((corner) => corner[axis] ?? 0);
  return {
    ...{ westM: Math.min(...side(0)), eastM: Math.max(...side(0)) },
    ...{ southM: Math.min(...side(1)), northM: Math.max(...side(1)) },
  };
}

/** A value for every cell, of metres along and to the left of the wind. */
export function fillGrid(
  grid: CellGrid,
  windFromRad: number,
  valueAt: (alongM: number, leftM: number) => number,
): Float32Array {
  const into = createRaster(grid);
  const { columns, rows, firstXM, firstYM, stepXM, stepYM } = grid;
  const eastward = -Math.sin(windFromRad);
  const northward = -Math.cos(windFromRad);
  for (let row = 0, cell = 0; row < rows; row++) {
    const north = firstYM + row * stepYM;
    for (let column = 0; column < columns; column++, cell++) {
      const east = firstXM + column * stepXM;
      into[cell] = valueAt(
        east * eastward + north * northward,
        north * eastward - east * northward,
      );
    }
  }
  return into;
}
