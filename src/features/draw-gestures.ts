// Gestures of the hand that draws or points on the globe: the layer tells, the session does it.

import type { PlaceDeg } from '#model/place-deg.ts';
import type { Frames } from '#scene/frames.ts';

export type DrawGesture =
  | { readonly act: 'add'; readonly place: PlaceDeg }
  | { readonly act: 'undo' }
  | { readonly act: 'finish' }
  | { readonly act: 'cancel' };

export interface DrawActs {
  readonly add: (place: PlaceDeg) => void;
  readonly undo: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
}

/** Does what comes over a channel of `DrawGesture`s. Returns how to stop. */
export function followGestures(frames: Frames, channel: string, acts: DrawActs): () => void {
  return frames.subscribe((published) => {
    if (published !== channel) return;
    const gesture = frames.take<DrawGesture>(channel);
    if (gesture?.act === 'add') acts.add(gesture.place);
    else if (gesture) acts[gesture.act]();
  });
}
