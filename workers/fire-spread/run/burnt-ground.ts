// The ground that burnt in a run as a raster in degrees, no larger than it needs to be.

import type { BurntGround } from '#features/fire/contract/spread.ts';
import type { UrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import type { FireTown } from '../town/read-fire-town.ts';

/** Undefined where nothing burnt up to `untilS`. */
export function burntGround(
  fire: Pick<UrbanFire, 'groundBurnt'>,
  { town: { ground }, plane }: Pick<FireTown, 'town' | 'plane'>,
  untilS: number,
): BurntGround | undefined {
  if (!ground) return undefined;
  const { columns, cellM, westM, northM } = ground;
  const { cells, timeS } = fire.groundBurnt();
  const burnt = cells.filter((_, at) => timeS[at]! <= untilS);
  if (burnt.length === 0) return undefined;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const cell of burnt) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  const [width, height] = [right - left + 1, bottom - top + 1];
  const arrivalS = new Float32Array(width * height).fill(Infinity);
  for (const [at, cell] of burnt.entries()) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    arrivalS[(row - top) * width + column - left] = timeS[at]!;
  }
  return {
    ...{ columns: width, rows: height, cellM, arrivalS },
    westDeg: plane.toLongitudeDeg(westM + left * cellM),
    eastDeg: plane.toLongitudeDeg(westM + (right + 1) * cellM),
    northDeg: plane.toLatitudeDeg(northM - top * cellM),
    southDeg: plane.toLatitudeDeg(northM - (bottom + 1) * cellM),
    burntM2: burnt.length * cellM * cellM,
  };
}
