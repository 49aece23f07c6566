// While a model is being placed: what a person does on the globe and by key changes the draft.

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
import { type PlacingKey, readPlacingKey } from '../state/placing-keys.ts';
import { BIM_MODELS, type BimModels } from './line.ts';

export type KeyTarget = Pick<Window, 'addEventListener' | 'removeEventListener'>;

/** Returns how to stop. */
export function followPlacing(store: AppStore, frames: Frames, keys: KeyTarget): () => void {
  const unfollow = frames.subscribe((channel) => {
    if (channel !== BIM_GESTURE) return;
    const gesture = frames.take<PlacingGesture>(BIM_GESTURE);
    if (gesture) changeDraft(store, gesture.model, gesture.draft);
  });

  function press(event: KeyboardEvent): void {
    const task = selectPlacing(store.getState());
    if (!task || event.defaultPrevented || isTyping(event.target)) return;
    const key = readPlacingKey(event);
    if (!key || (key.kind === 'apply' && isControl(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    if (key.kind === 'apply') applyPlacing(store);
    else if (key.kind === 'cancel') cancelPlacing(store);
    else change(task, key);
  }

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

  // Before the globe's own keys and the app's.
  keys.addEventListener('keydown', press, true);
  return () => {
    unfollow();
    keys.removeEventListener('keydown', press, true);
  };
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], [role="dialog"], [role="menu"]') !==
      null);

/** What Enter presses by itself. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, [role="button"]') !== null;
