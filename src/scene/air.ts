// The air of one scene as a primitive: sky, haze, sheen of water, light of street lamps. One draw call over the picture;
// nothing in it moves by itself, so a globe that sleeps stays asleep. Buildings take their haze from the same values.

import {
  BlendingState,
  BoundingSphere,
  Cartesian3,
  Cartesian4,
  DrawCommand,
  Event,
  Matrix4,
  Pass,
  PrimitiveType,
  RenderState,
  type Scene,
  type ShaderProgram,
  type Texture,
  Transforms,
  type VertexArray,
} from 'cesium';
import type { AirColours } from './air-colours.ts';
import { type AirMap, type AirMapData, airMap, nothing } from './air-map.ts';
import { airAttributes, airFragmentShader, airVertexShader } from './air-shader.ts';
import type { FrameState } from './cesium-inside.ts';
import { fireMesh, fireProgram, square } from './fire-kit.ts';
import { noiseTexture } from './flood-textures.ts';

export interface AirPlace {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
}

/** Above this the planet is seen as one, with Cesium's own atmosphere. */
const FADE_FROM_M = 14_000;
const FADE_TO_M = 70_000;
/** Height over which the haze thins out, m. */
const HAZE_HEIGHT_M = 900;
/** Farther from the city the eye has a plane of its own. */
const CITY_REACH_M = 60_000;

const airs = new WeakMap<Scene, Air>();

/** The one air of the scene; made when it is first asked for. */
export function airOf(scene: Scene): Air {
  const known = airs.get(scene);
  if (known) return known;
  const air = new Air(scene);
  airs.set(scene, air);
  scene.primitives.add(air, 0);
  return air;
}

/** A primitive of the scene. What is read-only here is changed in place: shaders of others hold it. */
export class Air {
  readonly zenith = new Cartesian3();
  readonly horizon = new Cartesian3();
  readonly glow = new Cartesian3();
  readonly cloud = new Cartesian3();
  readonly body = new Cartesian3();
  /** Of the bare globe, where tiles of the terrain are still to come. */
  readonly ground = new Cartesian3();
  /** Towards the sun, on Earth's axes. */
  readonly sun = new Cartesian3(0, 0, 1);
  /** Night, rain, haze a metre, share of the air in the picture: 0 … 1 but for the haze. */
  readonly state = new Cartesian4(0, 0, 0, 1);
  /** What lamps light, for walls; undefined while nobody knows. */
  lampMap: (AirMapData & Pick<AirMap, 'at'>) | undefined;
  readonly lampsChanged = new Event();
  /** False while the map is not shown: there is no water then, and no street. */
  isMapped = true;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #mesh: VertexArray;
  readonly #noise: Texture;
  readonly #none: Texture;
  readonly #command: DrawCommand;
  readonly #matrix = new Matrix4();
  readonly #localSun = new Cartesian3();
  readonly #volume = new BoundingSphere(new Cartesian3(), 40);
  #place: AirPlace | undefined;
  #water: AirMap | undefined;
  #lamps: AirMap | undefined;
  #hazePerM = 0;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = fireProgram(scene, airVertexShader, airFragmentShader, airAttributes);
    this.#mesh = fireMesh(scene, square);
    this.#noise = noiseTexture(scene);
    this.#none = nothing(scene);
    this.#command = new DrawCommand({
      owner: this,
      vertexArray: this.#mesh,
      shaderProgram: this.#program,
      renderState: RenderState.fromCache({
        depthTest: { enabled: false },
        depthMask: false,
        blending: BlendingState.PRE_MULTIPLIED_ALPHA_BLEND,
      }),
      uniformMap: {
        u_zenith: () => this.zenith,
        u_horizon: () => this.horizon,
        u_glow: () => this.glow,
        u_cloud: () => this.cloud,
        u_body: () => this.body,
        u_ground: () => this.ground,
        u_sun: () => this.#localSun,
        u_state: () => this.state,
        u_noise: () => this.#noise,
        u_water: () => this.#shown(this.#water)?.texture ?? this.#none,
        u_waterAt: () => this.#shown(this.#water)?.at ?? nowhere,
        u_open: () => this.#shown(this.#water)?.open ?? nothingOpen,
        u_lamps: () => this.#shown(this.#lamps)?.texture ?? this.#none,
        u_lampsAt: () => this.#shown(this.#lamps)?.at ?? nowhere,
      },
      primitiveType: PrimitiveType.TRIANGLES,
      pass: Pass.TERRAIN_CLASSIFICATION,
      cull: false,
      modelMatrix: this.#matrix,
      boundingVolume: this.#volume,
    });
  }

  /** `sun`: unit vector towards it on Earth's axes. */
  set(colours: AirColours, sun: { readonly x: number; readonly y: number; readonly z: number }) {
    Cartesian3.fromElements(...colours.zenith, this.zenith);
    Cartesian3.fromElements(...colours.horizon, this.horizon);
    Cartesian3.fromElements(...colours.glow, this.glow);
    Cartesian3.fromElements(...colours.cloud, this.cloud);
    Cartesian3.fromElements(...colours.water, this.body);
    Cartesian3.clone(sun as Cartesian3, this.sun);
    this.state.x = colours.night;
    this.state.y = colours.rain;
    this.#hazePerM = 1 / colours.sightM;
  }

  /** Middle of the open city: maps are laid out on the plane that touches the Earth there. */
  setPlace(place: AirPlace | undefined): void {
    const isSame =
      place?.longitudeDeg === this.#place?.longitudeDeg &&
      place?.latitudeDeg === this.#place?.latitudeDeg;
    // The same city may be opened anew; who handed over its maps does not do so again.
    if (isSame) return;
    this.#place = place;
    this.setWater(undefined);
    this.setLamps(undefined);
  }

  /** Water, as distances to its shores; undefined takes it away. */
  setWater(map: AirMapData | undefined): void {
    this.#water?.texture.destroy();
    this.#water = map && this.#place && airMap(this.#scene, this.#place, map);
  }

  /** Light of lamps (red) and streets (green); undefined takes it away. */
  setLamps(map: AirMapData | undefined): void {
    this.#lamps?.texture.destroy();
    this.#lamps = map && this.#place && airMap(this.#scene, this.#place, map);
    this.lampMap = map && this.#lamps && { ...map, at: this.#lamps.at };
    this.lampsChanged.raiseEvent();
  }

  update({ passes, commandList }: FrameState): void {
    if (!passes.render) return;
    const { globe, skyAtmosphere, camera } = this.#scene;
    const { height } = camera.positionCartographic;
    const climbed = Math.log(Math.max(1, height) / FADE_FROM_M) / Math.log(FADE_TO_M / FADE_FROM_M);
    // Through glass ground there is no telling ground from sky.
    const isSeen = globe.show && !globe.translucency.enabled && height > -100;
    this.state.w = isSeen ? 1 - Math.min(1, Math.max(0, climbed)) : 0;
    const thinned = HAZE_HEIGHT_M / Math.max(60, height);
    this.state.z = this.#hazePerM * thinned * (1 - Math.exp(-1 / thinned));
    if (skyAtmosphere) skyAtmosphere.show = this.state.w < 1;
    if (this.state.w <= 0) return;
    this.#standAt(camera.positionWC);
    commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    airs.delete(this.#scene);
    this.#water?.texture.destroy();
    this.#lamps?.texture.destroy();
    this.#noise.destroy();
    this.#none.destroy();
    this.#mesh.destroy();
    this.#program.destroy();
  }

  readonly #shown = (map: AirMap | undefined) => (this.isMapped ? map : undefined);

  /** The frame of the plane: the city's near it, so that its maps fit, else the eye's own. */
  #standAt(eye: Cartesian3): void {
    const { longitudeDeg = 0, latitudeDeg = 0 } = this.#place ?? {};
    Cartesian3.fromDegrees(longitudeDeg, latitudeDeg, 0, undefined, middle);
    const isNear = this.#place && Cartesian3.distance(eye, middle) < CITY_REACH_M;
    Transforms.eastNorthUpToFixedFrame(isNear ? middle : eye, undefined, this.#matrix);
    Matrix4.inverseTransformation(this.#matrix, inverse);
    Matrix4.multiplyByPointAsVector(inverse, this.sun, this.#localSun);
    this.#command.modelMatrix = this.#matrix;
    // Among what is drawn in any case: without a volume Cesium would draw all as far as it can see.
    const { directionWC } = this.#scene.camera;
    Cartesian3.multiplyByScalar(directionWC, 100, this.#volume.center);
    Cartesian3.add(eye, this.#volume.center, this.#volume.center);
  }
}

const middle = new Cartesian3();
const inverse = new Matrix4();
const nowhere = new Cartesian4(0, 0, -1, -1);
const nothingOpen = new Cartesian4();
