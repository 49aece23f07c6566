// Asks for pictures while streaks move in them, and while tiles wait for their upload; else for none.

import type { FloodSurface } from '#scene/flood-surface.ts';
import type { Stage } from '#scene/layer.ts';

/** Streaks: pictures a second at most. */
const FRAME_MS = 1000 / 30;
/** A tab in the background makes no jump when it comes back. */
const LONGEST_STEP_MS = 100;

/** `isRunning`: whether streaks may move now. Returns how to stop. */
export function keepMoving(
  stage: Stage,
  surfaces: readonly FloodSurface[],
  isRunning: () => boolean,
): () => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = stage.scene.postRender.addEventListener(() => {
    const isMoving = surfaces.some(
      (one) => one.show && one.showsStreaks && one.isMoving && isRunning(),
    );
    if (!isMoving) last = 0;
    if (!isMoving && !surfaces.some(({ waiting }) => waiting > 0)) return;
    if (isMoving) {
      const now = performance.now();
      const stepMs = last === 0 ? 0 : Math.min(LONGEST_STEP_MS, now - last);
      last = now;
      for (const one of surfaces) one.timeS += stepMs / 1000;
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      stage.requestRender();
    }, FRAME_MS);
  });

  return () => {
    forget();
    clearTimeout(timer);
  };
}
