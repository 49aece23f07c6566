// Moves storeys apart and together over a moment, so that the eye can follow; at once where motion is unwelcome.

export interface Lifter {
  /** Calls `apply` with the lift of a storey over the one below (m) now, and on until it is `target`. */
  liftTo(target: number, isAtOnce: boolean, apply: (explodeM: number) => void): void;
  stop(): void;
}

const DURATION_MS = 450;

export function createLifter(requestRender: () => void): Lifter {
  let shown = 0;
  let target = 0;
  let from = 0;
  let begun = 0;
  let handle = 0;
  let applied: (explodeM: number) => void = () => {};

  function step(now: number): void {
    const share = Math.min(1, Math.max(0, (now - begun) / DURATION_MS));
    const eased = share * share * (3 - 2 * share);
    shown = from + (target - from) * eased;
    applied(shown);
    requestRender();
    handle = share < 1 ? requestAnimationFrame(step) : 0;
  }

  return {
    liftTo(next, isAtOnce, apply) {
      applied = apply;
      if (next === target) {
        applied(handle === 0 ? target : shown);
        if (handle === 0) shown = target;
        return;
      }
      target = next;
      if (isAtOnce || prefersStillness()) {
        cancelAnimationFrame(handle);
        handle = 0;
        shown = next;
        applied(next);
        return;
      }
      from = shown;
      begun = performance.now();
      handle ||= requestAnimationFrame(step);
    },
    stop: () => cancelAnimationFrame(handle),
  };
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
