// Around the part, from outside: drag turns, right or Shift drag shifts, the wheel comes nearer.

import { PerspectiveCamera, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import type { Vector } from '../vector.ts';
import type { Stage } from './stage.ts';
import type { View } from './view.ts';

const FIELD_DEG = 40;
/** Share of the picture that is left free around the part. */
const MARGIN = 1.06;
const FROM = new Vector3(0.62, -0.82, 0.55).normalize();
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

  /** The whole part from the south-east, from above. */
  fit(): void {
    const [low, high] = this.#stage.model.bounds() ?? [
      [-5, -5, 0],
      [5, 5, 5],
    ];
    const middle = new Vector3(...low).add(new Vector3(...high)).multiplyScalar(0.5);
    this.#radius = Math.max(0.2, new Vector3(...high).distanceTo(middle));
    this.#controls.target.copy(middle);
    this.#camera.position.copy(middle).add(FROM);
    this.#camera.lookAt(middle);
    this.#camera.position.copy(middle).addScaledVector(FROM, this.#distanceTo(low, high, middle));
    this.#controls.update();
    this.#moved();
  }

  /** From where all corners of the box are within the free part of the picture. */
  #distanceTo(low: Vector, high: Vector, middle: Vector3): number {
    const { aspect, free } = this.#stage;
    const half = Math.tan((FIELD_DEG * Math.PI) / 360) / MARGIN;
    const turned = this.#camera.quaternion.clone().invert();
    let distance = 0;
    for (let corner = 0; corner < 8; corner++) {
      const pick = (axis: 0 | 1 | 2) => ((corner >> axis) & 1 ? high : low)[axis];
      const seen = new Vector3(pick(0), pick(1), pick(2)).sub(middle).applyQuaternion(turned);
      const across = Math.abs(seen.x) / (half * aspect * free.x);
      distance = Math.max(distance, seen.z + Math.max(across, Math.abs(seen.y) / (half * free.y)));
    }
    return Math.max(0.5, distance);
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
