import type { CameraPose } from '#store/camera.ts';
import { isSamePose } from './camera-pose.ts';

/** Where the eye rested before, oldest first, and which of them it stands at. */
export interface ViewHistory {
  readonly views: readonly CameraPose[];
  readonly at: number;
}

const LONGEST = 50;

export const emptyHistory: ViewHistory = { views: [], at: -1 };

/** Adds where the eye came to rest; what lay ahead is forgotten. The same object where nothing moved. */
export function remember(history: ViewHistory, pose: CameraPose): ViewHistory {
  const current = history.views[history.at];
  if (current && isSamePose(current, pose)) return history;
  const views = [...history.views.slice(0, history.at + 1), pose].slice(-LONGEST);
  return { views, at: views.length - 1 };
}

/** One view back (-1) or forward (1); the same object at either end. */
export function step(history: ViewHistory, by: -1 | 1): ViewHistory {
  const at = history.at + by;
  return at < 0 || at >= history.views.length ? history : { ...history, at };
}
