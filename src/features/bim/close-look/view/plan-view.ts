// Straight down onto a storey that is cut: north of the model is up, as on a drawing.

import { MOUSE, OrthographicCamera, TOUCH, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import type { Vector } from '../vector.ts';
import type { Stage } from './stage.ts';
import type { View } from './view.ts';

const MARGIN = 1.04;
const ABOVE_M = 500;

export class PlanView implements View {
  readonly #stage: Stage;
  readonly #camera = new OrthographicCamera();
  readonly #controls: OrbitControls;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#camera.up.set(0, 1, 0);
    this.#camera.near = 0.1;
    this.#camera.far = 3 * ABOVE_M;
    this.#controls = new OrbitControls(this.#camera, stage.canvas);
    this.#controls.enableRotate = false;
    this.#controls.screenSpacePanning = true;
    this.#controls.zoomToCursor = true;
    this.#controls.mouseButtons = { LEFT: MOUSE.PAN, MIDDLE: MOUSE.PAN, RIGHT: MOUSE.PAN };
    this.#controls.touches = { ONE: TOUCH.PAN, TWO: TOUCH.DOLLY_PAN };
    this.#controls.addEventListener('change', () => stage.invalidate());
    this.fit();
    stage.setCamera(this.#camera);
  }

  fit(): void {
    const [low, high] = this.#stage.model.bounds() ?? [
      [-5, -5, 0],
      [5, 5, 5],
    ];
    const { aspect, free } = this.#stage;
    const across = (high[0] - low[0]) / aspect / free.x;
    const half = (MARGIN / 2) * Math.max((high[1] - low[1]) / free.y, across, 0.5);
    this.#camera.top = half;
    this.#camera.bottom = -half;
    this.#camera.left = -half * aspect;
    this.#camera.right = half * aspect;
    this.#camera.zoom = 1;
    const middle = new Vector3((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]);
    this.#controls.target.copy(middle);
    this.#camera.position.copy(middle).setZ(high[2] + ABOVE_M);
    this.#camera.updateProjectionMatrix();
    this.#controls.update();
    this.#stage.invalidate();
  }

  target(): Vector {
    const { x, y, z } = this.#controls.target;
    return [x, y, z];
  }

  press(key: string): boolean {
    const step = (0.12 * (this.#camera.top - this.#camera.bottom)) / this.#camera.zoom;
    switch (key) {
      case 'ArrowLeft':
        return this.#shift(-step, 0);
      case 'ArrowRight':
        return this.#shift(step, 0);
      case 'ArrowUp':
        return this.#shift(0, step);
      case 'ArrowDown':
        return this.#shift(0, -step);
      case '+':
      case '=':
        return this.#zoom(1.25);
      case '-':
        return this.#zoom(0.8);
      case 'Home':
        this.fit();
        return true;
      default:
        return false;
    }
  }

  stop(): void {
    this.#controls.dispose();
  }

  #shift(x: number, y: number): boolean {
    const way = new Vector3(x, y, 0);
    this.#controls.target.add(way);
    this.#camera.position.add(way);
    this.#controls.update();
    this.#stage.invalidate();
    return true;
  }

  #zoom(by: number): boolean {
    this.#camera.zoom *= by;
    this.#camera.updateProjectionMatrix();
    this.#controls.update();
    this.#stage.invalidate();
    return true;
  }
}
