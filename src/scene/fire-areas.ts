// Areas on the ground as one primitive of the scene. Their insides are a mask drawn once a change; their edges are
// `fire-lines.ts`, which is sharp at every zoom.

import {
  BoundingSphere,
  Cartesian2,
  Cartesian3,
  Cartesian4,
  type DrawCommand,
  type PickId,
  PixelDatatype,
  PixelFormat,
  Sampler,
  type Scene,
  type ShaderProgram,
  Texture,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  type VertexArray,
} from 'cesium';
import { contextOf, type FrameState } from './cesium-inside.ts';
import { areaFragmentShader } from './fire-areas-shader.ts';
import { boxAttributes, boxVertexShader, cubeCorners, cubeIndices } from './fire-ground-shader.ts';
import {
  fireMesh,
  fireProgram,
  groundBox,
  pickColour,
  pixelAtOneMetre,
  sphereOfBox,
} from './fire-kit.ts';
import { firePlane } from './fire-place.ts';
import type { GroundRange } from './fire-raster.ts';

type Place = readonly [longitudeDeg: number, latitudeDeg: number];

export interface GroundArea {
  /** Even-odd. */
  readonly rings: readonly (readonly Place[])[];
  readonly tier: 1 | 2 | 3;
}

/** By tier. */
export interface AreaLook {
  readonly colours: readonly (readonly [number, number, number, number])[];
  /** Share of a hatch; 0: none. */
  readonly hatch: readonly [number, number, number];
}

/** What `scene.pick` finds on areas. */
export class PickedAreas {
  readonly owner: FireAreas;
  constructor(owner: FireAreas) {
    this.owner = owner;
  }
}

const MASK = 512;
const channels = ['#ff0000', '#00ff00', '#0000ff'] as const;
/** Between two stripes, CSS px near the middle. */
const HATCH_PX = 11;

/** A primitive of the scene. */
export class FireAreas {
  show = true;
  opacity = 1;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #mesh: VertexArray;
  readonly #pickId: PickId;
  readonly #tiers = [new Cartesian4(), new Cartesian4(), new Cartesian4()];
  readonly #hatch = new Cartesian3();
  readonly #canvas = document.createElement('canvas');
  #texture: Texture | undefined;
  #command: DrawCommand | undefined;
  #sphere = new BoundingSphere();
  #pixel = 0.001;
  #hatchM = 8;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#canvas.width = MASK;
    this.#canvas.height = MASK;
    this.#program = fireProgram(scene, boxVertexShader, areaFragmentShader, boxAttributes);
    this.#mesh = fireMesh(scene, { corners: cubeCorners, indices: cubeIndices, floats: 3 });
    this.#pickId = contextOf(scene).createPickId(new PickedAreas(this));
  }

  setLook({ colours, hatch }: AreaLook): void {
    for (const [at, to] of this.#tiers.entries()) {
      Cartesian4.fromElements(...(colours[at] ?? ([0, 0, 0, 0] as const)), to);
    }
    Cartesian3.fromElements(...hatch, this.#hatch);
  }

  set(areas: readonly GroundArea[], { leastM, greatestM }: GroundRange): void {
    const first = areas.flatMap(({ rings }) => rings.flat()).at(0);
    if (!first) {
      this.#command = undefined;
      return;
    }
    const plane = firePlane(...first, leastM);
    const flat = areas.map(({ rings, tier }) => ({
      tier,
      rings: rings.map((ring) => ring.map((place) => plane.toPlane(...place))),
    }));
    const least = new Cartesian3(1e9, 1e9, 0);
    const greatest = new Cartesian3(-1e9, -1e9, 0);
    for (const point of flat.flatMap(({ rings }) => rings.flat())) {
      Cartesian3.minimumByComponent(least, point, least);
      Cartesian3.maximumByComponent(greatest, point, greatest);
    }
    // A rim of some cells, so that nothing ends with the mask.
    const rim = 0.02 * Math.max(greatest.x - least.x, greatest.y - least.y) + 2;
    least.x -= rim;
    least.y -= rim;
    least.z -= 4;
    greatest.x += rim;
    greatest.y += rim;
    greatest.z = greatestM - leastM + 4;
    this.#draw(flat, least, greatest);
    this.#sphere = sphereOfBox(least, greatest, plane.matrix);
    this.#command = this.#commandOf(plane.matrix, least, greatest);
  }

  update(frameState: FrameState): void {
    const { passes, commandList, camera } = frameState;
    if (!this.show || !this.#command || this.opacity <= 0) return;
    if (!(passes.render || passes.pick)) return;
    this.#pixel = pixelAtOneMetre(this.#scene, frameState);
    const away = Cartesian3.distance(camera.positionWC, this.#sphere.center);
    this.#hatchM = 2 ** Math.round(Math.log2(Math.max(2, this.#pixel * away * HATCH_PX * 1.4)));
    commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#texture?.destroy();
    this.#mesh.destroy();
    this.#program.destroy();
    this.#pickId.destroy();
  }

  #draw(
    areas: readonly { readonly tier: number; readonly rings: readonly Cartesian3[][] }[],
    least: Cartesian3,
    greatest: Cartesian3,
  ): void {
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    context.globalCompositeOperation = 'source-over';
    context.fillStyle = '#000000';
    context.fillRect(0, 0, MASK, MASK);
    context.globalCompositeOperation = 'lighter';
    const across = MASK / (greatest.x - least.x);
    const down = MASK / (greatest.y - least.y);
    for (const { tier, rings } of areas) {
      context.fillStyle = channels[tier - 1] ?? channels[0];
      context.beginPath();
      for (const ring of rings) {
        for (const [at, { x, y }] of ring.entries()) {
          const [px, py] = [(x - least.x) * across, (greatest.y - y) * down];
          if (at === 0) context.moveTo(px, py);
          else context.lineTo(px, py);
        }
        context.closePath();
      }
      context.fill('evenodd');
    }
    if (this.#texture) {
      this.#texture.copyFrom({ source: this.#canvas });
      return;
    }
    this.#texture = new Texture({
      context: contextOf(this.#scene),
      ...{ width: MASK, height: MASK, flipY: false },
      pixelFormat: PixelFormat.RGBA,
      pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
      sampler: new Sampler({
        minificationFilter: TextureMinificationFilter.LINEAR,
        magnificationFilter: TextureMagnificationFilter.LINEAR,
      }),
    });
    this.#texture.copyFrom({ source: this.#canvas });
  }

  #commandOf(modelMatrix: DrawCommandMatrix, least: Cartesian3, greatest: Cartesian3): DrawCommand {
    const corner = new Cartesian2(least.x, least.y);
    const span = new Cartesian2(greatest.x - least.x, greatest.y - least.y);
    const pick = pickColour(this.#pickId);
    return groundBox({
      ...{ owner: this, mesh: this.#mesh, program: this.#program },
      uniforms: {
        u_pixel: () => this.#pixel,
        u_least: () => least,
        u_greatest: () => greatest,
        u_mask: () => this.#texture,
        u_least2: () => corner,
        u_span: () => span,
        u_tiers: () => this.#tiers,
        u_hatch: () => this.#hatch,
        u_hatchM: () => this.#hatchM,
        u_opacity: () => this.opacity,
        u_pick: () => pick,
      },
      ...{ modelMatrix, sphere: this.#sphere, pickId: 'u_pick' },
    });
  }
}

type DrawCommandMatrix = ReturnType<typeof firePlane>['matrix'];
