// One building model on the globe: its tileset, how its elements look, where it stands, how it is cut and lifted.

import {
  Cartesian3,
  type Cesium3DTileset,
  ClippingPlane,
  ClippingPlaneCollection,
  Color,
  Matrix4,
  ShadowMode,
} from 'cesium';
import { type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix, toMoveMatrix } from '#model/model-placement.ts';
import { type BimState, createBimState } from '#scene/bim-state.ts';
import { CapSurface, type Caps, PickedCap } from '#scene/cap-surface.ts';
import type { Stage } from '#scene/layer.ts';
import { type OpenTileset, openTileset } from '#scene/open-tileset.ts';
import { findStoreyTiles, type StoreyTiles } from '#scene/storey-tiles.ts';
import type { Preferences } from '#store/preferences.ts';
import type { PaintedModel } from '../contract/paint.ts';
import type { CuttingPlane } from '../kernel/cutting-planes.ts';
import { bimSlice } from '../state.ts';

export class StandingModel {
  readonly painted: PaintedModel;
  readonly #stage: Stage;
  readonly #state: BimState;
  readonly #open: OpenTileset;
  #tileset: Cesium3DTileset | undefined;
  #storeys: StoreyTiles | undefined;
  #placement: StoredPlacement;
  #lifts: readonly number[] = [];
  #planes: readonly CuttingPlane[] = [];
  #clipping: ClippingPlaneCollection | undefined;
  #caps: CapSurface | undefined;
  #opacity = 1;

  constructor(stage: Stage, painted: PaintedModel, theme: Preferences['theme']) {
    this.painted = painted;
    this.#stage = stage;
    this.#placement = painted.original;
    this.#state = createBimState(painted.count, theme);
    this.#open = openTileset(stage, {
      url: painted.tileset,
      name: painted.name,
      path: `${bimSlice.id}/${painted.id}`,
      shader: this.#state.shader,
      shadows: ShadowMode.ENABLED,
      onStand: (tileset) => this.#stand(tileset),
    });
  }

  /** Model's frame → Earth-centred, as it stands now; column-major. */
  get matrix(): Float64Array {
    return toModelMatrix(toModelPlacement(this.#placement));
  }

  has(tileset: Cesium3DTileset | undefined): boolean {
    return this.#open.has(tileset);
  }

  /** The table of all models; its own part of it is taken. */
  setTable(rgba: Uint8Array): void {
    const { base, count } = this.painted;
    this.#state.setTable(rgba.subarray(4 * base, 4 * (base + count)));
  }

  /** By index among all models. */
  setSelected(indices: readonly number[]): void {
    this.#state.setSelected(indices.map((index) => index - this.painted.base));
  }

  setTheme(theme: Preferences['theme']): void {
    this.#state.setTheme(theme);
  }

  show(isShown: boolean, opacity: number): void {
    this.#open.show(isShown && opacity > 0);
    this.#opacity = isShown ? opacity : 0;
    if (this.#caps) this.#caps.show = this.#opacity > 0;
    this.#state.setOpacity(opacity);
  }

  place(placement: StoredPlacement): void {
    this.#placement = placement;
    if (this.#caps) Matrix4.fromArray([...this.matrix], 0, this.#caps.modelMatrix);
    if (!this.#tileset) return;
    const move = toMoveMatrix(toModelPlacement(this.painted.original), toModelPlacement(placement));
    Matrix4.fromArray([...move], 0, this.#tileset.modelMatrix);
  }

  /** By storey from below, m. */
  lift(lifts: readonly number[]): void {
    this.#lifts = lifts;
    this.#storeys?.lift((storey) => lifts[storey] ?? 0);
  }

  /** What the latest cut lays open; it comes a moment after the cut. */
  setCaps(caps: Caps | undefined): void {
    if (!caps && !this.#caps) return;
    this.#caps ??= this.#createCaps();
    this.#caps.setCaps(this.#planes.length > 0 ? caps : undefined);
  }

  /** Row of the element whose cut surface was picked; undefined where it is none of this model's. */
  elementOfCap(picked: unknown): number | undefined {
    return picked instanceof PickedCap && picked.surface === this.#caps
      ? picked.element
      : undefined;
  }

  cut(planes: readonly CuttingPlane[]): void {
    this.#planes = planes;
    if (planes.length === 0) this.#caps?.setCaps(undefined);
    if (!this.#tileset) return;
    if (planes.length === 0) {
      if (this.#clipping) this.#clipping.enabled = false;
      return;
    }
    this.#clipping ??= this.#createClipping(this.#tileset);
    const clipping = this.#clipping;
    // Moving a plane writes a texture; another number of planes builds all shaders anew.
    while (clipping.length > planes.length) clipping.remove(clipping.get(clipping.length - 1));
    for (const [at, { normal, distanceM }] of planes.entries()) {
      // Cesium keeps what lies on the side of the normal, a section takes it away.
      const inward = Cartesian3.negate(Cartesian3.fromArray([...normal]), new Cartesian3());
      if (at < clipping.length) {
        const plane = clipping.get(at);
        plane.normal = inward;
        plane.distance = distanceM;
      } else {
        clipping.add(new ClippingPlane(inward, distanceM));
      }
    }
    clipping.enabled = true;
  }

  close(): void {
    this.#open.close();
    if (this.#caps) this.#stage.scene.primitives.remove(this.#caps);
    this.#state.destroy();
  }

  #createCaps(): CapSurface {
    const { scene } = this.#stage;
    const caps = new CapSurface({
      scene,
      stateTexture: () => this.#state.texture(),
      accent: () => this.#state.accent(),
      opacity: () => this.#opacity,
    });
    caps.show = this.#opacity > 0;
    Matrix4.fromArray([...this.matrix], 0, caps.modelMatrix);
    scene.primitives.add(caps);
    return caps;
  }

  #stand(tileset: Cesium3DTileset): void {
    this.#tileset = tileset;
    this.#storeys = findStoreyTiles(tileset);
    this.place(this.#placement);
    this.lift(this.#lifts);
    this.cut(this.#planes);
    this.#stage.requestRender();
  }

  /** The tileset owns it from now on. In its frame, that of the root, planes follow the model. */
  #createClipping(tileset: Cesium3DTileset): ClippingPlaneCollection {
    const clipping = new ClippingPlaneCollection({
      unionClippingRegions: true,
      edgeWidth: 1.5,
      edgeColor: Color.fromCssColorString('#20262d'),
    });
    tileset.clippingPlanes = clipping;
    return clipping;
  }
}
