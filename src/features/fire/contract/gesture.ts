// What a hand did on the globe while something of the fire is pointed at (`FireState.pointing`): the layer tells, the
// session does it.

import type { PlaceDeg } from '../contract.ts';

/** Channel of `scene/frames.ts` with a `FireGesture`. */
export const FIRE_GESTURE = 'fire/gesture';

export type FireGesture =
  | { readonly act: 'add'; readonly place: PlaceDeg }
  | { readonly act: 'undo' }
  | { readonly act: 'finish' }
  | { readonly act: 'cancel' };
