// Lines on the ground as one primitive of the scene: any number of pieces in two draw calls, each with its own colour,
// width and pattern. Nothing is tessellated; the ground is read from the picture.

import {
  BoundingSphere,
  Cartesian3,
  Cartesian4,
  DrawCommand,
  type GpuBuffer,
  Pass,
  type PickId,
  PrimitiveType,
  type Scene,
  type ShaderProgram,
  type VertexArray,
} from 'cesium';
import { contextOf, type FrameState } from './cesium-inside.ts';
import { cubeCorners, cubeIndices } from './fire-ground-shader.ts';
import {
  fireMesh,
  fireProgram,
  fireState,
  instanceBuffer,
  pickColour,
  pixelAtOneMetre,
} from './fire-kit.ts';
import {
  LINE_FLOATS,
  type LinePattern,
  lineAttributes,
  lineFragmentShader,
  linePatterns,
  lineVertexShader,
} from './fire-lines-shader.ts';
import { type FirePlane, firePlane } from './fire-place.ts';

type Place = readonly [longitudeDeg: number, latitudeDeg: number];

export type { LinePattern } from './fire-lines-shader.ts';

export interface GroundLine {
  readonly places: readonly Place[];
  /** sRGB and alpha, 0 … 1. */
  readonly colour: readonly [number, number, number, number];
  /** CSS px; `leastM`: no narrower than this on the ground. */
  readonly width: number;
  readonly leastM?: number;
  readonly pattern?: LinePattern;
  /** CSS px on each side, and how much of it is seen. */
  readonly casing?: number;
  readonly casingAlpha?: number;
}

/** What `scene.pick` finds on lines. */
export class PickedLines {
  readonly owner: FireLines;
  constructor(owner: FireLines) {
    this.owner = owner;
  }
}

/** Lowest and highest ground about a piece, m above the ellipsoid. */
export type GroundAbout = (from: Place, to: Place) => readonly [leastM: number, greatestM: number];

const MARGIN_M = 6;

/** A primitive of the scene. */
export class FireLines {
  show = true;
  opacity = 1;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #pickId: PickId;
  readonly #pick: Cartesian4;
  readonly #casing = new Cartesian4(0.02, 0.04, 0.07, 1);
  #mesh: VertexArray | undefined;
  #buffer: GpuBuffer | undefined;
  #commands: readonly DrawCommand[] = [];
  #sphere = new BoundingSphere();
  #pixel = 0.001;
  #step = 10;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = fireProgram(scene, lineVertexShader, lineFragmentShader, lineAttributes);
    this.#pickId = contextOf(scene).createPickId(new PickedLines(this));
    this.#pick = pickColour(this.#pickId);
  }

  /** sRGB 0 … 1 of what is around the lines. */
  setCasing(colour: readonly [number, number, number, number]): void {
    Cartesian4.fromElements(...colour, this.#casing);
  }

  /** Later lines lie over earlier ones; each casing lies under all of them. */
  set(lines: readonly GroundLine[], about: GroundAbout): void {
    this.#mesh?.destroy();
    this.#mesh = undefined;
    this.#commands = [];
    const count = lines.reduce((sum, { places }) => sum + Math.max(0, places.length - 1), 0);
    const [first] = lines.flatMap(({ places }) => places.slice(0, 1));
    if (count === 0 || !first) return;
    const plane = firePlane(...first, 0);
    const rows = new Float32Array(count * LINE_FLOATS);
    const box = writeLines(rows, lines, plane, about);
    this.#buffer = instanceBuffer(this.#scene, rows);
    this.#mesh = fireMesh(
      this.#scene,
      { corners: cubeCorners, indices: cubeIndices, floats: 3 },
      {
        buffer: this.#buffer,
        columns: [1, 2, 3, 4].map((index) => ({ index, floats: 4 })),
      },
    );
    this.#sphere = BoundingSphere.transform(box, plane.matrix);
    const hasCasing = lines.some(({ casing = 0 }) => casing > 0);
    this.#commands = (hasCasing ? [true, false] : [false]).map((isCasing) =>
      this.#commandOf(this.#mesh as VertexArray, plane, count, isCasing),
    );
  }

  get isEmpty(): boolean {
    return this.#commands.length === 0;
  }

  update(frameState: FrameState): void {
    const { passes, commandList, camera } = frameState;
    if (!this.show || this.#commands.length === 0 || this.opacity <= 0) return;
    if (!(passes.render || passes.pick)) return;
    this.#pixel = pixelAtOneMetre(this.#scene, frameState);
    if (passes.render) {
      const away = Cartesian3.distance(camera.positionWC, this.#sphere.center);
      const near = Math.max(40, away - this.#sphere.radius * 0.6);
      this.#step = 2 ** Math.round(Math.log2(this.#pixel * near * 14));
    }
    for (const command of this.#commands) commandList.push(command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#mesh?.destroy();
    this.#program.destroy();
    this.#pickId.destroy();
  }

  #commandOf(mesh: VertexArray, plane: FirePlane, count: number, isCasing: boolean): DrawCommand {
    return new DrawCommand({
      owner: this,
      vertexArray: mesh,
      shaderProgram: this.#program,
      renderState: fireState('far'),
      uniformMap: {
        u_pixel: () => this.#pixel,
        u_opacity: () => this.opacity,
        u_isCasing: () => Number(isCasing),
        u_casing: () => this.#casing,
        u_step: () => this.#step,
        u_pick: () => this.#pick,
      },
      primitiveType: PrimitiveType.TRIANGLES,
      pass: Pass.TERRAIN_CLASSIFICATION,
      instanceCount: count,
      cull: true,
      modelMatrix: plane.matrix,
      boundingVolume: this.#sphere,
      pickId: 'u_pick',
    });
  }
}

/** Fills the rows; returns what they span in the plane. */
function writeLines(
  rows: Float32Array,
  lines: readonly GroundLine[],
  plane: FirePlane,
  about: GroundAbout,
): BoundingSphere {
  let at = 0;
  const least = new Cartesian3(1e9, 1e9, 1e9);
  const greatest = new Cartesian3(-1e9, -1e9, -1e9);
  const corner = new Cartesian3();
  for (const line of lines) {
    const {
      places,
      colour,
      width,
      leastM = 0,
      pattern = 'plain',
      casing = 0,
      casingAlpha = 1,
    } = line;
    let gone = 0;
    let before = places[0] && plane.toPlane(...places[0]);
    for (let end = 1; end < places.length; end++) {
      const here = places[end];
      const from = places[end - 1];
      if (!here || !from || !before) continue;
      const to = plane.toPlane(...here);
      const [low, high] = about(from, here);
      // `toPlane` at height 0 says how far the Earth has curved away.
      const bottom = Math.min(before.z, to.z) + low - MARGIN_M;
      const top = Math.max(before.z, to.z) + high + MARGIN_M;
      rows.set([before.x, before.y, to.x, to.y, bottom, top, gone, width], at);
      rows.set(colour, at + 8);
      rows.set([linePatterns.indexOf(pattern), leastM, casing, casingAlpha], at + 12);
      at += LINE_FLOATS;
      for (const [x, y, z] of [
        [before.x, before.y, bottom],
        [to.x, to.y, top],
      ] as const) {
        Cartesian3.fromElements(x, y, z, corner);
        Cartesian3.minimumByComponent(least, corner, least);
        Cartesian3.maximumByComponent(greatest, corner, greatest);
      }
      gone += Math.hypot(to.x - before.x, to.y - before.y);
      before = to;
    }
  }
  const middle = Cartesian3.midpoint(least, greatest, new Cartesian3());
  return new BoundingSphere(middle, Cartesian3.distance(least, greatest) / 2 + 20);
}
