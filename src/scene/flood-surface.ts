// A flood as one primitive of the scene: a mesh a tile, lifted to the water in the vertex stage, classed in the fragment
// stage. Only tiles that changed are uploaded, only wet ones are drawn.

import {
  Cartesian2,
  Cartesian3,
  Cartesian4,
  Intersect,
  type PerspectiveFrustum,
  type PickId,
  type Scene,
  type Texture,
} from 'cesium';
import { contextOf, type FrameState, pixelRatioOf } from './cesium-inside.ts';
import {
  FLOOD_TILE,
  type FloodPaint,
  type FloodRaster,
  type FloodWater,
  floodQuantities,
  MOST_BREAKS,
} from './flood-format.ts';
import { createFloodKit, type FloodKit } from './flood-kit.ts';
import { stepFor } from './flood-mesh.ts';
import { FloodMirror } from './flood-mirror.ts';
import { FloodTextures } from './flood-textures.ts';
import { FloodTile, type FloodUniforms } from './flood-tile.ts';
import { texelTexture } from './pipe-textures.ts';

/** Tiles that are uploaded before one picture; the rest waits for the next. */
const MOST_UPLOADS = 300;
/** Streaks run in real time up to this many metres a pixel, and from there on in proportion, times at most: */
const REAL_TIME_M = 0.04;
const FASTEST = 60;

export interface FloodColours {
  /** sRGB 0 … 1. */
  readonly zenith: readonly [number, number, number];
  readonly horizon: readonly [number, number, number];
  readonly shore: readonly [number, number, number];
  readonly streak: readonly [number, number, number];
}

/** What `scene.pick` finds on the water. */
export class PickedFlood {
  readonly owner: FloodSurface;
  constructor(owner: FloodSurface) {
    this.owner = owner;
  }
}

/** A primitive of the scene. */
export class FloodSurface {
  show = true;
  opacity = 1;
  showsStreaks = false;
  /** Seconds since the picture began to move. */
  timeS = 0;
  /** Which side of the divider: -1 left, 1 right, 0 both. */
  side: -1 | 0 | 1 = 0;
  /** Whether a map's values are depths, so that the surface stands as high. */
  isDepthMap = false;
  readonly #scene: Scene;
  readonly #kit: FloodKit;
  readonly #nothing: Texture;
  readonly #uniforms: FloodUniforms;
  readonly #pickId: PickId;
  readonly #size = new Cartesian2();
  readonly #breaks = new Array<number>(MOST_BREAKS).fill(0);
  readonly #colours = Array.from({ length: MOST_BREAKS + 1 }, () => new Cartesian3());
  readonly #debris = new Cartesian4(0, 1, 1, 1);
  readonly #look = {
    zenith: new Cartesian3(0.3, 0.5, 0.7),
    horizon: new Cartesian3(0.7, 0.8, 0.9),
    shore: new Cartesian3(1, 1, 1),
    streak: new Cartesian3(1, 1, 1),
  };
  readonly #waiting = new Set<number>();
  #paint: FloodPaint | undefined;
  #raster: FloodRaster | undefined;
  #mirror: FloodMirror | undefined;
  #textures: FloodTextures | undefined;
  #tiles: (FloodTile | undefined)[] = [];
  #hasMapValues: Uint8Array | undefined;
  #pixel = 0.001;
  #rate = 1;
  #isMoving = false;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#kit = createFloodKit(scene);
    this.#nothing = texelTexture(scene, 1, 1, new Uint8Array(4));
    this.#pickId = contextOf(scene).createPickId(new PickedFlood(this));
    const [red, green, blue, alpha] = bytesOf(this.#pickId.color.toRgba());
    const pick = new Cartesian4(red, green, blue, alpha);
    this.#uniforms = {
      u_bed: () => this.#textures?.bed ?? this.#nothing,
      u_depth: () => this.#textures?.depth ?? this.#nothing,
      u_velocity: () => this.#textures?.velocity ?? this.#nothing,
      u_map: () => this.#textures?.map ?? this.#nothing,
      u_noise: () => this.#kit.noise,
      u_size: () => this.#size,
      u_cellM: () => this.#raster?.cellM ?? 1,
      u_isMap: () => Number(this.#isMap),
      u_isDepthMap: () => Number(this.#isMap && this.isDepthMap),
      u_pixel: () => this.#pixel,
      u_opacity: () => this.opacity,
      u_quantity: () => floodQuantities.indexOf(this.#paint?.quantity ?? 'depth'),
      u_breakCount: () => this.#paint?.breaks.length ?? 0,
      u_breaks: () => this.#breaks,
      u_colours: () => this.#colours,
      u_debris: () => this.#debris,
      u_least: () => this.#paint?.least ?? 0,
      u_zenith: () => this.#look.zenith,
      u_horizon: () => this.#look.horizon,
      u_shore: () => this.#look.shore,
      u_streak: () => this.#look.streak,
      u_side: () => this.side,
      u_showsStreaks: () => Number(this.showsStreaks),
      u_time: () => this.timeS % 1000,
      u_rate: () => this.#rate,
      u_pick: () => pick,
    };
  }

  /** Takes another raster, dry; undefined takes all away. A raster of the same size and place only changes the bed. */
  setRaster(raster: FloodRaster | undefined): void {
    const before = this.#raster;
    if (raster && before && this.#textures && isSamePlace(raster, before)) {
      this.#raster = raster;
      this.#textures.setBed(raster);
      this.#tiles = [];
      return;
    }
    this.#clear();
    if (!raster) return;
    this.#raster = raster;
    this.#mirror = new FloodMirror(raster.width, raster.height);
    this.#textures = new FloodTextures(this.#scene, raster);
    Cartesian2.fromElements(raster.width, raster.height, this.#size);
  }

  get raster(): FloodRaster | undefined {
    return this.#raster;
  }

  /** The water at a time; what stands in no tile is dry. */
  setWater(water: FloodWater): void {
    this.#mirror?.take(water, (tile) => this.#waiting.add(tile));
  }

  /** Values to colour in place of the water, row-major like the raster; undefined: the water. */
  setMap(values: Float32Array | undefined): void {
    const raster = this.#raster;
    if (!raster || !this.#textures) return;
    this.#textures.setMap(raster, values);
    this.#hasMapValues = values && tilesWithValues(raster, values, this.#paint?.least ?? 0);
  }

  setPaint(paint: FloodPaint): void {
    this.#paint = paint;
    for (let at = 0; at < MOST_BREAKS; at++) this.#breaks[at] = paint.breaks[at] ?? 1e9;
    for (const [at, colour] of this.#colours.entries()) {
      const [red, green, blue] = bytesOf(paint.colours[at] ?? 0);
      // The number's bytes from the lowest: blue, green, red.
      Cartesian3.fromElements(blue, green, red, colour);
    }
    Cartesian4.fromElements(...paint.debris, this.#debris);
  }

  setColours(colours: FloodColours): void {
    for (const key of ['zenith', 'horizon', 'shore', 'streak'] as const) {
      Cartesian3.fromElements(...colours[key], this.#look[key]);
    }
  }

  /** Depth (m), level (m) and velocity (m/s) at a cell, as drawn. */
  waterAt(column: number, row: number) {
    const found = this.#mirror?.at(column, row);
    const bedM = this.#raster?.zM[row * this.#raster.width + column];
    if (!found || bedM === undefined || Number.isNaN(bedM)) return undefined;
    const depthM = found.depthMm / 1000;
    return { depthM, levelM: bedM + depthM, uMs: found.uCms / 100, vMs: found.vCms / 100 };
  }

  /** Whether the last picture showed water that moves. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Tiles and strips that wait for their upload: another picture is needed. */
  get waiting(): number {
    return this.#waiting.size + (this.#textures?.waiting ?? 0);
  }

  update(frameState: FrameState): void {
    const { passes } = frameState;
    if (!(passes.render || passes.pick)) return;
    if (passes.render) this.#upload();
    let isMoving = false;
    let nearest = Number.POSITIVE_INFINITY;
    if (this.show && this.opacity > 0 && this.#raster && this.#mirror) {
      this.#measure(frameState);
      for (let tile = 0; tile < this.#mirror.tiles; tile++) {
        if (!this.#isShown(tile)) continue;
        const drawn = this.#tileAt(tile);
        if (frameState.cullingVolume.computeVisibility(drawn.sphere) === Intersect.OUTSIDE)
          continue;
        const { center, radius } = drawn.sphere;
        const away = Cartesian3.distance(frameState.camera.positionWC, center) - radius;
        nearest = Math.min(nearest, Math.max(1, away));
        const perPixel = this.#pixel * Math.max(1, away);
        frameState.commandList.push(drawn.command(stepFor(this.#raster.cellM, perPixel)));
        isMoving ||= !this.#isMap && this.#mirror.isMoving(tile);
      }
    }
    if (passes.pick) return;
    this.#isMoving = isMoving;
    this.#rate = Math.min(FASTEST, Math.max(1, (this.#pixel * nearest) / REAL_TIME_M));
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#clear();
    this.#kit.destroy();
    this.#nothing.destroy();
    this.#pickId.destroy();
  }

  get #isMap(): boolean {
    return this.#paint?.quantity === 'map';
  }

  #isShown(tile: number): boolean {
    if (this.#isMap) return this.#hasMapValues?.[tile] === 1;
    return this.#mirror?.isWet(tile) ?? false;
  }

  #tileAt(tile: number): FloodTile {
    const known = this.#tiles[tile];
    if (known) return known;
    const raster = this.#raster!;
    const across = this.#mirror!.columns;
    const row = Math.floor(tile / across);
    const [x, y] = [(tile - row * across) * FLOOD_TILE, row * FLOOD_TILE];
    const made = new FloodTile(this.#kit, this, this.#uniforms, raster, x, y);
    this.#tiles[tile] = made;
    return made;
  }

  #upload(): void {
    if (!this.#mirror || !this.#textures) return;
    this.#textures.writeStrip();
    let left = MOST_UPLOADS;
    for (const tile of this.#waiting) {
      if (left-- === 0) break;
      this.#textures.setTile(this.#mirror, tile);
      this.#waiting.delete(tile);
    }
  }

  #measure({ camera }: FrameState): void {
    const { fovy } = camera.frustum as PerspectiveFrustum;
    const height = contextOf(this.#scene).drawingBufferHeight;
    this.#pixel = (2 * Math.tan((fovy ?? 1) / 2) * pixelRatioOf(this.#scene)) / Math.max(1, height);
  }

  #clear(): void {
    this.#textures?.destroy();
    this.#textures = undefined;
    this.#mirror = undefined;
    this.#raster = undefined;
    this.#hasMapValues = undefined;
    this.#tiles = [];
    this.#waiting.clear();
  }
}

const isSamePlace = (a: FloodRaster, b: FloodRaster) =>
  a.width === b.width &&
  a.height === b.height &&
  a.lattice.longitudeRad[0] === b.lattice.longitudeRad[0] &&
  a.lattice.latitudeRad.at(-1) === b.lattice.latitudeRad.at(-1);

/** 0 … 1, from the lowest byte. */
function bytesOf(packed: number): [number, number, number, number] {
  const byte = (shift: number) => ((packed >>> shift) & 255) / 255;
  return [byte(0), byte(8), byte(16), byte(24)];
}

function tilesWithValues(
  { width, height }: FloodRaster,
  values: Float32Array,
  least: number,
): Uint8Array {
  const across = Math.ceil(width / FLOOD_TILE);
  const found = new Uint8Array(across * Math.ceil(height / FLOOD_TILE));
  for (let row = 0; row < height; row++) {
    const first = Math.floor(row / FLOOD_TILE) * across;
    for (let column = 0; column < width; column++) {
      // Not a number is no value, and fails this as well.
      if (Math.abs(values[row * width + column]!) >= least)
        found[first + Math.floor(column / FLOOD_TILE)] = 1;
    }
  }
  return found;
}
