import { followGestures } from '#features/draw-gestures.ts';
import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import { PIPES_GESTURE } from '../contract/gesture.ts';
import { addPoint, cancelDrawing, finishDrawing, removePoint } from '../state/drawing.ts';

/** Brings what is drawn on the globe into the store. Returns how to stop. */
export const followDrawing = (store: AppStore, frames: Frames): (() => void) =>
  followGestures(frames, PIPES_GESTURE, {
    add: (place) => addPoint(store, place),
    undo: () => removePoint(store),
    finish: () => finishDrawing(store),
    cancel: () => cancelDrawing(store),
  });
