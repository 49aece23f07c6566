// The page that the bench of the drawing drives: a scene without a globe, pipes on a plain, and a clock on the main
// thread. What the graphics card does meanwhile is waited for, outside the clock.

import {
  BufferPolyline,
  BufferPolylineCollection,
  BufferPolylineMaterial,
  Cartesian2,
  Cartesian3,
  Color,
  JulianDate,
  Scene,
} from 'cesium';
import { placeNetworks } from '#features/pipes/kernel/index-space.ts';
import { toPipeShapes } from '#features/pipes/kernel/shapes/to-pipe-shapes.ts';
import { PipePrimitive, plainTable } from '#scene/pipe-primitive.ts';
import { PickedPipe } from '#scene/pipe-tile.ts';
import { aPlainOfPipes, LATITUDE_DEG, LONGITUDE_DEG } from './plain-of-pipes.ts';

export interface Timings {
  readonly buildMs: number;
  /** Of each recolouring: new table and the next picture, main thread. */
  readonly recolourMs: readonly number[];
  readonly idleMs: readonly number[];
  readonly pickMs: readonly number[];
  /** How many of the picks found the very pipe. */
  readonly exact: number;
}

const RUNS = 15;
/** Where pipes have no colours to sort by: one of sixteen. */
const PEER_COLOURS = 16;

function aScene(): Scene {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 400;
  canvas.style.cssText = 'width:640px;height:400px';
  document.body.append(canvas);
  const scene = new Scene({ canvas, contextOptions: { webgl: { antialias: false } } });
  scene.camera.frustum.near = 1;
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

/** Straight down, or so, from above a place. */
function look(scene: Scene, heightM: number, [longitudeDeg, latitudeDeg] = MIDDLE): void {
  scene.camera.setView({
    destination: Cartesian3.fromDegrees(longitudeDeg, latitudeDeg, heightM),
    orientation: { heading: 0, pitch: -Math.PI / 2, roll: 0 },
  });
}

const MIDDLE: readonly [number, number] = [LONGITUDE_DEG, LATITUDE_DEG];

const repeat = (runs: number, run: () => number) => Array.from({ length: runs }, run);

function ours(count: number, heightM: number): Timings {
  const scene = aScene();
  const network = aPlainOfPipes(count);
  const shapes = toPipeShapes(placeNetworks([network]), 1);
  const rows = [{ from: 0, to: shapes.count, row: 0 }];
  look(scene, heightM);
  picture(scene);
  let pipes: PipePrimitive | undefined;
  const buildMs = picture(scene, () => {
    pipes = scene.primitives.add(new PipePrimitive(scene)) as PipePrimitive;
    pipes.xray = 0;
    pipes.isColoured = true;
    pipes.setShapes(shapes.tiles, shapes.count, plainTable(shapes.count, rows));
  });
  const tables = [1, 2].map((turn) => {
    const table = plainTable(shapes.count, rows);
    for (let index = 0; index < shapes.count; index++) table[4 * index] = (index * turn) & 255;
    return table;
  });
  const ramp = new Uint8Array(1024).fill(200);
  let turn = 0;
  const recolour = () => picture(scene, () => pipes?.setTable(tables[turn++ % 2]!, ramp));
  repeat(3, recolour);
  const recolourMs = repeat(RUNS, recolour);
  const idleMs = repeat(RUNS, () => picture(scene));

  // Near by, on the middle of one pipe after the other.
  let exact = 0;
  const { line } = network.links;
  const picks = Array.from({ length: 8 }, (_, turn) => {
    const row = Math.floor(count / 2) + 3 * turn;
    const at = 6 * row;
    look(scene, 60, [(line[at]! + line[at + 3]!) / 2, line[at + 1]!]);
    const start = performance.now();
    const found: unknown = scene.pick(new Cartesian2(320, 200));
    const ms = performance.now() - start;
    if (found instanceof PickedPipe && found.index === row) exact++;
    return ms;
  });
  scene.destroy();
  return { buildMs, recolourMs, idleMs, pickMs: picks, exact };
}

/** Cesium's own lines of the newest kind, two points each, on the same plain. */
function theirs(count: number, heightM: number): Timings {
  const scene = aScene();
  const { links } = aPlainOfPipes(count);
  look(scene, heightM);
  picture(scene);
  const line = new BufferPolyline();
  const materials = Array.from(
    { length: PEER_COLOURS },
    (_, at) =>
      new BufferPolylineMaterial({ color: Color.fromHsl(at / PEER_COLOURS, 1, 0.5), width: 2 }),
  );
  let collection: BufferPolylineCollection | undefined;
  const point = new Cartesian3();
  const buildMs = picture(scene, () => {
    collection = scene.primitives.add(
      new BufferPolylineCollection({ primitiveCountMax: count, vertexCountMax: 2 * count }),
    ) as BufferPolylineCollection;
    for (let row = 0; row < count; row++) {
      const positions = new Float64Array(6);
      for (const end of [0, 1]) {
        const at = 3 * (2 * row + end);
        const [longitude, latitude, height] = [
          links.line[at]!,
          links.line[at + 1]!,
          links.line[at + 2]!,
        ];
        Cartesian3.fromDegrees(longitude, latitude, height, undefined, point);
        positions.set([point.x, point.y, point.z], 3 * end);
      }
      collection.add({ positions, material: materials[row % PEER_COLOURS]! }, line);
    }
  });
  let turn = 0;
  const recolour = () =>
    picture(scene, () => {
      turn++;
      for (let row = 0; row < count; row++) {
        collection?.get(row, line);
        line.setMaterial(materials[(row + turn) % PEER_COLOURS]!);
      }
    });
  repeat(2, recolour);
  const recolourMs = repeat(5, recolour);
  const idleMs = repeat(RUNS, () => picture(scene));
  scene.destroy();
  return { buildMs, recolourMs, idleMs, pickMs: [], exact: 0 };
}

const drawingLab = { ours, theirs };
export type DrawingLab = typeof drawingLab;

declare global {
  interface Window {
    drawingLab: DrawingLab;
  }
}

window.drawingLab = drawingLab;
