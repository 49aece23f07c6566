// The elements of a part on the graphics card: faces, glass, edges and cuts, and what a ray meets of them.

import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  LineSegments,
  Mesh,
  type Ray,
  type ShaderMaterial,
  Uint8BufferAttribute,
} from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { CloseScene } from '#workers/bim/client.ts';
import type { SectionCaps } from '../../contract/section.ts';
import type { Hit } from '../measure/snap.ts';
import { cross, dot, minus, times, unit, type Vector } from '../vector.ts';
import { capGeometry } from './cap-geometry.ts';
import { Materials } from './materials.ts';
import type { Palette } from './palette.ts';
import { RowIndex } from './row-index.ts';
import { StateTable } from './state-table.ts';

/** Alpha from which a surface lets nothing through. */
const SOLID_ALPHA = 250;
const EVERYTHING = 1e9;

/** What lies outside of this box is cut away; model's frame, m. */
export interface Cut {
  readonly low: Vector;
  readonly high: Vector;
}

export const uncut: Cut = {
  low: [-EVERYTHING, -EVERYTHING, -EVERYTHING],
  high: [EVERYTHING, EVERYTHING, EVERYTHING],
};

export class ElementModel {
  readonly root = new Group();
  readonly rows: RowIndex;
  /** Undefined where the part has edges alone, or nothing. */
  readonly tree: MeshBVH | undefined;
  readonly #scene: CloseScene;
  readonly #states: StateTable;
  readonly #materials: Materials;
  readonly #passable: ReadonlySet<number>;
  readonly #geometries: BufferGeometry[] = [];
  readonly #whole: Mesh;
  readonly #sides: readonly Mesh[];
  readonly #caps: Mesh;
  #cut = uncut;

  /** `paint`: 4 bytes an element of all models, by index. */
  constructor(scene: CloseScene, paint: Uint8Array | undefined) {
    this.#scene = scene;
    this.rows = new RowIndex(scene.mesh);
    this.#passable = new Set(scene.passable);
    this.#states = new StateTable(this.rows.elements);
    this.#states.fill(paint, new Set());
    this.#materials = new Materials(this.#states.texture);
    const shared = this.#share();
    const { solid, glass } = this.#split();
    const [faces, { whole, backs, fronts }] = [shared(solid), this.#materials];
    this.#whole = this.#mesh(faces, whole, 0);
    this.#sides = [this.#mesh(faces, backs, 0), this.#mesh(faces, fronts, 1)];
    this.#caps = this.#mesh(new BufferGeometry(), this.#materials.caps, 2);
    const lines = new LineSegments(shared(scene.mesh.edges), this.#materials.edges);
    lines.frustumCulled = false;
    lines.renderOrder = 3;
    const panes = this.#mesh(shared(glass), this.#materials.glass, 4);
    this.root.add(this.#whole, ...this.#sides, this.#caps, lines, panes);
    this.tree = this.#readTree(shared(scene.mesh.indices));
    this.setCut(uncut);
  }

  /** Colours, hidden and ghosts as on the globe. */
  setPaint(paint: Uint8Array | undefined, selected: ReadonlySet<number>): void {
    this.#states.fill(paint, selected);
  }

  /** Surfaces laid open by the cut before this one are taken away; `setCaps` brings the new ones. */
  setCut(cut: Cut): void {
    this.#cut = cut;
    const isCut = cut !== uncut;
    this.#whole.visible = !isCut;
    for (const side of this.#sides) side.visible = isCut;
    this.#materials.setCut(cut.low, cut.high);
    this.#materials.setCutFilled(isCut);
    this.#caps.visible = false;
  }

  /** What the cut lays open; `base` turns its rows into indices among all models. */
  setCaps(caps: SectionCaps, base: number): void {
    this.#caps.geometry.dispose();
    this.#caps.geometry = capGeometry(caps, base, this.rows);
    this.#caps.visible = true;
    this.#materials.setCutFilled(false);
  }

  setPalette(palette: Palette): void {
    this.#materials.setPalette(palette);
  }

  /** The first face that can be seen along a ray; ghosts and what is cut away let it through. */
  hit(ray: Ray): Hit | undefined {
    const hits = this.tree?.raycast(ray, DoubleSide) ?? [];
    hits.sort((a, b) => a.distance - b.distance);
    for (const { point, faceIndex } of hits) {
      if (faceIndex === undefined || faceIndex === null) continue;
      const place: Vector = [point.x, point.y, point.z];
      if (!this.#isKept(place) || !this.isSolid(faceIndex)) continue;
      const back: Vector = [-ray.direction.x, -ray.direction.y, -ray.direction.z];
      const normal = this.normalOf(faceIndex);
      return {
        point: place,
        normal: dot(normal, back) < 0 ? times(normal, -1) : normal,
        element: this.rows.elementOfTriangle(faceIndex),
        triangle: faceIndex,
      };
    }
    return undefined;
  }

  /** Whether a triangle is seen and no ghost. */
  isSolid(triangle: number): boolean {
    return this.#states.isSolid(this.rows.rowOfTriangle(triangle));
  }

  /** Whether a triangle stops a person who walks. */
  stops(triangle: number): boolean {
    return this.isSolid(triangle) && !this.#passable.has(this.rows.elementOfTriangle(triangle));
  }

  normalOf(triangle: number): Vector {
    const [a, b, c] = this.rows.cornersOf(triangle);
    return unit(cross(minus(b, a), minus(c, a)));
  }

  /** Least and greatest corner of what can be seen; undefined where that is nothing. */
  bounds(): readonly [Vector, Vector] | undefined {
    const low: [number, number, number] = [EVERYTHING, EVERYTHING, EVERYTHING];
    const high: [number, number, number] = [-EVERYTHING, -EVERYTHING, -EVERYTHING];
    const { positions } = this.#scene.mesh;
    for (let corner = 0; corner * 3 < positions.length; corner++) {
      const row = this.rows.rowOfCorner(corner);
      if (!this.#states.isSolid(row) || this.#states.isRoom(row)) continue;
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[3 * corner + axis]!;
        if (value < low[axis]!) low[axis] = value;
        if (value > high[axis]!) high[axis] = value;
      }
    }
    return low[0] > high[0] ? undefined : [low, high];
  }

  dispose(): void {
    this.#states.texture.dispose();
    this.#materials.dispose();
    this.#caps.geometry.dispose();
    for (const geometry of this.#geometries) geometry.dispose();
  }

  #isKept(place: Vector): boolean {
    const { low, high } = this.#cut;
    return place.every((value, axis) => value >= low[axis]! && value <= high[axis]!);
  }

  /** Geometries that share their corners and differ in what they draw of them. */
  #share(): (indices: Uint32Array) => BufferGeometry {
    const { positions, normals, rgba } = this.#scene.mesh;
    const attributes = {
      position: new BufferAttribute(positions, 3),
      normal: new BufferAttribute(normals, 3),
      rgba: new Uint8BufferAttribute(rgba, 4, true),
      row: new BufferAttribute(this.rows.rowByCorner, 1),
    };
    return (indices) => {
      const geometry = new BufferGeometry();
      for (const [name, attribute] of Object.entries(attributes)) {
        geometry.setAttribute(name, attribute);
      }
      geometry.setIndex(new BufferAttribute(indices, 1));
      this.#geometries.push(geometry);
      return geometry;
    };
  }

  /** Glass and rooms are drawn last and let through. */
  #split(): { readonly solid: Uint32Array; readonly glass: Uint32Array } {
    const { indices, rgba } = this.#scene.mesh;
    const isGlass = (first: number) => {
      const corner = indices[first]!;
      const isRoom = this.#states.isRoom(this.rows.rowOfCorner(corner));
      return isRoom || rgba[4 * corner + 3]! < SOLID_ALPHA;
    };
    let panes = 0;
    for (let at = 0; at < indices.length; at += 3) if (isGlass(at)) panes += 3;
    const solid = new Uint32Array(indices.length - panes);
    const glass = new Uint32Array(panes);
    let [inSolid, inGlass] = [0, 0];
    for (let at = 0; at < indices.length; at += 3) {
      const triangle = indices.subarray(at, at + 3);
      if (isGlass(at)) {
        glass.set(triangle, inGlass);
        inGlass += 3;
      } else {
        solid.set(triangle, inSolid);
        inSolid += 3;
      }
    }
    return { solid, glass };
  }

  #mesh(geometry: BufferGeometry, material: ShaderMaterial, order: number): Mesh {
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    return mesh;
  }

  #readTree(geometry: BufferGeometry): MeshBVH | undefined {
    const { tree, mesh } = this.#scene;
    if (tree.length === 0) return undefined;
    // The version is left out of the library's types; without it the roots are taken for an older layout.
    const stored = { version: 1, roots: [...tree], index: mesh.indices, indirectBuffer: null };
    return MeshBVH.deserialize(stored, geometry, { setIndex: false });
  }
}
