// At eye height inside: W A S D or arrows walk, a drag looks around, Shift hurries. Pictures are drawn while something
// moves, and not otherwise.

import { PerspectiveCamera } from 'three';
import type { Vector } from '../vector.ts';
import { surroundingsOf } from '../walk/surroundings.ts';
import { EYE_M, type Surroundings, standNear, type Walker, walk } from '../walk/walk.ts';
import type { Stage } from './stage.ts';
import type { View } from './view.ts';

const FIELD_DEG = 72;
const WALK_MS = 1.4;
const HURRY = 2.5;
const TURN_RAD_S = 1.6;
const LOOK_RAD_PER_PX = 0.0035;
const STEEPEST_RAD = 1.4;
const DEEPEST_FALL_M = 60;
const ROOM_M = 1.1;

/** What a held key does: forward, to the right, a turn to the left. */
const meanings: Readonly<Record<string, readonly [forward: number, right: number, turn: number]>> =
  {
    w: [1, 0, 0],
    s: [-1, 0, 0],
    a: [0, -1, 0],
    d: [0, 1, 0],
    ArrowUp: [1, 0, 0],
    ArrowDown: [-1, 0, 0],
    ArrowLeft: [0, 0, 1],
    ArrowRight: [0, 0, -1],
    q: [0, 0, 1],
    e: [0, 0, -1],
  };

export class WalkView implements View {
  readonly #stage: Stage;
  readonly #camera = new PerspectiveCamera(FIELD_DEG, 1, 0.05, 2000);
  readonly #around: Surroundings;
  readonly #held = new Set<string>();
  #walker: Walker;
  /** From the x axis, counter-clockwise. */
  #heading = Math.PI / 2;
  #pitch = 0;
  #isHurrying = false;
  #frame = 0;
  #before = 0;
  #drag: { readonly id: number; x: number; y: number } | undefined;

  /** Undefined where nobody can stand near the wanted place. */
  static enter(stage: Stage, wanted: Vector): WalkView | undefined {
    const { tree } = stage.model;
    if (!tree) return undefined;
    const around = surroundingsOf(tree, (triangle) => stage.model.stops(triangle));
    // Rather in a room a few steps away than in a shaft right here.
    const feet = standNear(wanted, around, ROOM_M) ?? standNear(wanted, around);
    return feet && new WalkView(stage, around, feet);
  }

  private constructor(stage: Stage, around: Surroundings, feet: Vector) {
    this.#stage = stage;
    this.#around = around;
    this.#walker = { feet, fallMS: 0 };
    this.#camera.up.set(0, 0, 1);
    const { tree } = stage.model;
    // What one passes through, a closed door, one doesn't see through.
    const seen = tree ? surroundingsOf(tree, (triangle) => stage.model.isSolid(triangle)) : around;
    this.#heading = openest(seen, feet);
    stage.canvas.addEventListener('pointerdown', this.#grab);
    stage.canvas.addEventListener('pointermove', this.#look);
    stage.canvas.addEventListener('pointerup', this.#drop);
    stage.canvas.addEventListener('pointercancel', this.#drop);
    stage.setCamera(this.#camera);
    this.#place();
  }

  /** Of the feet. */
  target(): Vector {
    return this.#walker.feet;
  }

  /** Steps to a place on a floor that was pointed at; false where nobody can stand there. */
  goTo(place: Vector): boolean {
    const feet = standNear(place, this.#around);
    if (!feet) return false;
    this.#walker = { feet, fallMS: 0 };
    this.#place();
    return true;
  }

  press(key: string, isShift: boolean): boolean {
    this.#isHurrying = isShift;
    const name = nameOf(key);
    if (!(name in meanings)) return false;
    this.#held.add(name);
    this.#begin();
    return true;
  }

  release(key: string): void {
    this.#held.delete(nameOf(key));
    if (key === 'Shift') this.#isHurrying = false;
  }

  releaseAll(): void {
    this.#held.clear();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#held.clear();
    const { canvas } = this.#stage;
    canvas.removeEventListener('pointerdown', this.#grab);
    canvas.removeEventListener('pointermove', this.#look);
    canvas.removeEventListener('pointerup', this.#drop);
    canvas.removeEventListener('pointercancel', this.#drop);
  }

  #begin(): void {
    if (this.#frame !== 0) return;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(this.#step);
  }

  readonly #step = (time: number): void => {
    const seconds = Math.min(0.1, Math.max(0, (time - this.#before) / 1000));
    this.#before = time;
    let [forward, right, turn] = [0, 0, 0];
    for (const key of this.#held) {
      const [onward = 0, aside = 0, around = 0] = meanings[key] ?? [];
      forward += onward;
      right += aside;
      turn += around;
    }
    this.#heading += turn * TURN_RAD_S * seconds;
    const length = Math.max(1, Math.hypot(forward, right));
    const way = (WALK_MS * (this.#isHurrying ? HURRY : 1) * seconds) / length;
    const [cos, sin] = [Math.cos(this.#heading), Math.sin(this.#heading)];
    const x = way * (forward * cos + right * sin);
    const y = way * (forward * sin - right * cos);
    const { feet } = this.#walker;
    this.#walker = walk(this.#walker, [x, y], seconds, this.#around);
    // Off the edge of the world one is put back where one stood.
    const [low] = this.#stage.model.bounds() ?? [[0, 0, 0]];
    if (this.#walker.feet[2] < low[2] - DEEPEST_FALL_M) this.#walker = { feet, fallMS: 0 };
    this.#place();
    const isMoving = this.#held.size > 0 || this.#walker.fallMS > 0;
    this.#frame = isMoving ? requestAnimationFrame(this.#step) : 0;
  };

  #place(): void {
    const [x, y, z] = this.#walker.feet;
    const level = Math.cos(this.#pitch);
    this.#camera.position.set(x, y, z + EYE_M);
    this.#camera.lookAt(
      x + level * Math.cos(this.#heading),
      y + level * Math.sin(this.#heading),
      z + EYE_M + Math.sin(this.#pitch),
    );
    this.#camera.updateMatrixWorld();
    this.#stage.invalidate();
  }

  readonly #grab = (event: PointerEvent): void => {
    this.#drag = { id: event.pointerId, x: event.clientX, y: event.clientY };
    this.#stage.canvas.setPointerCapture(event.pointerId);
  };

  readonly #look = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.id !== event.pointerId) return;
    this.#heading += (event.clientX - drag.x) * LOOK_RAD_PER_PX;
    const pitch = this.#pitch + (event.clientY - drag.y) * LOOK_RAD_PER_PX;
    this.#pitch = Math.min(STEEPEST_RAD, Math.max(-STEEPEST_RAD, pitch));
    drag.x = event.clientX;
    drag.y = event.clientY;
    this.#place();
  };

  readonly #drop = (event: PointerEvent): void => {
    if (this.#drag?.id === event.pointerId) this.#drag = undefined;
  };
}

const nameOf = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);

/** The direction in which one sees farthest: nobody begins with the face to a wall. */
function openest(around: Surroundings, [x, y, z]: Vector): number {
  let best = { heading: Math.PI / 2, distance: -1 };
  for (let at = 0; at < 16; at++) {
    const heading = (Math.PI * at) / 8;
    const along: Vector = [Math.cos(heading), Math.sin(heading), 0];
    const hit = around.cast([x, y, z + EYE_M], along, 40);
    const distance = hit?.distanceM ?? 20;
    if (distance > best.distance) best = { heading, distance };
  }
  return best.heading;
}
