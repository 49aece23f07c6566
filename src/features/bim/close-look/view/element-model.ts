// The elements of a part on the graphics card: faces, glass and edges, how each of them looks, and what a ray meets.

import {
  BackSide,
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  DoubleSide,
  FrontSide,
  GLSL3,
  Group,
  LineSegments,
  Mesh,
  NotEqualStencilFunc,
  type Ray,
  ReplaceStencilOp,
  ShaderMaterial,
  type Side,
  Uint8BufferAttribute,
  Vector3,
} from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { CloseScene } from '#workers/bim/client.ts';
import { GHOST, SPACE, VISIBLE } from '../../contract/paint.ts';
import type { Hit } from '../measure/snap.ts';
import { cross, dot, minus, times, unit, type Vector } from '../vector.ts';
import type { Palette } from './palette.ts';
import { RowIndex } from './row-index.ts';
import {
  edgeFragment,
  edgeVertex,
  faceFragment,
  faceVertex,
  SELECTED,
  TABLE_WIDTH,
} from './shaders.ts';

/** Alpha from which a surface lets nothing through. */
const SOLID_ALPHA = 250;
const EVERYTHING = 1e9;

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
  readonly #states: Uint8Array;
  readonly #texture: DataTexture;
  readonly #passable: ReadonlySet<number>;
  readonly #geometries: BufferGeometry[] = [];
  readonly #materials: ShaderMaterial[] = [];
  /** Drawn instead of both sides at once where something is cut: backs first, so that cuts can be told. */
  readonly #whole: Mesh;
  readonly #sides: readonly Mesh[];
  #cut = uncut;

  /** `paint`: 4 bytes an element of all models, by index. */
  constructor(scene: CloseScene, paint: Uint8Array | undefined) {
    this.#scene = scene;
    this.rows = new RowIndex(scene.mesh);
    this.#passable = new Set(scene.passable);
    const height = Math.max(1, Math.ceil(this.rows.count / TABLE_WIDTH));
    this.#states = new Uint8Array(4 * TABLE_WIDTH * height);
    this.#texture = new DataTexture(this.#states, TABLE_WIDTH, height);
    this.setPaint(paint, new Set());
    const shared = this.#share();
    const { solid, glass } = this.#split();
    const faces = shared(solid);
    const solidOf = (side: Side, number: number) =>
      this.#mesh(faces, this.#face(side, { stencil: number }), number);
    this.#whole = solidOf(DoubleSide, 0);
    this.#sides = [solidOf(BackSide, 1), solidOf(FrontSide, 0)];
    this.root.add(this.#whole, ...this.#sides);
    const panes = this.#mesh(shared(glass), this.#face(DoubleSide, { isGlass: true }), 0);
    panes.renderOrder = 3;
    this.root.add(panes, this.#lines(shared(scene.mesh.edges)));
    this.tree = this.#readTree(shared(scene.mesh.indices));
    this.setCut(uncut);
  }

  /** Colours, hidden and ghosts as on the globe; without a table everything is seen as it is made. */
  setPaint(paint: Uint8Array | undefined, selected: ReadonlySet<number>): void {
    const { elements } = this.rows;
    for (const [row, element] of elements.entries()) {
      for (let part = 0; part < 4; part++) {
        const missing = part === 3 ? VISIBLE : 0;
        this.#states[4 * row + part] = paint?.[4 * element + part] ?? missing;
      }
      if (selected.has(element)) this.#states[4 * row + 3]! |= SELECTED;
    }
    this.#texture.needsUpdate = true;
  }

  setCut(cut: Cut): void {
    this.#cut = cut;
    const isCut = cut !== uncut;
    this.#whole.visible = !isCut;
    for (const side of this.#sides) side.visible = isCut;
    for (const { uniforms } of this.#materials) {
      uniforms.u_low?.value.set(...cut.low);
      uniforms.u_high?.value.set(...cut.high);
      if (uniforms.u_isCut) uniforms.u_isCut.value = isCut;
    }
  }

  setPalette({ ground, accent, line, lineAlpha, cap }: Palette): void {
    const values: Readonly<Record<string, unknown>> = {
      ...{ u_ground: ground, u_accent: accent, u_line: line, u_lineAlpha: lineAlpha, u_cap: cap },
    };
    for (const { uniforms } of this.#materials) {
      for (const [name, value] of Object.entries(values)) {
        const uniform = uniforms[name];
        if (uniform) uniform.value = value;
      }
    }
  }

  /** The first face that can be seen along a ray; ghosts and what is cut away let it through. */
  hit(ray: Ray): Hit | undefined {
    const hits = this.tree?.raycast(ray, DoubleSide) ?? [];
    hits.sort((a, b) => a.distance - b.distance);
    for (const { point, faceIndex } of hits) {
      if (faceIndex === undefined || faceIndex === null) continue;
      const place: Vector = [point.x, point.y, point.z];
      if (!this.#isKept(place) || !this.#isSolidLooking(faceIndex)) continue;
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

  /** Whether a triangle stops a person who walks. */
  stops(triangle: number): boolean {
    const element = this.rows.elementOfTriangle(triangle);
    return !this.#passable.has(element) && this.#isSolidLooking(triangle);
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
      const flags = this.#flagsOf(this.rows.rowOfCorner(corner));
      if ((flags & VISIBLE) === 0 || (flags & (GHOST | SPACE)) !== 0) continue;
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[3 * corner + axis]!;
        if (value < low[axis]!) low[axis] = value;
        if (value > high[axis]!) high[axis] = value;
      }
    }
    return low[0] > high[0] ? undefined : [low, high];
  }

  dispose(): void {
    this.#texture.dispose();
    for (const geometry of this.#geometries) geometry.dispose();
    for (const material of this.#materials) material.dispose();
  }

  #isKept(place: Vector): boolean {
    const { low, high } = this.#cut;
    return place.every((value, axis) => value >= low[axis]! && value <= high[axis]!);
  }

  #isSolidLooking(triangle: number): boolean {
    const flags = this.#flagsOf(this.rows.rowOfTriangle(triangle));
    return (flags & VISIBLE) !== 0 && (flags & GHOST) === 0;
  }

  #flagsOf(row: number): number {
    return this.#states[4 * row + 3]!;
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
      const isRoom = (this.#flagsOf(this.rows.rowOfCorner(corner)) & SPACE) !== 0;
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

  #material(own: ConstructorParameters<typeof ShaderMaterial>[0]): ShaderMaterial {
    const material = new ShaderMaterial({ glslVersion: GLSL3, ...own });
    Object.assign(material.uniforms, {
      u_state: { value: this.#texture },
      u_low: { value: new Vector3() },
      u_high: { value: new Vector3() },
      u_accent: { value: undefined },
    });
    this.#materials.push(material);
    return material;
  }

  #face(
    side: Side,
    { stencil, isGlass = false }: { readonly stencil?: number; readonly isGlass?: boolean },
  ): ShaderMaterial {
    return this.#material({
      vertexShader: faceVertex,
      fragmentShader: faceFragment,
      side,
      transparent: isGlass,
      depthWrite: !isGlass,
      uniforms: {
        u_isCut: { value: false },
        u_isGlass: { value: isGlass },
        u_ground: { value: undefined },
        u_cap: { value: undefined },
      },
      ...(stencil !== undefined && {
        stencilWrite: true,
        stencilRef: stencil,
        stencilZPass: ReplaceStencilOp,
      }),
    });
  }

  #mesh(geometry: BufferGeometry, material: ShaderMaterial, order: number): Mesh {
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    // Backs first: the last to pass the depth test says what is seen.
    mesh.renderOrder = 1 - order;
    return mesh;
  }

  /** No edges of the inside where a cut is seen. */
  #lines(geometry: BufferGeometry): LineSegments {
    const material = this.#material({
      vertexShader: edgeVertex,
      fragmentShader: edgeFragment,
      transparent: true,
      depthWrite: false,
      uniforms: { u_line: { value: undefined }, u_lineAlpha: { value: 1 } },
      stencilWrite: true,
      stencilFunc: NotEqualStencilFunc,
      stencilRef: 1,
    });
    const lines = new LineSegments(geometry, material);
    lines.frustumCulled = false;
    lines.renderOrder = 2;
    return lines;
  }

  #readTree(geometry: BufferGeometry): MeshBVH | undefined {
    const { tree, mesh } = this.#scene;
    if (tree.length === 0) return undefined;
    // The version is left out of the library's types; without it the roots are taken for an older layout.
    const stored = { version: 1, roots: [...tree], index: mesh.indices, indirectBuffer: null };
    return MeshBVH.deserialize(stored, geometry, { setIndex: false });
  }
}
