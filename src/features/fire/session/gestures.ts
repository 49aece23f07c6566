import { followGestures as follow } from '#features/draw-gestures.ts';
import type { SessionContext } from '#features/feature.ts';
import { FIRE_GESTURE } from '../contract/gesture.ts';
import { addPoint, cancelPointing, finishPointing, removePoint } from '../state/pointing.ts';

/** Brings what is pointed at on the globe into the store. Returns how to stop. */
export const followGestures = ({ store, frames }: Pick<SessionContext, 'store' | 'frames'>) =>
  follow(frames, FIRE_GESTURE, {
    add: (place) => addPoint(store, place),
    undo: () => removePoint(store),
    finish: () => finishPointing(store),
    cancel: () => cancelPointing(store),
  });
