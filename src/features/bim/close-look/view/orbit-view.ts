// Around the part, from outside: drag turns, right or Shift drag shifts, the wheel comes nearer.

import { PerspectiveCamera, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import type { Vector } from '../vector.ts';
import type { Stage } from './stage.ts';
import type { View } from './view.ts';

const FIELD_DEG = 40;
/** Share of the picture that is left free around the part. */
const MARGIN = 1.12;
const TURN_RAD = Math.PI / 24;

export class OrbitView implements View {
  readonly #stage: Stage;
  readonly #camera = new PerspectiveCamera(FIELD_DEG);
  readonly #controls: OrbitControls;
  #radius = 10;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#camera.up.set(0, 0, 1);
    this.#controls = new OrbitControls(this.#camera, stage.canvas);
    this.#controls.zoomToCursor = true;
    this.#controls.addEventListener('change', () => this.#moved());
    this.fit();
    stage.setCamera(this.#camera);
  }

  /** The whole part from the south-east, from above; or what is asked for, from where the eye is. */
  fit(bounds = this.#stage.model.bounds(), isKeepingSide = false): void {
    const [low, high] = bounds ?? [
      [-5, -5, 0],
      [5, 5, 5],
    ];
    const middle = new Vector3(...low).add(new Vector3(...high)).multiplyScalar(0.5);
    this.#radius = Math.max(0.2, new Vector3(...high).distanceTo(middle));
    const side = isKeepingSide
      ? this.#camera.position.clone().sub(this.#controls.target).normalize()
      : new Vector3(0.62, -0.82, 0.55).normalize();
    const narrow = Math.min(1, this.#stage.aspect);
    const half = Math.atan(Math.tan((FIELD_DEG * Math.PI) / 360) * narrow);
    const distance = (MARGIN * this.#radius) / Math.sin(half);
    this.#controls.target.copy(middle);
    this.#camera.position.copy(middle).addScaledVector(side, distance);
    this.#controls.update();
    this.#moved();
  }

  target(): Vector {
    const { x, y, z } = this.#controls.target;
    return [x, y, z];
  }

  press(key: string): boolean {
    const offset = this.#camera.position.clone().sub(this.#controls.target);
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        offset.applyAxisAngle(this.#camera.up, key === 'ArrowLeft' ? -TURN_RAD : TURN_RAD);
        break;
      case 'ArrowUp':
      case 'ArrowDown': {
        const across = new Vector3().crossVectors(this.#camera.up, offset).normalize();
        const turn = key === 'ArrowUp' ? -TURN_RAD : TURN_RAD;
        const turned = offset.clone().applyAxisAngle(across, turn);
        // Over the pole the picture would turn around.
        const flat = Math.hypot(turned.x, turned.y) / turned.length();
        if (flat < 0.05) return true;
        offset.copy(turned);
        break;
      }
      case '+':
      case '=':
        offset.multiplyScalar(0.85);
        break;
      case '-':
        offset.multiplyScalar(1 / 0.85);
        break;
      case 'Home':
        this.fit();
        return true;
      default:
        return false;
    }
    this.#camera.position.copy(this.#controls.target).add(offset);
    this.#controls.update();
    this.#moved();
    return true;
  }

  stop(): void {
    this.#controls.dispose();
  }

  #moved(): void {
    const distance = this.#camera.position.distanceTo(this.#controls.target);
    this.#camera.near = Math.max(0.02, (distance - 2 * this.#radius) / 2, distance / 500);
    this.#camera.far = distance + 4 * this.#radius + 10;
    this.#camera.updateProjectionMatrix();
    this.#camera.updateMatrixWorld();
    this.#stage.invalidate();
  }
}
