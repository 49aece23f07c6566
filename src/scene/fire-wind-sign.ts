// A wind rose that lies level beside a fire: an arrow to where the wind blows, in a ring with its north mark. As large
// on the screen from afar as near by, and seen past houses.

import {
  BoundingSphere,
  type Camera,
  Cartesian2,
  Cartesian3,
  DrawCommand,
  Matrix4,
  Pass,
  type PickId,
  PrimitiveType,
  type Scene,
  type ShaderProgram,
  type VertexArray,
} from 'cesium';
import { contextOf, type FrameState } from './cesium-inside.ts';
import {
  fireMesh,
  fireProgram,
  fireState,
  pickColour,
  pixelAtOneMetre,
  square,
} from './fire-kit.ts';
import { firePlane } from './fire-place.ts';

export interface WindSign {
  /** The middle of what burns. */
  readonly at: readonly [longitudeDeg: number, latitudeDeg: number];
  /** Above the ellipsoid, m. */
  readonly heightM: number;
  /** From there to the ring, against the wind, m. */
  readonly asideM: number;
  /** Towards which it blows, clockwise from north. */
  readonly towardsRad: number;
}

/** What `scene.pick` finds on it. */
export class PickedWindSign {
  readonly owner: FireWindSign;
  constructor(owner: FireWindSign) {
    this.owner = owner;
  }
}

const RADIUS_PX = 46;
const LEAST_M = 9;

/** A primitive of the scene. */
export class FireWindSign {
  show = true;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #mesh: VertexArray;
  readonly #pickId: PickId;
  readonly #towards = new Cartesian2(0, 1);
  #command: DrawCommand | undefined;
  readonly #shift = new Cartesian3();
  #origin = new Cartesian3();
  #matrix = new Matrix4();
  #asideM = 0;
  #radiusM = LEAST_M;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = fireProgram(scene, vertexShader, fragmentShader, { corner: 0 });
    this.#mesh = fireMesh(scene, square);
    this.#pickId = contextOf(scene).createPickId(new PickedWindSign(this));
  }

  set(sign: WindSign | undefined): void {
    this.#command = undefined;
    if (!sign) return;
    const { at, heightM, towardsRad, asideM } = sign;
    const plane = firePlane(...at, heightM);
    this.#origin = Cartesian3.fromDegrees(...at, heightM);
    this.#matrix = plane.matrix;
    this.#asideM = asideM;
    Cartesian2.fromElements(Math.sin(towardsRad), Math.cos(towardsRad), this.#towards);
    const pick = pickColour(this.#pickId);
    this.#command = new DrawCommand({
      owner: this,
      vertexArray: this.#mesh,
      shaderProgram: this.#program,
      renderState: fireState('both'),
      uniformMap: {
        u_radius: () => this.#radiusM,
        u_shift: () => this.#shift,
        u_towards: () => this.#towards,
        u_pick: () => pick,
      },
      primitiveType: PrimitiveType.TRIANGLES,
      pass: Pass.OPAQUE,
      cull: true,
      modelMatrix: plane.matrix,
      boundingVolume: new BoundingSphere(this.#origin, 20_000),
      pickId: 'u_pick',
    });
  }

  /** Puts it beside the fire for an eye that is here; returns its middle. Undefined where there is none. */
  place(camera: Camera): Cartesian3 | undefined {
    if (!this.#command) return undefined;
    const pixel = pixelAtOneMetre(this.#scene, { camera });
    const away = Cartesian3.distance(camera.positionWC, this.#origin);
    this.#radiusM = Math.max(LEAST_M, RADIUS_PX * pixel * away);
    const aside = -(this.#asideM + 1.35 * this.#radiusM);
    Cartesian3.fromElements(this.#towards.x * aside, this.#towards.y * aside, 0, this.#shift);
    return Matrix4.multiplyByPoint(this.#matrix, this.#shift, new Cartesian3());
  }

  update({ passes, commandList, camera }: FrameState): void {
    if (!this.show || !this.#command || !(passes.render || passes.pick)) return;
    if (passes.render) this.place(camera);
    commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#mesh.destroy();
    this.#program.destroy();
    this.#pickId.destroy();
  }
}

const vertexShader = /* glsl */ `
in vec2 corner;
uniform float u_radius;
uniform vec3 u_shift;
out vec2 v_at;
void main() {
  v_at = corner * 1.25;
  gl_Position = czm_modelViewProjection * vec4(u_shift + vec3(v_at * u_radius, 0.0), 1.0);
  gl_Position.z = clamp(gl_Position.z, -0.999 * gl_Position.w, 0.999 * gl_Position.w);
}`;

const fragmentShader = /* glsl */ `
in vec2 v_at;
uniform vec2 u_towards;
uniform vec4 u_pick;

float box(vec2 at, vec2 half_) {
  vec2 off = abs(at) - half_;
  return length(max(off, 0.0)) + min(max(off.x, off.y), 0.0);
}

// Tip at (0, 1), feet at ± wide, 0.
float head(vec2 at, float wide) {
  vec2 side = normalize(vec2(1.0, wide));
  return max(dot(vec2(abs(at.x), at.y) - vec2(0.0, 1.0), side), -at.y);
}

void main() {
  float soft = max(length(fwidth(v_at)) * 0.6, 1e-4);
  float off = length(v_at);
  float ring = abs(off - 1.0) - 0.035;
  float plate = off - 1.0;
  // Along the wind: y.
  vec2 along = vec2(dot(v_at, vec2(u_towards.y, -u_towards.x)), dot(v_at, u_towards));
  float arrow = min(box(along - vec2(0.0, -0.2), vec2(0.09, 0.52)), 0.62 * head((along - vec2(0.0, 0.18)) / 0.72, 0.52));
  // North: a mark outside the ring.
  float north = 0.2 * head((v_at - vec2(0.0, 1.02)) / 0.2, 0.75);
  float ticks = max(abs(off - 0.93) - 0.06, min(abs(v_at.x), abs(v_at.y)) - 0.018);
  vec4 colour = vec4(0.03, 0.07, 0.11, 0.42 * (1.0 - smoothstep(-soft, soft, plate)));
  float light = 1.0 - smoothstep(-soft, soft, min(min(ring, ticks), north));
  colour = mix(colour, vec4(0.93, 0.97, 1.0, 0.95), light);
  float rim = 1.0 - smoothstep(-soft, soft, arrow - 0.045);
  colour = mix(colour, vec4(0.02, 0.05, 0.08, 0.95), rim);
  float inside = 1.0 - smoothstep(-soft, soft, arrow);
  colour = mix(colour, vec4(0.25, 0.85, 1.0, 1.0), inside);
  if (colour.a < 0.02) discard;
  out_FragColor = colour;
}`;
