// Ground between the houses that has burnt by a time, m².

import type { BurntGround } from '../contract/spread.ts';

export function burntGroundM2({ arrivalS, cellM }: BurntGround, timeS: number): number {
  let cells = 0;
  for (let at = 0; at < arrivalS.length; at++) if (arrivalS[at]! <= timeS) cells++;
  return cells * cellM * cellM;
}
