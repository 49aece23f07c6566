// What the buildings' colours say now, for the legend and the selector beside it.

import type { BuildingColouring } from '../state/look.ts';

/** Channel of `scene/frames.ts`: `FireColours`, with every table that is painted. */
export const FIRE_COLOURS = 'fire/colours';

export interface FireColours {
  readonly colouring: BuildingColouring;
  /** Buildings of each class of the colouring's scale; empty where what it is made of isn't there yet. */
  readonly counts: readonly number[];
}
