// When pins are arranged: with the next picture after something changed or the camera moved, at most ten
// times a second; and the pulse of what waits, a few pictures a second and only while there is such.

import type { Scene } from 'cesium';
import type { Stage } from '#scene/layer.ts';
import { SENSORS } from '../contract.ts';
import { layerMessages } from './messages.ts';
import type { PinBoard } from './pin-board.ts';

export interface Arranging {
  arrangeSoon(): void;
  stop(): void;
}

const LEAST_BETWEEN_MS = 100;
/** The camera rests when it has not moved for this long. */
const REST_MS = 160;
const PULSE_MS = 1400;
const PULSE_STEP_MS = 100;

export function keepArranged(stage: Stage, board: PinBoard): Arranging {
  const { scene } = stage;
  const seen = new Float64Array(VIEW_NUMBERS);
  const now = new Float64Array(VIEW_NUMBERS);
  let isDue = true;
  let arrangedAt = Number.NEGATIVE_INFINITY;
  let movedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;

  function wakeIn(milliseconds: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      stage.requestRender();
    }, milliseconds);
  }

  function beforePicture(): void {
    // Hidden pins ask for no pictures: what is unfinished would stay so for ever.
    if (!board.sprites.show) {
      setPulse(false);
      return;
    }
    const time = performance.now();
    readView(scene, now);
    if (!isSame(now, seen)) {
      seen.set(now);
      movedAt = time;
      isDue = true;
    }
    const restsFor = time - movedAt;
    board.sprites.isStill = restsFor >= REST_MS;
    if (!board.sprites.isStill) wakeIn(REST_MS - restsFor);
    if (!isDue) return;
    const wait = arrangedAt + LEAST_BETWEEN_MS - time;
    if (wait > 0) {
      wakeIn(wait);
      return;
    }
    arrangedAt = time;
    if (!tryToArrange()) return;
    isDue = board.isUnfinished;
    if (isDue) wakeIn(LEAST_BETWEEN_MS);
    setPulse(board.isPulsing);
  }

  /** Thrown while a picture is made, an error would stop the whole globe. */
  function tryToArrange(): boolean {
    try {
      board.arrange();
      return true;
    } catch (error) {
      isDue = false;
      board.sprites.show = false;
      console.error('The pins of the sensors can not be drawn.', error);
      const reason = error instanceof Error ? error.message : String(error);
      stage.reportStatus({ kind: 'failed', reason });
      stage.reportProblem({
        path: SENSORS,
        code: 'pins-not-drawn',
        text: layerMessages.pinsNotDrawn(reason),
      });
      return false;
    }
  }

  function setPulse(isWanted: boolean): void {
    if (!isWanted) {
      clearInterval(pulse);
      pulse = undefined;
      return;
    }
    pulse ??= setInterval(() => {
      if (document.hidden) return;
      board.sprites.pulseAt = (performance.now() % PULSE_MS) / PULSE_MS;
      stage.requestRender();
    }, PULSE_STEP_MS);
  }

  const forgets = [
    scene.preRender.addEventListener(beforePicture),
    scene.globe.tileLoadProgressEvent.addEventListener((waiting: number) => {
      board.forgetGround();
      isDue = true;
      // While tiles are still to come, there are pictures anyway.
      if (waiting === 0) stage.requestRender();
    }),
  ];

  return {
    arrangeSoon() {
      isDue = true;
    },
    stop() {
      for (const forget of forgets) forget();
      clearTimeout(timer);
      clearInterval(pulse);
    },
  };
}

const VIEW_NUMBERS = 20;

/** Everything that decides where on the screen a point of the Earth is. */
function readView({ camera, canvas }: Scene, into: Float64Array): void {
  const { projectionMatrix } = camera.frustum as unknown as { projectionMatrix: ArrayLike<number> };
  for (let at = 0; at < 16; at++)
    into[at] = (camera.viewMatrix as unknown as ArrayLike<number>)[at]!;
  into[16] = projectionMatrix[0]!;
  into[17] = projectionMatrix[5]!;
  into[18] = canvas.clientWidth;
  into[19] = canvas.clientHeight;
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
