// Asks for pictures while flames lick and smoke drifts in them: while the clock runs through a fire, and for nobody who
// asked for less motion.

import type { Stage } from '#scene/layer.ts';

/** Pictures a second at most. */
const FRAME_MS = 1000 / 20;
/** A tab in the background makes no jump when it comes back. */
const LONGEST_STEP_MS = 150;

/** `move`: seconds that flames go on by. Returns how to stop. */
export function keepBurning(
  stage: Stage,
  isMoving: () => boolean,
  move: (stepS: number) => void,
): () => void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = stage.scene.postRender.addEventListener(() => {
    if (!isMoving() || isStill.matches) {
      last = 0;
      return;
    }
    const now = performance.now();
    move(last === 0 ? 0 : Math.min(LONGEST_STEP_MS, now - last) / 1000);
    last = now;
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
