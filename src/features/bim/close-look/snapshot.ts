// Pictures of places in a model for files that others open: two things, nothing around them, on white.

import { Color, LinearSRGBColorSpace, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { ElementMesh } from '#workers/bim/client.ts';
import { COLOURED, VISIBLE } from '../contract/paint.ts';
import { ElementModel } from './view/element-model.ts';

export interface SnapshotView {
  /** Model's frame, m. */
  readonly eye: readonly [number, number, number];
  readonly direction: readonly [number, number, number];
  /** Upright angle, degrees. */
  readonly fieldDeg: number;
}

export interface Photographer {
  /** A PNG of the elements, each in its colour (sRGB) by its index. */
  take(
    mesh: ElementMesh,
    colours: ReadonlyMap<number, readonly [number, number, number]>,
    view: SnapshotView,
  ): Promise<Uint8Array>;
  /** Gives the graphics context back. */
  dismiss(): void;
}

const WIDTH_PX = 640;
const HEIGHT_PX = 480;
const palette = {
  ground: new Color(1, 1, 1),
  accent: new Color(0, 0.2, 0.5),
  line: new Color(0, 0, 0),
  lineAlpha: 0.6,
  cap: new Color(0, 0, 0),
};

export function hirePhotographer(): Photographer {
  const canvas = document.createElement('canvas');
  const renderer = new WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setSize(WIDTH_PX, HEIGHT_PX, false);
  renderer.setClearColor(0xffffff);
  return {
    async take(mesh, colours, view) {
      const last = Math.max(-1, ...colours.keys());
      const paint = new Uint8Array(4 * (last + 1));
      for (const [index, colour] of colours) paint.set([...colour, VISIBLE | COLOURED], 4 * index);
      const scene = {
        model: '',
        title: '',
        mesh,
        tree: [],
        storeys: [],
        passable: new Uint32Array(),
      };
      const model = new ElementModel(scene, paint);
      model.setPalette(palette);
      const world = new Scene();
      world.add(model.root);
      renderer.render(world, cameraFor(view));
      model.dispose();
      return await toPng(canvas);
    },
    dismiss() {
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

function cameraFor({ eye, direction, fieldDeg }: SnapshotView): PerspectiveCamera {
  const camera = new PerspectiveCamera(fieldDeg, WIDTH_PX / HEIGHT_PX, 0.05, 500);
  camera.up.set(0, 0, 1);
  camera.position.set(...eye);
  camera.lookAt(eye[0] + direction[0], eye[1] + direction[1], eye[2] + direction[2]);
  camera.updateMatrixWorld();
  return camera;
}

async function toPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The browser could not draw the picture.');
  return new Uint8Array(await blob.arrayBuffer());
}
