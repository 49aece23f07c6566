// What a hand did on the globe while something of the flood is drawn: the layer tells, the session does it.

import type { PlaceDeg } from '../contract.ts';

/** Channel of `scene/frames.ts` with a `FloodGesture`. */
export const FLOOD_GESTURE = 'flood/gesture';

export type FloodGesture =
  | { readonly act: 'add'; readonly place: PlaceDeg }
  | { readonly act: 'undo' }
  | { readonly act: 'finish' }
  | { readonly act: 'cancel' };
