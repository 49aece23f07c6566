// The page that the bench of the flood's drawing drives: a scene without a globe, 1024² cells seen from above, and a
// clock on the main thread. What the graphics card does meanwhile is waited for, outside the clock.

import { Cartesian3, JulianDate, Scene } from 'cesium';
import { aFrame, aPlace, FLOOD_ORIGIN } from '#features/flood/layer/a-flood.ts';
import { FloodSurface } from '#scene/flood-surface.ts';

export interface FloodTimings {
  readonly openMs: number;
  /** Of each frame of which 112 tiles of 256 changed: compared, uploaded, and the next picture. */
  readonly changedMs: readonly number[];
  /** The same with all 256 tiles changed. */
  readonly allMs: readonly number[];
  readonly idleMs: readonly number[];
}

const SIDE = 1024;
const RUNS = 15;

function aScene(): Scene {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 400;
  canvas.style.cssText = 'width:640px;height:400px';
  document.body.append(canvas);
  const scene = new Scene({ canvas, contextOptions: { webgl: { antialias: false } } });
  scene.camera.frustum.near = 1;
  scene.camera.setView({
    destination: Cartesian3.fromDegrees(FLOOD_ORIGIN.longitudeDeg, FLOOD_ORIGIN.latitudeDeg, 3500),
    orientation: { heading: 0, pitch: -Math.PI / 2, roll: 0 },
  });
  return scene;
}

/** JS of one picture, ms; then waits until it is drawn. */
function picture(scene: Scene, before: () => void = () => {}): number {
  const start = performance.now();
  before();
  scene.render(JulianDate.now());
  const ms = performance.now() - start;
  const gl = scene.canvas.getContext('webgl2');
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  return ms;
}

const repeat = (runs: number, run: () => number) => Array.from({ length: runs }, run);

function run(): FloodTimings {
  const scene = aScene();
  const place = aPlace({ width: SIDE, height: SIDE, cellM: 2, bedM: (column) => column / 500 });
  const depth = (column: number, row: number) => 1 + ((column * 7 + row * 3) % 100) / 100;
  const [still, moved] = [0, 0.001].map((more) =>
    aFrame(
      place,
      (column, row) => depth(column, row) + (row < 400 && column < SIDE ? more : 0),
      () => 0.5,
    ),
  );
  const other = aFrame(place, (column, row) => depth(column, row) + 0.002);
  if (!still || !moved) throw new Error('No frames were made.');
  const surface = scene.primitives.add(new FloodSurface(scene)) as FloodSurface;
  surface.setPaint({
    quantity: 'depth',
    breaks: [0.2, 0.3, 0.6, 0.9, 1.2],
    colours: [0xd3ecf4, 0xa3d4ea, 0x66b3dd, 0x3389c6, 0x1c5ca6, 0x153078],
    least: 0.05,
    debris: [0, 1, 1, 1],
  });
  picture(scene);
  const openMs = picture(scene, () => {
    surface.setRaster(place);
    surface.setWater(still);
  });
  const take = (frames: readonly (typeof still)[]) => {
    let turn = 0;
    const once = () => picture(scene, () => surface.setWater(frames[turn++ % 2] ?? still));
    repeat(3, once);
    return repeat(RUNS, once);
  };
  // Rows up to 400 lie in 7 rows of 16 tiles: 112 change.
  const changedMs = take([moved, still]);
  const allMs = take([other, still]);
  return { openMs, changedMs, allMs, idleMs: repeat(RUNS, () => picture(scene)) };
}

declare global {
  interface Window {
    floodLab: { run(): FloodTimings };
  }
}
window.floodLab = { run };
