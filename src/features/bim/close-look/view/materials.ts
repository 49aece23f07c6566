// The materials of a part; they share what they are told about cut, colours and states.

import {
  BackSide,
  type Color,
  DoubleSide,
  FrontSide,
  GLSL3,
  type IUniform,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  type ShaderMaterialParameters,
  type Texture,
  Vector3,
} from 'three';
import type { Palette } from './palette.ts';
import {
  capFragment,
  capVertex,
  edgeFragment,
  edgeVertex,
  faceFragment,
  faceVertex,
} from './shaders.ts';

export class Materials {
  /** Both sides, where nothing is cut. */
  readonly whole: ShaderMaterial;
  /** Where something is cut: backs first, which show where matter is cut, then what stands before them. */
  readonly backs: ShaderMaterial;
  readonly fronts: ShaderMaterial;
  readonly glass: ShaderMaterial;
  readonly edges: ShaderMaterial;
  readonly caps: ShaderMaterial;
  readonly #shared: {
    readonly u_state: IUniform<Texture>;
    readonly u_low: IUniform<Vector3>;
    readonly u_high: IUniform<Vector3>;
    readonly u_isCut: IUniform<boolean>;
    readonly u_accent: IUniform<Color | undefined>;
    readonly u_ground: IUniform<Color | undefined>;
    readonly u_line: IUniform<Color | undefined>;
    readonly u_lineAlpha: IUniform<number>;
    readonly u_cap: IUniform<Color | undefined>;
  };

  constructor(states: Texture) {
    this.#shared = {
      u_state: { value: states },
      u_low: { value: new Vector3() },
      u_high: { value: new Vector3() },
      u_isCut: { value: false },
      u_accent: { value: undefined },
      u_ground: { value: undefined },
      u_line: { value: undefined },
      u_lineAlpha: { value: 1 },
      u_cap: { value: undefined },
    };
    this.whole = this.#face({ side: DoubleSide, ...stencil(0) });
    this.backs = this.#face({ side: BackSide, ...stencil(1) });
    this.fronts = this.#face({ side: FrontSide, ...stencil(0) });
    this.glass = this.#face({ side: DoubleSide, transparent: true, depthWrite: false }, true);
    this.edges = this.#make(edgeVertex, edgeFragment, {
      transparent: true,
      depthWrite: false,
      // No edges of the inside where a cut is seen.
      stencilWrite: true,
      stencilFunc: NotEqualStencilFunc,
      stencilRef: 1,
    });
    this.caps = this.#make(capVertex, capFragment, { side: DoubleSide, ...stencil(0) });
  }

  setPalette({ ground, accent, line, lineAlpha, cap }: Palette): void {
    this.#shared.u_ground.value = ground;
    this.#shared.u_accent.value = accent;
    this.#shared.u_line.value = line;
    this.#shared.u_lineAlpha.value = lineAlpha;
    this.#shared.u_cap.value = cap;
  }

  setCut(low: readonly [number, number, number], high: readonly [number, number, number]): void {
    this.#shared.u_low.value.set(...low);
    this.#shared.u_high.value.set(...high);
  }

  /** Whether the backs of faces show where matter is cut. */
  setCutFilled(isFilled: boolean): void {
    this.#shared.u_isCut.value = isFilled;
  }

  dispose(): void {
    const { whole, backs, fronts, glass, edges, caps } = this;
    for (const material of [whole, backs, fronts, glass, edges, caps]) material.dispose();
  }

  #face(own: ShaderMaterialParameters, isGlass = false): ShaderMaterial {
    return this.#make(faceVertex, faceFragment, own, { u_isGlass: { value: isGlass } });
  }

  #make(
    vertexShader: string,
    fragmentShader: string,
    own: ShaderMaterialParameters,
    more: Readonly<Record<string, IUniform>> = {},
  ): ShaderMaterial {
    const material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      ...own,
    });
    // Given to the constructor, uniforms would be copied and no longer shared.
    material.uniforms = { ...this.#shared, ...more };
    return material;
  }
}

/** Leaves a number where the material is what is seen. */
const stencil = (stencilRef: number): ShaderMaterialParameters => ({
  stencilWrite: true,
  stencilRef,
  stencilZPass: ReplaceStencilOp,
});
