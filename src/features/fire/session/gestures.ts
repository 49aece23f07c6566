// Gestures of the hand that points on the globe, brought into the store.

import type { SessionContext } from '#features/feature.ts';
import { FIRE_GESTURE, type FireGesture } from '../contract/gesture.ts';
import { addPoint, cancelPointing, finishPointing, removePoint } from '../state/pointing.ts';

/** Returns how to stop. */
export function followGestures({
  store,
  frames,
}: Pick<SessionContext, 'store' | 'frames'>): () => void {
  return frames.subscribe((channel) => {
    if (channel !== FIRE_GESTURE) return;
    const gesture = frames.take<FireGesture>(FIRE_GESTURE);
    if (!gesture) return;
    switch (gesture.act) {
      case 'add':
        addPoint(store, gesture.place);
        break;
      case 'undo':
        removePoint(store);
        break;
      case 'finish':
        finishPointing(store);
        break;
      case 'cancel':
        cancelPointing(store);
        break;
    }
  });
}
