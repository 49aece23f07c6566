import type { Cesium3DTileset, Scene } from 'cesium';
import type { LayerStatus } from '#store/layers.ts';
import type { Problem } from '#store/problems.ts';
import type { Selected } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import type { Target } from './camera-pose.ts';
import type { Frames } from './frames.ts';

/**
 * One thing drawn on the globe. No React and no store in here: state comes in, pictures come out.
 * Whoever holds layers without knowing their state holds `Layer<object>`.
 */
export interface Layer<State extends object> {
  readonly id: string;
  /** What of the app's state this layer draws; compared field by field, so return the same fields. */
  readonly select: (state: AppState) => State;
  /** Channels of `frames` that wake it beside the one named like it. */
  readonly channels?: readonly string[];
  attach(stage: Stage): void | Promise<void>;
  /** Called at most once a frame, when a field of the state changed or a new frame arrived. */
  update(next: State, previous: State | undefined): void;
  /** The thing under the pointer, from what `scene.pick` returned; undefined where it isn't this layer's. */
  pick?(picked: unknown): Selected | undefined;
  /** What a click on it goes to instead of selecting, such as a badge that stands for many. */
  approach?(picked: unknown): Target | undefined;
  /** Takes everything away again: `scene.primitives.length` is what it was before `attach`. */
  detach(): void;
}

/** What a layer gets to work with. */
export interface Stage {
  readonly scene: Scene;
  readonly frames: Frames;
  /** Ask for a picture after anything visible changed outside `update`. */
  requestRender(): void;
  /** Puts the tileset under the one memory budget of the globe; returns how to take it out again. */
  keepInBudget(tileset: Cesium3DTileset): () => void;
  reportStatus(status: LayerStatus): void;
  reportProblem(problem: Omit<Problem, 'since'>): void;
  clearProblem(problem: Pick<Problem, 'path' | 'code'>): void;
}
