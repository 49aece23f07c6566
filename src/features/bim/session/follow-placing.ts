// While a model is being placed: what a person does on the globe and by key changes the draft.

import { followPlacingKeys, type KeyTarget, type PlacingKey } from '#features/placing-keys.ts';
import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import { BIM_GESTURE, type PlacingGesture } from '../contract/placing.ts';
import {
  applyPlacing,
  cancelPlacing,
  changeDraft,
  moveDraft,
  type PlacingTask,
  pivotOf,
  selectPlacing,
  turnDraft,
} from '../state/placing.ts';
import { BIM_MODELS, type BimModels } from './line.ts';

/** Returns how to stop. */
export function followPlacing(store: AppStore, frames: Frames, keys: KeyTarget): () => void {
  const unfollow = frames.subscribe((channel) => {
    if (channel !== BIM_GESTURE) return;
    const gesture = frames.take<PlacingGesture>(BIM_GESTURE);
    if (gesture) changeDraft(store, gesture.model, gesture.draft);
  });

  function change(task: PlacingTask, key: Extract<PlacingKey, { kind: 'move' | 'turn' }>): void {
    const models = frames.peek<BimModels>(BIM_MODELS) ?? [];
    const opened = models.find(({ source }) => source.id === task.model);
    if (!opened) return;
    const pivot = pivotOf(opened.model);
    const draft =
      key.kind === 'move'
        ? moveDraft(task.draft, pivot, key.byM)
        : turnDraft(task.draft, pivot, key.byDeg);
    changeDraft(store, task.model, draft);
  }

  const unkey = followPlacingKeys(keys, {
    isOn: () => selectPlacing(store.getState()) !== undefined,
    press(key) {
      const task = selectPlacing(store.getState());
      if (key.kind === 'apply') applyPlacing(store);
      else if (key.kind === 'cancel') cancelPlacing(store);
      else if (task) change(task, key);
    },
  });
  return () => {
    unfollow();
    unkey();
  };
}
