// Gestures of the hand that draws on the globe, brought into the store.

import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import { PIPES_GESTURE, type PipesGesture } from '../contract/gesture.ts';
import { addPoint, cancelDrawing, finishDrawing, removePoint } from '../state/drawing.ts';

/** Returns how to stop. */
export function followDrawing(store: AppStore, frames: Frames): () => void {
  return frames.subscribe((channel) => {
    if (channel !== PIPES_GESTURE) return;
    const gesture = frames.take<PipesGesture>(PIPES_GESTURE);
    switch (gesture?.act) {
      case 'add':
        addPoint(store, gesture.place);
        break;
      case 'undo':
        removePoint(store);
        break;
      case 'finish':
        finishDrawing(store);
        break;
      case 'cancel':
        cancelDrawing(store);
        break;
    }
  });
}
