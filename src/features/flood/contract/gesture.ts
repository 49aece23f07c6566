// What a hand did on the globe while something of the flood is drawn: the layer tells, the session does it.

/** Channel of `scene/frames.ts` with a `DrawGesture` (`features/draw-gestures.ts`). */
export const FLOOD_GESTURE = 'flood/gesture';
