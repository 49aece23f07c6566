// Walls and floor of a trench: asphalt, gravel, soil, with a rule at each half metre below the ground.

import {
  BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  ComponentDatatype,
  DrawCommand,
  IndexDatatype,
  Matrix4,
  Pass,
  PrimitiveType,
  RenderState,
  type Scene,
  ShaderProgram,
  ShaderSource,
  VertexArray,
} from 'cesium';
import { contextOf, type FrameState } from './cesium-inside.ts';

export interface SoilMesh {
  /** Six floats a corner: place (m in the frame of `matrix`), way along the wall, depth below the ground, 1 on the floor. */
  readonly corners: Float32Array;
  readonly indices: Uint32Array;
}

const CORNER_FLOATS = 6;
const attributes = { place: 0, soil: 1 } as const;

/** A primitive of the scene. */
export class PipeSoil {
  show = true;
  /** How bright it is, so that it suits the theme. */
  brightness = 1;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #renderState: object;
  readonly #matrix = new Matrix4();
  readonly #sphere = new BoundingSphere();
  #vertexArray: VertexArray | undefined;
  #command: DrawCommand | undefined;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = ShaderProgram.fromCache({
      context: contextOf(scene),
      vertexShaderSource: new ShaderSource({ sources: [vertexShader] }),
      fragmentShaderSource: new ShaderSource({ sources: [fragmentShader] }),
      attributeLocations: attributes,
    });
    this.#renderState = RenderState.fromCache({
      depthTest: { enabled: true },
      depthMask: true,
      cull: { enabled: true },
    });
  }

  /** `matrix`: the mesh's frame → Earth-centred. */
  setMesh(mesh: SoilMesh | undefined, matrix: Matrix4): void {
    this.#vertexArray?.destroy();
    this.#vertexArray = mesh && this.#arrayOf(mesh);
    Matrix4.clone(matrix, this.#matrix);
    this.#command = undefined;
    if (!mesh || !this.#vertexArray) return;
    BoundingSphere.fromVertices([...mesh.corners], Cartesian3.ZERO, CORNER_FLOATS, this.#sphere);
    BoundingSphere.transform(this.#sphere, matrix, this.#sphere);
    this.#command = new DrawCommand({
      owner: this,
      vertexArray: this.#vertexArray,
      shaderProgram: this.#program,
      renderState: this.#renderState,
      uniformMap: { u_brightness: () => this.brightness },
      primitiveType: PrimitiveType.TRIANGLES,
      pass: Pass.OPAQUE,
      cull: true,
      modelMatrix: this.#matrix,
      boundingVolume: this.#sphere,
    });
  }

  update({ passes, commandList }: FrameState): void {
    if (this.show && this.#command && passes.render) commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#vertexArray?.destroy();
    this.#program.destroy();
  }

  #arrayOf({ corners, indices }: SoilMesh): VertexArray {
    const context = contextOf(this.#scene);
    const vertexBuffer = Buffer.createVertexBuffer({
      context,
      typedArray: corners,
      usage: BufferUsage.STATIC_DRAW,
    });
    const column = (index: number, word: number) => ({
      index,
      vertexBuffer,
      componentsPerAttribute: 3,
      componentDatatype: ComponentDatatype.FLOAT,
      offsetInBytes: 4 * word,
      strideInBytes: 4 * CORNER_FLOATS,
    });
    return new VertexArray({
      context,
      attributes: [column(attributes.place, 0), column(attributes.soil, 3)],
      indexBuffer: Buffer.createIndexBuffer({
        context,
        typedArray: indices,
        usage: BufferUsage.STATIC_DRAW,
        indexDatatype: IndexDatatype.UNSIGNED_INT,
      }),
    });
  }
}

const vertexShader = /* glsl */ `
in vec3 place;
in vec3 soil;
out vec3 v_soil;
out vec3 v_place;
out vec3 v_local;
void main() {
  vec4 eye = czm_modelView * vec4(place, 1.0);
  v_soil = soil;
  v_place = eye.xyz;
  v_local = place;
  gl_Position = czm_projection * eye;
}`;

const fragmentShader = /* glsl */ `
in vec3 v_soil;
in vec3 v_place;
in vec3 v_local;
uniform float u_brightness;

float dice(vec2 cell) { return fract(sin(dot(cell, vec2(12.9898, 78.233))) * 43758.5453); }

float grain(vec2 at) {
  vec2 cell = floor(at);
  vec2 share = smoothstep(0.0, 1.0, fract(at));
  return mix(
    mix(dice(cell), dice(cell + vec2(1.0, 0.0)), share.x),
    mix(dice(cell + vec2(0.0, 1.0)), dice(cell + vec2(1.0, 1.0)), share.x),
    share.y);
}

void main() {
  bool isFloor = v_soil.z > 0.5;
  float way = v_soil.x;
  float depth = v_soil.y;
  float step_ = max(fwidth(v_soil.y), 1e-4);
  vec3 colour;
  if (isFloor) {
    colour = vec3(0.70, 0.60, 0.44) * (0.86 + 0.2 * grain(v_local.xy * 6.0) + 0.08 * grain(v_local.xy * 31.0));
  } else {
    float wave = 0.10 * grain(vec2(way * 0.5, 3.0)) + 0.03 * grain(vec2(way * 3.0, 9.0));
    float layer = depth + wave - 0.06;
    vec3 earth = mix(vec3(0.50, 0.36, 0.24), vec3(0.38, 0.27, 0.19), smoothstep(0.8, 3.5, layer));
    earth *= 0.80 + 0.22 * grain(vec2(way * 1.1, layer * 7.0)) + 0.16 * grain(vec2(way * 9.0, layer * 11.0));
    vec3 gravel = vec3(0.58, 0.56, 0.52) * (0.72 + 0.4 * grain(vec2(way * 16.0, layer * 16.0)));
    colour = layer < 0.14 ? vec3(0.25, 0.26, 0.28) * (0.9 + 0.2 * grain(vec2(way, depth) * 40.0))
      : layer < 0.42 ? gravel : earth;
    colour *= 1.0 - 0.10 * smoothstep(0.0, 4.0, depth);
    // Rules: whole metres through, halves dashed.
    float whole = abs(fract(depth + 0.5) - 0.5);
    float half_ = abs(fract(depth) - 0.5);
    float sharp = 1.0 - smoothstep(0.12, 0.4, step_);
    float rule = smoothstep(1.6 * step_ + 0.006, 0.6 * step_, whole) * step(0.5, depth);
    float dash = smoothstep(1.2 * step_ + 0.004, 0.4 * step_, half_) * step(fract(way * 2.0), 0.5) * 0.6;
    colour = mix(colour, vec3(0.98, 0.97, 0.92), max(rule, dash) * sharp * 0.85);
  }
  vec3 normal = normalize(cross(dFdx(v_place), dFdy(v_place)));
  vec3 up = normalize(czm_normal * vec3(0.0, 0.0, 1.0));
  float side = dot(normal, normalize(czm_normal * vec3(0.6, 0.35, 0.0)));
  float light = isFloor ? 0.92 : 0.78 + 0.16 * side;
  colour *= light * u_brightness;
  // The edge of the cut, so that it is told from the street.
  if (!isFloor) colour = mix(colour, vec3(0.96, 0.82, 0.25), smoothstep(0.05 + step_, 0.05, depth) * 0.9);
  out_FragColor = vec4(colour, 1.0);
}`;
