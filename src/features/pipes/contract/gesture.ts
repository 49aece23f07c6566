// What a hand did on the globe while a line of a section is drawn or a network is put somewhere: the layer tells, the
// session does it.

import type { PlaceDeg } from '#model/place-deg.ts';

/** Channel of `scene/frames.ts` with a `PipesGesture`. */
export const PIPES_GESTURE = 'pipes/gesture';

export type PipesGesture =
  | { readonly act: 'add'; readonly place: PlaceDeg }
  | { readonly act: 'undo' }
  | { readonly act: 'finish' }
  | { readonly act: 'cancel' };
