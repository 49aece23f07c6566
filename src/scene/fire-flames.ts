// Flames on burning roofs as one primitive of the scene: two draw calls, however many. They stand still unless
// `timeS` runs.

import {
  BoundingSphere,
  Cartesian2,
  DrawCommand,
  Pass,
  PrimitiveType,
  type Scene,
  type ShaderProgram,
  type Texture,
  type VertexArray,
} from 'cesium';
import type { FrameState } from './cesium-inside.ts';
import {
  FLAME_FLOATS,
  flameAttributes,
  flameFragmentShader,
  flameVertexShader,
} from './fire-flames-shader.ts';
import {
  fireMesh,
  fireProgram,
  fireState,
  instanceBuffer,
  pixelAtOneMetre,
  square,
} from './fire-kit.ts';
import { firePlane } from './fire-place.ts';
import { noiseTexture } from './flood-textures.ts';

export interface Flame {
  readonly at: readonly [longitudeDeg: number, latitudeDeg: number];
  /** Of the roof above the ellipsoid, m. */
  readonly roofM: number;
  readonly widthM: number;
  readonly heightM: number;
  /** 0 … 1 of the greatest. */
  readonly heat: number;
  /** The same for the same building: its flame doesn't leap when others come. */
  readonly seed: number;
}

/** A primitive of the scene. */
export class FireFlames {
  show = true;
  opacity = 1;
  timeS = 0;
  /** 0 by day … 1 by night: glows carry further. */
  night = 0;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #noise: Texture;
  readonly #wind = new Cartesian2();
  #mesh: VertexArray | undefined;
  #commands: readonly DrawCommand[] = [];
  #pixel = 0.001;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = fireProgram(scene, flameVertexShader, flameFragmentShader, flameAttributes);
    this.#noise = noiseTexture(scene);
  }

  set(flames: readonly Flame[]): void {
    this.#mesh?.destroy();
    this.#mesh = undefined;
    this.#commands = [];
    const [first] = flames;
    if (!first) return;
    const plane = firePlane(...first.at, first.roofM);
    const rows = new Float32Array(flames.length * FLAME_FLOATS);
    const spheres: BoundingSphere[] = [];
    for (const [at, { at: place, roofM, widthM, heightM, heat, seed }] of flames.entries()) {
      const foot = plane.toPlane(...place, roofM);
      rows.set([foot.x, foot.y, foot.z, seed, widthM, heightM, heat, 0], at * FLAME_FLOATS);
      spheres.push(new BoundingSphere(foot, 60 + 3 * Math.max(widthM, heightM)));
    }
    const mesh = fireMesh(this.#scene, square, {
      buffer: instanceBuffer(this.#scene, rows),
      columns: [1, 2].map((index) => ({ index, floats: 4 })),
    });
    this.#mesh = mesh;
    const boundingVolume = BoundingSphere.transform(
      BoundingSphere.fromBoundingSpheres(spheres),
      plane.matrix,
    );
    this.#commands = [true, false].map(
      (isGlow) =>
        new DrawCommand({
          owner: this,
          vertexArray: mesh,
          shaderProgram: this.#program,
          renderState: fireState('both'),
          uniformMap: {
            u_pixel: () => this.#pixel,
            u_isGlow: () => Number(isGlow),
            u_wind: () => this.#wind,
            u_noise: () => this.#noise,
            u_opacity: () => this.opacity,
            u_timeS: () => this.timeS % 4096,
            u_night: () => this.night,
          },
          primitiveType: PrimitiveType.TRIANGLES,
          // Before words and pins, over smoke.
          pass: Pass.OPAQUE,
          instanceCount: flames.length,
          cull: true,
          modelMatrix: plane.matrix,
          boundingVolume,
        }),
    );
  }

  /** Unit vector to where the wind blows, times how far flames lean, 0 … 1. */
  setWind(east: number, north: number): void {
    Cartesian2.fromElements(east, north, this.#wind);
  }

  get isEmpty(): boolean {
    return this.#commands.length === 0;
  }

  update(frameState: FrameState): void {
    if (!this.show || !frameState.passes.render || this.opacity <= 0) return;
    this.#pixel = pixelAtOneMetre(this.#scene, frameState);
    for (const command of this.#commands) frameState.commandList.push(command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#mesh?.destroy();
    this.#program.destroy();
    this.#noise.destroy();
  }
}
