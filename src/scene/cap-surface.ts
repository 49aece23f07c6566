// The surfaces that a section lays open, drawn in the place of the building they belong to: flat colours with
// hatching, hidden, ghosted and marked as the elements are, by the same texture.

import {
  BoundingSphere,
  Buffer,
  BufferUsage,
  type Cartesian3,
  ComponentDatatype,
  DrawCommand,
  IndexDatatype,
  Matrix4,
  Pass,
  type PickId,
  PrimitiveType,
  RenderState,
  type Scene,
  ShaderProgram,
  ShaderSource,
  VertexArray,
} from 'cesium';
import { SPACE } from './bim-shader.ts';
import { contextOf, type FrameState } from './cesium-inside.ts';
import { COLOURED, GHOST, SELECTED, TABLE_WIDTH, VISIBLE } from './feature-shader.ts';

/** Triangles in a model's frame, m. */
export interface Caps {
  readonly positions: Float32Array;
  /** Two coordinates in the plane, m. */
  readonly hatch: Float32Array;
  readonly indices: Uint32Array;
  /** Row of the element of each corner. */
  readonly elements: Uint32Array;
  /** sRGB and 255, 4 bytes a corner. */
  readonly rgba: Uint8Array;
}

export interface CapSurfaceOptions {
  readonly scene: Scene;
  /** The state texture of the model; undefined until there is one. */
  readonly stateTexture: () => unknown;
  readonly accent: () => Cartesian3;
  /** Share of the pixels that is drawn, 0 … 1. */
  readonly opacity: () => number;
}

/** What `scene.pick` finds on it. */
export class PickedCap {
  readonly surface: CapSurface;
  readonly element: number;
  constructor(surface: CapSurface, element: number) {
    this.surface = surface;
    this.element = element;
  }
}

const attributes = { position: 0, hatch: 1, element: 2, colour: 3, pickColour: 4 } as const;

/** A primitive of the scene. */
export class CapSurface {
  show = true;
  /** Model's frame → Earth-centred. */
  readonly modelMatrix = new Matrix4();
  readonly #options: CapSurfaceOptions;
  readonly #program: ShaderProgram;
  readonly #renderState: object;
  readonly #pickIds = new Map<number, PickId>();
  readonly #sphere = new BoundingSphere();
  readonly #worldSphere = new BoundingSphere();
  #vertexArray: VertexArray | undefined;
  #isGone = false;

  constructor(options: CapSurfaceOptions) {
    this.#options = options;
    const context = contextOf(options.scene);
    this.#program = ShaderProgram.fromCache({
      context,
      vertexShaderSource: new ShaderSource({ sources: [vertexShader] }),
      fragmentShaderSource: new ShaderSource({ sources: [fragmentShader] }),
      attributeLocations: attributes,
    });
    this.#renderState = RenderState.fromCache({ depthTest: { enabled: true }, depthMask: true });
  }

  setCaps(caps: Caps | undefined): void {
    this.#vertexArray?.destroy();
    this.#vertexArray = caps && caps.indices.length > 0 ? this.#arrayOf(caps) : undefined;
    if (caps) BoundingSphere.fromVertices([...caps.positions], undefined, 3, this.#sphere);
  }

  update({ passes, commandList }: FrameState): void {
    const vertexArray = this.#vertexArray;
    const texture = this.#options.stateTexture();
    if (!this.show || !vertexArray || !texture || !(passes.render || passes.pick)) return;
    const { accent, opacity } = this.#options;
    commandList.push(
      new DrawCommand({
        owner: this,
        vertexArray,
        shaderProgram: this.#program,
        renderState: this.#renderState,
        uniformMap: {
          u_state: this.#options.stateTexture,
          u_accent: accent,
          u_opacity: opacity,
        },
        primitiveType: PrimitiveType.TRIANGLES,
        pass: Pass.OPAQUE,
        cull: true,
        modelMatrix: this.modelMatrix,
        boundingVolume: BoundingSphere.transform(this.#sphere, this.modelMatrix, this.#worldSphere),
        pickId: 'v_pick',
      }),
    );
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#vertexArray?.destroy();
    this.#program.destroy();
    for (const id of this.#pickIds.values()) id.destroy();
  }

  #arrayOf({ positions, hatch, indices, elements, rgba }: Caps): VertexArray {
    const context = contextOf(this.#options.scene);
    const pick = new Uint32Array(elements.length);
    for (const [corner, element] of elements.entries()) pick[corner] = this.#pickColour(element);
    const { FLOAT, UNSIGNED_BYTE } = ComponentDatatype;
    const column = (
      index: number,
      typedArray: ArrayBufferView,
      componentsPerAttribute: number,
      componentDatatype: ComponentDatatype = FLOAT,
    ) => ({
      index,
      vertexBuffer: Buffer.createVertexBuffer({
        context,
        typedArray,
        usage: BufferUsage.STATIC_DRAW,
      }),
      componentsPerAttribute,
      componentDatatype,
      normalize: componentDatatype !== FLOAT,
    });
    return new VertexArray({
      context,
      attributes: [
        column(attributes.position, positions, 3),
        column(attributes.hatch, hatch, 2),
        column(attributes.element, Float32Array.from(elements), 1),
        column(attributes.colour, rgba, 4, UNSIGNED_BYTE),
        column(attributes.pickColour, new Uint8Array(pick.buffer), 4, UNSIGNED_BYTE),
      ],
      indexBuffer: Buffer.createIndexBuffer({
        context,
        typedArray: indices,
        usage: BufferUsage.STATIC_DRAW,
        indexDatatype: IndexDatatype.UNSIGNED_INT,
      }),
    });
  }

  #pickColour(element: number): number {
    let id = this.#pickIds.get(element);
    if (!id) {
      id = contextOf(this.#options.scene).createPickId(new PickedCap(this, element));
      this.#pickIds.set(element, id);
    }
    return id.color.toRgba();
  }
}

const vertexShader = /* glsl */ `
in vec3 position;
in vec2 hatch;
in float element;
in vec4 colour;
in vec4 pickColour;
uniform sampler2D u_state;
out vec2 v_hatch;
out vec4 v_colour;
out vec4 v_pick;
out float v_flags;
void main() {
  int index = int(element + 0.5);
  vec4 state = texelFetch(u_state, ivec2(index % ${TABLE_WIDTH}, index / ${TABLE_WIDTH}), 0);
  int flags = int(state.a * 255.0 + 0.5);
  v_hatch = hatch;
  v_colour = (flags & ${COLOURED}) != 0 ? vec4(state.rgb, 1.0) : colour;
  v_pick = pickColour;
  v_flags = float(flags);
  bool isShown = (flags & ${VISIBLE}) != 0 && (flags & ${GHOST | SPACE}) == 0;
  gl_Position = isShown ? czm_modelViewProjection * vec4(position, 1.0) : vec4(0.0);
}`;

const fragmentShader = /* glsl */ `
in vec2 v_hatch;
in vec4 v_colour;
in vec4 v_pick;
in float v_flags;
uniform vec3 u_accent;
uniform float u_opacity;
void main() {
  int flags = int(v_flags + 0.5);
  ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
  int mixed = cell.x ^ cell.y;
  int order = ((mixed & 1) << 3) | ((cell.y & 1) << 2) | (mixed & 2) | ((cell.y & 2) >> 1);
  if ((float(order) + 0.5) / 16.0 >= u_opacity) discard;
  vec3 colour = (flags & ${SELECTED}) != 0
    ? pow(u_accent, vec3(1.0 / 2.2))
    : mix(v_colour.rgb, vec3(dot(v_colour.rgb, vec3(0.3, 0.59, 0.11))), 0.25) * 0.82;
  // Lines at 45°, as a draughtsman hatches what is cut: 0.12 m apart, gone where they would flicker.
  float along = (v_hatch.x + v_hatch.y) / 0.17;
  float width = fwidth(along);
  float line = 1.0 - smoothstep(0.0, width * 1.2 + 0.04, abs(fract(along) - 0.5));
  colour = mix(colour, colour * 0.55, line * (1.0 - smoothstep(0.25, 0.6, width)));
  out_FragColor = vec4(colour, 1.0);
}`;
