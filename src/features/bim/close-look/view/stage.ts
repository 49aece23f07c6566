// The canvas of the close look: one renderer, the camera of the view in use, a picture only when something changed.

import {
  type Camera,
  Color,
  LinearSRGBColorSpace,
  OrthographicCamera,
  PerspectiveCamera,
  Raycaster,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { CloseScene } from '#workers/bim/client.ts';
import type { SectionCaps } from '../../contract/section.ts';
import { type Face, faceAround } from '../measure/face.ts';
import { type Hit, type Snap, snapTo } from '../measure/snap.ts';
import { distance, type Vector } from '../vector.ts';
import { type Cut, ElementModel } from './element-model.ts';
import { type Palette, paletteOf } from './palette.ts';

export interface Pixel {
  readonly x: number;
  readonly y: number;
  /** False behind the eye. */
  readonly isAhead: boolean;
}

/** Where the pointer looks besides its own pixel, so that an edge just outside of what it is on is found too. */
const RING_PX = 8;

export class Stage {
  readonly canvas: HTMLCanvasElement;
  readonly model: ElementModel;
  readonly scene: CloseScene;
  readonly #renderer: WebGLRenderer;
  readonly #world = new Scene();
  readonly #listeners = new Set<() => void>();
  readonly #raycaster = new Raycaster();
  readonly #resizing: ResizeObserver;
  /** Pixels at each side and above and below that panels may cover. */
  margins = { x: 0, y: 0 };
  #camera: PerspectiveCamera | OrthographicCamera = new PerspectiveCamera();
  #frame = 0;
  #width = 1;
  #height = 1;

  /** `paint`: 4 bytes an element of all models, by index. */
  constructor(canvas: HTMLCanvasElement, scene: CloseScene, paint: Uint8Array | undefined) {
    this.canvas = canvas;
    this.scene = scene;
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, stencil: true });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    this.#renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
    this.model = new ElementModel(scene, paint);
    this.#world.add(this.model.root);
    this.applyTheme();
    this.#resizing = new ResizeObserver(() => this.#fit());
    this.#resizing.observe(canvas);
    this.#fit();
  }

  get camera(): PerspectiveCamera | OrthographicCamera {
    return this.#camera;
  }

  get aspect(): number {
    return this.#width / this.#height;
  }

  /** Share of the picture, around its middle, that nothing covers. */
  get free(): { readonly x: number; readonly y: number } {
    const share = (size: number, margin: number) => Math.max(0.4, 1 - (2 * margin) / size);
    return { x: share(this.#width, this.margins.x), y: share(this.#height, this.margins.y) };
  }

  setCamera(camera: PerspectiveCamera | OrthographicCamera): void {
    this.#camera = camera;
    this.#fit();
  }

  setPaint(paint: Uint8Array | undefined, selected: ReadonlySet<number>): void {
    this.model.setPaint(paint, selected);
    this.invalidate();
  }

  setCut(cut: Cut): void {
    this.model.setCut(cut);
    this.invalidate();
  }

  setCaps(caps: SectionCaps, base: number): void {
    this.model.setCaps(caps, base);
    this.invalidate();
  }

  /** Reads the colours of the page again. */
  applyTheme(): void {
    const palette: Palette = paletteOf(this.canvas);
    this.model.setPalette(palette);
    const { r, g, b } = palette.ground;
    // The clear colour goes to the screen as it is.
    this.#renderer.setClearColor(new Color(r ** (1 / 2.2), g ** (1 / 2.2), b ** (1 / 2.2)));
    this.invalidate();
  }

  /** Asks for a picture; many asks before it is drawn are one. */
  invalidate(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  }

  draw(): void {
    this.#renderer.render(this.#world, this.#camera);
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each picture; returns how to stop. */
  onDrawn(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** CSS pixels from the canvas's corner. */
  project(point: Vector): Pixel {
    const seen = new Vector3(...point).applyMatrix4(this.#camera.matrixWorldInverse);
    const isAhead = this.#camera instanceof OrthographicCamera || seen.z < 0;
    seen.applyMatrix4(this.#camera.projectionMatrix);
    return {
      x: ((seen.x + 1) / 2) * this.#width,
      y: ((1 - seen.y) / 2) * this.#height,
      isAhead,
    };
  }

  hit(x: number, y: number): Hit | undefined {
    const point = new Vector2((2 * x) / this.#width - 1, 1 - (2 * y) / this.#height);
    this.#raycaster.setFromCamera(point, this.#camera);
    return this.model.hit(this.#raycaster.ray);
  }

  /** What exact place the pointer means. */
  snap(x: number, y: number): Snap | undefined {
    const near = [this.hit(x, y)];
    for (let at = 0; at < 8; at++) {
      const turn = (Math.PI * at) / 4;
      near.push(this.hit(x + RING_PX * Math.cos(turn), y + RING_PX * Math.sin(turn)));
    }
    const hits = near.flatMap((hit) => hit ?? []);
    const [first] = hits;
    if (!first) return undefined;
    const main = near[0] ?? first;
    const elements = new Set(hits.map(({ element }) => element));
    const edges = [...elements].flatMap((element) => [...this.model.rows.edgesOf(element)]);
    const snap = snapTo(main, this.scene.mesh.positions, edges, {
      pixelsTo: (point) => {
        const pixel = this.project(point);
        return pixel.isAhead ? Math.hypot(pixel.x - x, pixel.y - y) : Number.POSITIVE_INFINITY;
      },
      isSeen: (point) => this.isSeen(point),
    });
    // Beside everything there is only what snaps.
    return snap.kind === 'face' && !near[0] ? undefined : snap;
  }

  /** Whether nothing stands between the eye and a point. */
  isSeen(point: Vector): boolean {
    const { x, y, isAhead } = this.project(point);
    if (!isAhead) return false;
    const hit = this.hit(x, y);
    if (!hit) return true;
    const eye = this.#raycaster.ray.origin;
    const from: Vector = [eye.x, eye.y, eye.z];
    const slack = 0.01 + 0.002 * distance(from, point);
    return distance(from, hit.point) > distance(from, point) - slack;
  }

  faceAt({ element, triangle }: Pick<Hit, 'element' | 'triangle'>): Face {
    const { positions, indices } = this.scene.mesh;
    return faceAround(positions, indices, this.model.rows.trianglesOf(element), triangle);
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#resizing.disconnect();
    this.#listeners.clear();
    this.model.dispose();
    this.#renderer.dispose();
    // A page may hold only so many contexts: the next close look needs this one's.
    if (!this.#renderer.getContext().isContextLost()) this.#renderer.forceContextLoss();
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.canvas;
    this.#width = Math.max(1, clientWidth);
    this.#height = Math.max(1, clientHeight);
    this.#renderer.setSize(this.#width, this.#height, false);
    setAspect(this.#camera, this.aspect);
    this.invalidate();
  }
}

function setAspect(camera: Camera, aspect: number): void {
  if (camera instanceof PerspectiveCamera) {
    camera.aspect = aspect;
    camera.updateProjectionMatrix();
  }
  if (camera instanceof OrthographicCamera) {
    const half = (camera.top - camera.bottom) / 2;
    camera.left = -half * aspect;
    camera.right = half * aspect;
    camera.updateProjectionMatrix();
  }
}
