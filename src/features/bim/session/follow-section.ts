import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import { BIM_SECTION_GESTURE, type SectionGesture } from '../contract/section.ts';
import { changeLook } from '../state.ts';

/** Puts into the look where a person drags planes and box on the globe; returns how to stop. */
export function followSection(store: AppStore, frames: Frames): () => void {
  return frames.subscribe((channel) => {
    if (channel !== BIM_SECTION_GESTURE) return;
    const gesture = frames.take<SectionGesture>(BIM_SECTION_GESTURE);
    if (gesture) changeLook(store, gesture);
  });
}
