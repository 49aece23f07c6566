import { expect, it } from 'vitest';
import { burntGroundM2 } from './burnt-ground.ts';

it('counts the cells that fire has come to by then', () => {
  const ground = {
    ...{ columns: 2, rows: 2, cellM: 5, burntM2: 75 },
    ...{ westDeg: 0, southDeg: 0, eastDeg: 1, northDeg: 1 },
    arrivalS: Float32Array.of(0, 60, 600, Number.POSITIVE_INFINITY),
  };
  expect([-1, 0, 60, 1e6].map((timeS) => burntGroundM2(ground, timeS))).toEqual([0, 25, 50, 75]);
});
