// The body of a smoke plume as one primitive of the scene: soft bodies strung along its slices, one draw call.

import {
  BoundingSphere,
  Cartesian3,
  DrawCommand,
  type GpuBuffer,
  Pass,
  PrimitiveType,
  type Scene,
  type ShaderProgram,
  type Texture,
  type VertexArray,
} from 'cesium';
import type { FrameState } from './cesium-inside.ts';
import { fireMesh, fireProgram, fireState, instanceBuffer, square } from './fire-kit.ts';
import { type FirePlane, firePlane } from './fire-place.ts';
import { type PlumeBody, stringBodies } from './fire-plume-bodies.ts';
import {
  PLUME_FLOATS,
  plumeAttributes,
  plumeFragmentShader,
  plumeVertexShader,
} from './fire-plume-shader.ts';
import { noiseTexture } from './flood-textures.ts';

export interface PlumeSection {
  readonly at: readonly [longitudeDeg: number, latitudeDeg: number];
  /** Of its centre above the ellipsoid, m. */
  readonly heightM: number;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  /** Towards which it is blown, clockwise from north. */
  readonly towardsRad: number;
  readonly opticalDepth: number;
}

export interface PlumeLook {
  /** sRGB 0 … 1: thick smoke, thin smoke, fire seen through it. */
  readonly dense: readonly [number, number, number];
  readonly thin: readonly [number, number, number];
  readonly glow: readonly [number, number, number];
  /** Share of the light that comes from everywhere. */
  readonly ambient: number;
}

/** The fire shines into its smoke this far, m. */
const GLOW_M = 60;

/** A primitive of the scene. */
export class FirePlume {
  show = true;
  opacity = 1;
  /** Moves the billows: s of fire time. */
  timeS = 0;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #noise: Texture;
  readonly #look = {
    dense: new Cartesian3(0.2, 0.2, 0.2),
    thin: new Cartesian3(0.6, 0.6, 0.6),
    glow: new Cartesian3(1, 0.5, 0.1),
  };
  #ambient = 0.5;
  #mesh: VertexArray | undefined;
  #buffer: GpuBuffer | undefined;
  #command: DrawCommand | undefined;
  #bodies: PlumeBody[] = [];
  #rows = new Float32Array(0);
  #plane: FirePlane | undefined;
  #heat = 0;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = fireProgram(scene, plumeVertexShader, plumeFragmentShader, plumeAttributes);
    this.#noise = noiseTexture(scene);
  }

  /** From the source on; fewer than two take it away. `heat`: 0 … 1 of the fire below. */
  set(sections: readonly PlumeSection[], heat: number): void {
    this.#clear();
    const [first] = sections;
    if (!first || sections.length < 2) return;
    const plane = firePlane(...first.at, first.heightM);
    const bodies = stringBodies(
      sections.map((section) => ({
        ...section,
        place: plane.toPlane(...section.at, section.heightM),
      })),
    );
    if (bodies.length === 0) return;
    this.#bodies = bodies;
    this.#plane = plane;
    this.#heat = heat;
    this.#rows = new Float32Array(bodies.length * PLUME_FLOATS);
    this.#sort(this.#scene.camera.positionWC);
    this.#buffer = instanceBuffer(this.#scene, this.#rows);
    this.#mesh = fireMesh(this.#scene, square, {
      buffer: this.#buffer,
      columns: [1, 2, 3].map((index) => ({ index, floats: 4 })),
    });
    const sphere = BoundingSphere.fromBoundingSpheres(
      bodies.map(
        ({ x, y, z, along, across, up }) =>
          new BoundingSphere(new Cartesian3(x, y, z), 2.5 * Math.max(along, across, up)),
      ),
    );
    this.#command = new DrawCommand({
      owner: this,
      vertexArray: this.#mesh,
      shaderProgram: this.#program,
      renderState: fireState('both'),
      uniformMap: {
        u_noise: () => this.#noise,
        u_dense: () => this.#look.dense,
        u_thin: () => this.#look.thin,
        u_glow: () => this.#look.glow,
        u_ambient: () => this.#ambient,
        u_opacity: () => this.opacity,
        u_drift: () => (this.timeS * 0.02) % 4096,
      },
      primitiveType: PrimitiveType.TRIANGLES,
      // Before words and pins, which are to be read through smoke, and blended in their own order.
      pass: Pass.OPAQUE,
      instanceCount: bodies.length,
      cull: true,
      modelMatrix: plane.matrix,
      boundingVolume: BoundingSphere.transform(sphere, plane.matrix),
    });
  }

  get isEmpty(): boolean {
    return this.#command === undefined;
  }

  setLook({ dense, thin, glow, ambient }: PlumeLook): void {
    Cartesian3.fromElements(...dense, this.#look.dense);
    Cartesian3.fromElements(...thin, this.#look.thin);
    Cartesian3.fromElements(...glow, this.#look.glow);
    this.#ambient = ambient;
  }

  update({ passes, commandList, camera }: FrameState): void {
    if (!this.show || !this.#command || !passes.render || this.opacity <= 0) return;
    if (this.#sort(camera.positionWC)) this.#buffer?.copyFromArrayView(this.#rows);
    commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#clear();
    this.#program.destroy();
    this.#noise.destroy();
  }

  /** Writes the bodies down, the farthest from the eye first; false where they are. */
  #sort(eye: Cartesian3): boolean {
    if (!this.#plane) return false;
    const from = this.#plane.fromEarth(eye);
    const away = ({ x, y, z }: PlumeBody) => Math.hypot(x - from.x, y - from.y, z - from.z);
    const isWritten = this.#buffer !== undefined;
    let before = Number.POSITIVE_INFINITY;
    const isSorted = this.#bodies.every((body) => {
      const here = away(body);
      const isNext = here <= before;
      before = here;
      return isNext;
    });
    if (isSorted && isWritten) return false;
    this.#bodies.sort((a, b) => away(b) - away(a));
    for (const [at, body] of this.#bodies.entries()) {
      writeBody(this.#rows, at * PLUME_FLOATS, body, this.#heat);
    }
    return true;
  }

  #clear(): void {
    this.#mesh?.destroy();
    this.#mesh = undefined;
    this.#buffer = undefined;
    this.#command = undefined;
    this.#bodies = [];
    this.#plane = undefined;
  }
}

function writeBody(rows: Float32Array, at: number, body: PlumeBody, heat: number): void {
  const { x, y, z, depth, along, across, up, seed, east, north, age, goneM } = body;
  const glow = heat * Math.exp(-goneM / GLOW_M);
  rows.set([x, y, z, depth, along, across, up, seed, east, north, age, glow], at);
}
