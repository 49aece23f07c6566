// What a hand did on the globe while something of the fire is pointed at (`FireState.pointing`): the layer tells, the
// session does it.

/** Channel of `scene/frames.ts` with a `DrawGesture` (`features/draw-gestures.ts`). */
export const FIRE_GESTURE = 'fire/gesture';
