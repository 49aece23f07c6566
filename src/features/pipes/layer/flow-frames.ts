// Asks for pictures while water moves in them, and only then.

import type { Stage } from '#scene/layer.ts';
import type { PipePrimitive } from '#scene/pipe-primitive.ts';

/** Pictures a second at most: arrows glide well enough. */
const FRAME_MS = 1000 / 30;
/** After this many m of travel at 1 m/s arrows stand where they stood, for every velocity of the table. */
const PERIOD_M = 12_800;
/** From here on time runs faster, so that arrows that are far away still move on the screen. */
const REAL_TIME_M = 80;
const FASTEST = 30;
/** A tab in the background makes no jump when it comes back. */
const LONGEST_STEP_MS = 100;

/** Returns how to stop. */
export function keepFlowing(stage: Stage, pipes: PipePrimitive): () => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');

  const forget = stage.scene.postRender.addEventListener(() => {
    if (!pipes.isFlowing || isStill.matches) {
      last = 0;
      return;
    }
    const now = performance.now();
    const stepMs = last === 0 ? 0 : Math.min(LONGEST_STEP_MS, now - last);
    last = now;
    const rate = Math.min(FASTEST, Math.max(1, pipes.nearestM / REAL_TIME_M));
    pipes.travelM = (pipes.travelM + (stepMs / 1000) * rate) % PERIOD_M;
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
