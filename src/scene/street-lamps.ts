// Street lamps by the thousand as one primitive of the scene: one draw call, drawn only while they burn.

import {
  BoundingSphere,
  type Cartesian3,
  DrawCommand,
  Pass,
  PrimitiveType,
  RenderState,
  type Scene,
  type ShaderProgram,
  type VertexArray,
} from 'cesium';
import type { Air } from './air.ts';
import type { FrameState } from './cesium-inside.ts';
import { fireMesh, fireProgram, instanceBuffer, pixelAtOneMetre, square } from './fire-kit.ts';
import { firePlane } from './fire-place.ts';
import {
  LAMP_FLOATS,
  lampAttributes,
  lampFragmentShader,
  lampVertexShader,
} from './street-lamps-shader.ts';

/** Numbers of a lamp as they come: longitude, latitude (degrees), height of its head and of its mast (m). */
const NUMBERS = 4;

/** A primitive of the scene. */
export class StreetLamps {
  show = true;
  readonly #scene: Scene;
  readonly #air: Air;
  readonly #program: ShaderProgram;
  #mesh: VertexArray | undefined;
  #command: DrawCommand | undefined;
  #pixel = 0.001;
  #isGone = false;

  constructor(scene: Scene, air: Air) {
    this.#scene = scene;
    this.#air = air;
    this.#program = fireProgram(scene, lampVertexShader, lampFragmentShader, lampAttributes);
  }

  /** Four numbers a lamp: longitude, latitude (degrees), head above the ellipsoid, mast (m). */
  set(lamps: Float64Array): void {
    this.#mesh?.destroy();
    this.#mesh = undefined;
    this.#command = undefined;
    const count = Math.floor(lamps.length / NUMBERS);
    if (count === 0) return;
    const plane = firePlane(lamps[0] ?? 0, lamps[1] ?? 0, 0);
    const rows = new Float32Array(count * LAMP_FLOATS);
    const heads: Cartesian3[] = [];
    for (let lamp = 0; lamp < count; lamp++) {
      const at = lamp * NUMBERS;
      const head = plane.toPlane(lamps[at] ?? 0, lamps[at + 1] ?? 0, lamps[at + 2] ?? 0);
      rows.set([head.x, head.y, head.z, ownNumber(lamp)], lamp * LAMP_FLOATS);
      heads.push(head);
    }
    const mesh = fireMesh(this.#scene, square, {
      buffer: instanceBuffer(this.#scene, rows),
      columns: [{ index: 1, floats: LAMP_FLOATS }],
    });
    this.#mesh = mesh;
    this.#command = new DrawCommand({
      owner: this,
      vertexArray: mesh,
      shaderProgram: this.#program,
      renderState: RenderState.fromCache({
        depthTest: { enabled: false },
        depthMask: false,
        // Light adds to what is there.
        blending: {
          enabled: true,
          equationRgb: 0x8006,
          equationAlpha: 0x8006,
          functionSourceRgb: 1,
          functionSourceAlpha: 0,
          functionDestinationRgb: 1,
          functionDestinationAlpha: 1,
        },
      }),
      uniformMap: { u_pixel: () => this.#pixel, u_night: () => this.#air.state.x },
      primitiveType: PrimitiveType.TRIANGLES,
      pass: Pass.OPAQUE,
      instanceCount: count,
      cull: true,
      modelMatrix: plane.matrix,
      boundingVolume: BoundingSphere.transform(BoundingSphere.fromPoints(heads), plane.matrix),
    });
  }

  update(frameState: FrameState): void {
    if (!this.show || !this.#command || !frameState.passes.render) return;
    if (this.#air.state.x <= 0 || this.#air.state.w < 1) return;
    this.#pixel = pixelAtOneMetre(this.#scene, frameState);
    frameState.commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#mesh?.destroy();
    this.#program.destroy();
  }
}

/** 0 … 1, the same for the same lamp. */
const ownNumber = (lamp: number) => ((Math.imul(lamp + 1, 0x9e3779b1) >>> 8) & 0xffff) / 0xffff;
