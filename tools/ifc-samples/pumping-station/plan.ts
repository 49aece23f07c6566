// The pumping station's measures, m: x along its front, y into its depth, ±0.00 the floor of the switch room.

import { rect } from '../kit/place.ts';

/** Outer faces above the ground; the wet well lies behind, under the yard. */
export const house = rect(0, 0, 18, 11);
export const well = rect(0, 11, 18, 15);
export const wallM = 0.4;
export const basementM = -4.6;
export const eavesM = 5;
export const ridgeM = 7.8;
/** Between the pump hall and the rooms beside it. */
export const dividerX = 11;
/** Over the pumps: the floor is open for the crane. */
export const openFloor = rect(1.4, 2.4, 10, 8.6);
export const stairWell = rect(14.2, 6.35, 17.6, 10.6);
export const pumps = [2, 4.4, 6.8, 9.2] as const;
/** Of the pumps' middles, and of the header that they feed. */
export const pumpY = 7.2;
export const headerY = 3.2;
export const headerZ = 2.6;
