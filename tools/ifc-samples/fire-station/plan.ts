// The fire station's measures, m: x along its front, y into its depth, ±0.00 the floor of the hall.

import { rect } from '../kit/place.ts';

/** Outer faces. The hall and the wing share the fire wall between them. */
export const hall = rect(0, 0, 40, 16);
export const wing = rect(40, 0, 58, 16);
export const tower = rect(58, 11, 62, 15);
export const bays = 8;
export const bayM = 5;
export const hallHeightM = 7.2;
/** Clear under the beams. */
export const hallClearM = 5.9;
export const storeyM = 3.6;
export const parapetM = 0.7;
export const towerHeightM = 22;
export const wallM = 0.4;
/** The corridor of the wing lies between these; the stair is at its end. */
export const corridor = { y0: 7.1, y1: 9.1 } as const;
export const partitionM = 0.125;
/** Inner faces of the wing. */
export const inside = rect(40.3, 0.4, 57.6, 15.6);
export const stairWell = rect(40.3, 9.225, 43.5, 15.6);
/** Middle of the air shaft, and the height of ducts over their floor. */
export const shaftAt = { x: 57.1, y: 9.9 } as const;
export const ductM = 2.95;
