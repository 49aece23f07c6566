import type { PlaceDeg } from '../contract.ts';

/** Channel of `scene/frames.ts` with a `SelectedPlace`: the one thing that is selected, where it can begin a flood. */
export const FLOOD_SELECTED = 'flood/selected';

export interface SelectedPlace {
  readonly feature: string;
  readonly id: string;
  readonly title: string;
  readonly place: PlaceDeg;
}
