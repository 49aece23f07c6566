// What a hand did on the globe while a line of a section is drawn or a network is put somewhere: the layer tells, the
// session does it.

/** Channel of `scene/frames.ts` with a `DrawGesture` (`features/draw-gestures.ts`). */
export const PIPES_GESTURE = 'pipes/gesture';
