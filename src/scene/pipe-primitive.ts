// Networks under the streets as one primitive of the scene: a draw call a tile, coloured by one table of four bytes an
// index. 1,000,000 pipes are recoloured by one texture upload; PolylineCollection took 820 ms for 50,000.

import {
  Cartesian3,
  Cartesian4,
  Intersect,
  type PerspectiveFrustum,
  type Scene,
  type Texture,
} from 'cesium';
import { contextOf, type FrameState, pixelRatioOf } from './cesium-inside.ts';
import {
  hasAsked,
  MOST_HIDDEN,
  MOST_SELECTED,
  PALETTE_ROWS,
  type PipeTileShape,
  STILL,
  TABLE_BYTES,
  thingKinds,
  VELOCITY_BYTE,
  XRAY_ENDS_M,
} from './pipe-format.ts';
import { createPipeKit, type PipeKit } from './pipe-kit.ts';
import { PROFILE_TEXELS, profileTexels } from './pipe-profiles.ts';
import { rampTexture, StateTexture, texelTexture } from './pipe-textures.ts';
import { PipeTile, type UniformMap } from './pipe-tile.ts';

/** Distances from the eye to a tile within which it is drawn in a form, m. */
const CAPSULE_M = 35;
const TUBE_M = 110;
const FINE_THING_M = 60;
const SMALL_THING_M = 180;
const FITTING_M = 350;
const LANDMARK_M = 4000;
/** Where the ground is looked through, what lies above it is told from what lies below up to here. */
const OPEN_M = 200;
/** Tiles smaller than this on the screen are left out, CSS px. */
const LEAST_TILE_PX = 3;
/** Service lines are drawn where a pixel is smaller than this, m. */
const SERVICE_LIMIT_M = 0.45;
const SERVICE_M = 600;
/** From the eye: flow moves up to here where something of the networks is asked for, else only near by. */
const FLOW_M = 1300;
const UNASKED_FLOW_M = 200;
/** Ids for picking that are kept; those of the tile that was picked longest ago go first. */
const MOST_PICK_IDS = 300_000;

export interface PipeColours {
  /** sRGB 0 … 1 by row of the palette. */
  readonly palette: readonly (readonly [number, number, number])[];
  readonly accent: readonly [number, number, number];
  readonly ground: readonly [number, number, number];
  readonly contour: readonly [number, number, number];
}

/** A primitive of the scene. */
export class PipePrimitive {
  show = true;
  opacity = 1;
  showsFlow = false;
  showsNodes = true;
  showsValves = true;
  /** Seen through the ground, at this share of its colour; 0: not at all. */
  xray = 0.75;
  /** Whether bodies show the ramp. */
  isColoured = false;
  /** How far water at 1 m/s has gone since the picture began to move, m; multiples of 12,800 look the same. */
  travelM = 0;
  readonly #scene: Scene;
  readonly #kit: PipeKit;
  readonly #profiles: Texture;
  readonly #uniforms: UniformMap;
  readonly #selected = Array.from({ length: MOST_SELECTED / 4 }, () => nothing());
  readonly #hidden = Array.from({ length: MOST_HIDDEN / 2 }, () => nothing());
  readonly #palette = Array.from({ length: PALETTE_ROWS }, () => new Cartesian3(0.5, 0.5, 0.5));
  readonly #accent = new Cartesian3(1, 0.6, 0.2);
  readonly #ground = new Cartesian3();
  readonly #contour = new Cartesian3();
  #tiles: readonly PipeTile[] = [];
  #picked: PipeTile[] = [];
  #state: StateTexture | undefined;
  #ramp: Texture;
  #rampBytes: Uint8Array | undefined;
  #table: Uint8Array | undefined;
  #hasAsked = false;
  #selectedFours = 0;
  #hiddenTwos = 0;
  #pixel = 0.001;
  #isFlowing = false;
  #nearestM = 0;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#kit = createPipeKit(scene);
    this.#profiles = texelTexture(scene, PROFILE_TEXELS, thingKinds.length, profileTexels());
    this.#ramp = rampTexture(scene, new Uint8Array(1024).fill(128));
    this.#uniforms = {
      u_state: () => this.#state?.texture,
      u_ramp: () => this.#ramp,
      u_profiles: () => this.#profiles,
      u_pixel: () => this.#pixel,
      u_selected: () => this.#selected,
      u_hidden: () => this.#hidden,
      u_selectedFours: () => this.#selectedFours,
      u_hiddenTwos: () => this.#hiddenTwos,
      u_palette: () => this.#palette,
      u_accent: () => this.#accent,
      u_ground: () => this.#ground,
      u_contour: () => this.#contour,
      u_isColoured: () => Number(this.isColoured),
      u_dim: () => this.xray,
      u_opacity: () => this.opacity,
      u_travel: () => this.travelM,
      u_showsFlow: () => Number(this.showsFlow),
      u_showsNodes: () => Number(this.showsNodes),
      u_showsValves: () => Number(this.showsValves),
      u_serviceLimit: () => SERVICE_LIMIT_M,
    };
  }

  /** Takes other networks; `table` is what is shown of their `count` indices until another comes. */
  setShapes(tiles: readonly PipeTileShape[], count: number, table: Uint8Array): void {
    this.#clear();
    this.#tiles = tiles.map((shape) => new PipeTile(this.#kit, this, shape, this.#uniforms));
    this.#state = new StateTexture(this.#scene, count, table);
    this.#table = table;
    this.#hasAsked = hasAsked(table);
  }

  /** Four bytes an index, see `pipe-format.ts`; kept until the next one comes. */
  setTable(bytes: Uint8Array, ramp: Uint8Array): void {
    this.#state?.set(bytes);
    if (bytes === this.#table) for (const tile of this.#tiles) tile.forgetFlow();
    this.#table = bytes;
    this.#hasAsked = hasAsked(bytes);
    if (ramp === this.#rampBytes) return;
    this.#rampBytes = ramp;
    this.#ramp.copyFrom({ source: { width: 256, height: 1, arrayBufferView: ramp } });
  }

  /** Whether a picture would look different with this table: flow that is too far to be seen doesn't count. */
  wouldChange(bytes: Uint8Array, ramp: Uint8Array): boolean {
    const shown = this.#table;
    if (!shown || shown.length !== bytes.length) return true;
    if (ramp.some((byte, at) => byte !== this.#rampBytes?.[at])) return true;
    const isFlowFar = !this.showsFlow || this.#nearestM > this.#flowReachM;
    for (let at = 0; at < bytes.length; at++) {
      const isUnseen = isFlowFar && at % TABLE_BYTES === VELOCITY_BYTE;
      if (bytes[at] !== shown[at] && !isUnseen) return true;
    }
    return false;
  }

  /** How many indices there are. */
  get count(): number {
    return this.#state?.count ?? 0;
  }

  setColours({ palette, accent, ground, contour }: PipeColours): void {
    for (const [row, colour] of palette.entries()) set(this.#palette[row], colour);
    set(this.#accent, accent);
    set(this.#ground, ground);
    set(this.#contour, contour);
  }

  /** The first `MOST_SELECTED` of these look selected. */
  select(indices: readonly number[]): void {
    fill(this.#selected, indices);
    this.#selectedFours = Math.ceil(Math.min(indices.length, MOST_SELECTED) / 4);
  }

  /** Ranges of indices, from and up to, that are not drawn. */
  hide(ranges: readonly (readonly [from: number, to: number])[]): void {
    fill(this.#hidden, ranges.flat());
    this.#hiddenTwos = Math.ceil(Math.min(ranges.length, MOST_HIDDEN) / 2);
  }

  /** Whether the last picture showed something that flows, near enough to see it move. */
  get isFlowing(): boolean {
    return this.#isFlowing;
  }

  /** From the eye to the nearest tile of the last picture, m. */
  get nearestM(): number {
    return this.#nearestM;
  }

  update(frameState: FrameState): void {
    const { passes } = frameState;
    if (!(passes.render || passes.pick)) return;
    this.#measure(frameState);
    let isFlowing = false;
    let nearest = Number.POSITIVE_INFINITY;
    if (this.show && this.#state) {
      const reach = this.#flowReachM;
      const eye = frameState.camera.positionWC;
      for (const tile of this.#tiles) {
        if (frameState.cullingVolume.computeVisibility(tile.sphere) === Intersect.OUTSIDE) continue;
        const away = tile.distanceTo(eye);
        if (tile.sphere.radius < LEAST_TILE_PX * this.#pixel * away) continue;
        if (passes.pick) this.#preparePick(tile);
        this.#push(frameState, tile, away);
        if (passes.pick) continue;
        nearest = Math.min(nearest, away);
        isFlowing ||= this.showsFlow && away < reach && !!this.#table && tile.hasFlow(this.#table);
      }
    }
    if (passes.pick) return;
    this.#isFlowing = isFlowing;
    this.#nearestM = nearest;
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#clear();
    this.#kit.destroy();
    this.#profiles.destroy();
    this.#ramp.destroy();
  }

  #push({ commandList }: FrameState, tile: PipeTile, away: number): void {
    const { shape } = tile;
    const pieces = away < SERVICE_M ? shape.pieceCount : tile.mainCount;
    const form = away < CAPSULE_M ? 'capsule' : away < TUBE_M ? 'tube' : 'ribbon';
    const things =
      away < SMALL_THING_M
        ? shape.thingCount
        : away < FITTING_M
          ? tile.fittingCount
          : away < LANDMARK_M
            ? tile.landmarkCount
            : 0;
    const thingForm = away < FINE_THING_M ? 'thing' : 'plainThing';
    const isFaded = away > XRAY_ENDS_M && !this.#isAsked;
    if (this.xray > 0 && !isFaded) {
      // Without depth a round end would lie on its neighbour.
      const plain = form === 'capsule' ? 'tube' : form;
      if (pieces > 0) commandList.push(tile.command(plain, 'xray', pieces));
      if (things > 0) commandList.push(tile.command(thingForm, 'xray', things));
    }
    if (pieces > 0 && (this.xray === 0 || away < OPEN_M))
      commandList.push(tile.command(form, 'open', pieces));
    if (things > 0) commandList.push(tile.command(thingForm, 'open', things));
  }

  /** Whether anybody looks at the networks themselves, and not only past them. */
  get #isAsked(): boolean {
    return this.isColoured || this.#hasAsked || this.#selectedFours > 0;
  }

  /** Flags of a solver, such as low pressure in the evening, are no reason to draw for ever. */
  get #flowReachM(): number {
    return this.isColoured || this.#selectedFours > 0 ? FLOW_M : UNASKED_FLOW_M;
  }

  #preparePick(tile: PipeTile): void {
    if (this.#picked.at(-1) === tile) return;
    tile.createPickIds();
    this.#picked = [...this.#picked.filter((one) => one !== tile), tile];
    let total = this.#picked.reduce((sum, { pickIdCount }) => sum + pickIdCount, 0);
    while (total > MOST_PICK_IDS && this.#picked.length > 8) {
      const oldest = this.#picked.shift();
      total -= oldest?.pickIdCount ?? 0;
      oldest?.destroyPickIds();
    }
  }

  #measure({ camera }: FrameState): void {
    const { fovy } = camera.frustum as PerspectiveFrustum;
    const height = contextOf(this.#scene).drawingBufferHeight;
    this.#pixel = (2 * Math.tan((fovy ?? 1) / 2) * pixelRatioOf(this.#scene)) / Math.max(1, height);
  }

  #clear(): void {
    for (const tile of this.#tiles) tile.destroy();
    this.#tiles = [];
    this.#picked = [];
    this.#state?.destroy();
    this.#state = undefined;
    this.#table = undefined;
  }
}

/** Nothing flows, nothing is coloured: what is shown until a worker has painted. */
export function plainTable(
  count: number,
  rowOf: readonly { readonly from: number; readonly to: number; readonly row: number }[],
): Uint8Array {
  const bytes = new Uint8Array(count * TABLE_BYTES);
  for (const { from, to, row } of rowOf) {
    for (let index = from; index < to; index++) {
      bytes[index * TABLE_BYTES + 1] = STILL;
      bytes[index * TABLE_BYTES + 3] = row;
    }
  }
  return bytes;
}

/** No index. */
const EMPTY = -9;
const nothing = () => new Cartesian4(EMPTY, EMPTY, EMPTY, EMPTY);

function fill(to: readonly Cartesian4[], values: readonly number[]): void {
  for (const [at, four] of to.entries()) {
    four.x = values[4 * at] ?? EMPTY;
    four.y = values[4 * at + 1] ?? EMPTY;
    four.z = values[4 * at + 2] ?? EMPTY;
    four.w = values[4 * at + 3] ?? EMPTY;
  }
}

function set(to: Cartesian3 | undefined, [x, y, z]: readonly [number, number, number]): void {
  if (to) Cartesian3.fromElements(x, y, z, to);
}
