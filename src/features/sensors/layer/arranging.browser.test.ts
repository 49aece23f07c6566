import { afterEach, it } from 'vitest';
import type { Stage } from '#scene/layer.ts';
import { aGlobe, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { keepArranged } from './arranging.ts';
import type { PinBoard } from './pin-board.ts';

let globe: TestGlobe | undefined;
let stop = () => {};

afterEach(() => {
  stop();
  globe?.remove();
});

/** Pins that pulse and are never done: ground that doesn't come, pictures that are never drawn. */
const aBoard = () => {
  const sprites = { show: true, isStill: false, pulseAt: 0 };
  const board = { sprites, arrange() {}, forgetGround() {}, isUnfinished: true, isPulsing: true };
  return board as unknown as PinBoard;
};

it('asks for pictures while pins are unfinished, and for none once they are hidden', async () => {
  globe = await aGlobe();
  const scene = globe.scene();
  const board = aBoard();
  stop = keepArranged({ scene, requestRender: () => scene.requestRender() } as Stage, board).stop;
  let pictures = 0;
  let quietTicks = 0;
  scene.postUpdate.addEventListener(() => quietTicks++);
  scene.postRender.addEventListener(() => {
    pictures++;
    quietTicks = 0;
  });
  scene.requestRender();
  await until(() => pictures > 8, 40_000);
  board.sprites.show = false;
  await until(() => quietTicks > 60, 40_000);
});
