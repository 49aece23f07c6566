import { ELEMENT_READINGS, type ElementReading } from '#model/element-reading.ts';
import type { Frames } from '#scene/frames.ts';
import { BIM_READINGS, type BimReadings } from './line.ts';

/** Nobody reads colours that change more often. */
const STEP_MS = 500;

/** Passes on what sensors say about elements, at most twice a second; returns how to stop. */
export function followReadings(frames: Frames, stepMs = STEP_MS): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;

  function pass(): void {
    const readings = frames.peek<readonly ElementReading[]>(ELEMENT_READINGS) ?? [];
    frames.publish(BIM_READINGS, readings satisfies BimReadings);
    isWaiting = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isWaiting) pass();
    }, stepMs);
  }

  const unsubscribe = frames.subscribe((channel) => {
    if (channel !== ELEMENT_READINGS) return;
    isWaiting = true;
    if (timer === undefined) pass();
  });
  pass();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    frames.publish(BIM_READINGS, []);
  };
}
