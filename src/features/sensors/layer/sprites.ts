// The one primitive of the sensors: up to some thousand rectangles in one draw call over the finished
// picture, and once more while picking. Cesium's billboards can't do it: those that face the eye at the same
// depth are averaged or cut by each other, and each changed text makes new ones.

import {
  BlendingState,
  Buffer,
  BufferUsage,
  Cartesian2,
  Cartesian3,
  ComponentDatatype,
  DrawCommand,
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
import { contextOf, type FrameState, pixelRatioOf } from './cesium-inside.ts';
import type { Region, SpriteAtlas } from './sprite-atlas.ts';
import {
  attributes,
  FLAT,
  LINE,
  PULSE,
  spriteFragmentShader,
  spriteVertexShader,
  UPRIGHT,
} from './sprite-shader.ts';

/** Writes the sprites of the next picture, from the farthest back to the front. */
export interface SpriteWriter {
  begin(): void;
  /** Where the next sprites stand, m from the centre. */
  moveTo(x: number, y: number, z: number): void;
  /** Left and bottom edge in CSS px from the point; colours are 0xAABBGGRR; `pick` from `pickColour`. */
  upright(region: Region, leftPx: number, bottomPx: number, tint: number, pick?: number): void;
  pulse(region: Region, leftPx: number, bottomPx: number, tint: number): void;
  /** `along` in metres. */
  line(region: Region, widthPx: number, x: number, y: number, z: number, tint: number): void;
  /** `x, y, z` is the unit vector that the picture's top points along. */
  flat(region: Region, x: number, y: number, z: number, tint: number): void;
  /** Hands the sprites over; true where they are others than before. */
  end(): boolean;
  /** The colour by which `scene.pick` finds the object that `create` makes, once for each number. */
  pickColour(number: number, create: () => object): number;
}

export interface Sprites extends SpriteWriter {
  show: boolean;
  opacity: number;
  isStill: boolean;
  /** 0 … 1 */
  pulseAt: number;
  atlas: SpriteAtlas;
  /** What `moveTo` counts from. */
  setCentre(centre: Cartesian3): void;
  /** Sprites in the picture. */
  readonly count: number;
  update(frameState: FrameState): void;
  isDestroyed(): boolean;
  destroy(): void;
}

const WORDS = 15;
const BYTES = WORDS * 4;
const MOST = 12_288;

export function createSprites(scene: Scene, firstAtlas: SpriteAtlas): Sprites {
  const context = contextOf(scene);
  const floats = new Float32Array(MOST * WORDS);
  const words = new Uint32Array(floats.buffer);
  const shorts = new Uint16Array(floats.buffer);
  const drawn = new Uint32Array(MOST * WORDS);
  const buffer = Buffer.createVertexBuffer({
    context,
    sizeInBytes: floats.byteLength,
    usage: BufferUsage.DYNAMIC_DRAW,
  });
  const vertexArray = arrayOf(context, buffer);
  const pickIds: (PickId | undefined)[] = [];
  const pickColours: number[] = [];
  const centre = new Cartesian3();
  const up = new Cartesian3(0, 0, 1);
  const fromCentre = new Matrix4();
  const matrix = new Matrix4();
  const pixels = new Cartesian2();
  let focal = 1;
  let isGone = false;
  let count = 0;
  let at = 0;
  let [px, py, pz] = [0, 0, 0];

  const uniformMap = {
    u_matrix: () => matrix,
    u_pixels: () => pixels,
    u_ratio: () => pixelRatioOf(scene),
    u_focal: () => focal,
    u_up: () => up,
    u_isStill: () => (sprites.isStill ? 1 : 0),
    u_pulse: () => sprites.pulseAt,
    u_opacity: () => sprites.opacity,
    u_atlas: () => sprites.atlas.texture,
  };
  const renderState = RenderState.fromCache({
    depthTest: { enabled: false },
    depthMask: false,
    blending: BlendingState.PRE_MULTIPLIED_ALPHA_BLEND,
  });
  const shared = {
    vertexArray,
    renderState,
    uniformMap,
    primitiveType: PrimitiveType.TRIANGLE_STRIP,
    instanceCount: 0,
    cull: false,
  };
  const programs = [programOf(context, []), programOf(context, ['PICKING'])] as const;
  const owner = {};
  const show = new DrawCommand({
    ...shared,
    owner,
    shaderProgram: programs[0],
    pass: Pass.OVERLAY,
  });
  const pick = new DrawCommand({
    ...shared,
    owner,
    shaderProgram: programs[1],
    pass: Pass.TRANSLUCENT,
    pickOnly: true,
    pickId: 'v_pick',
  });

  function write(
    mode: number,
    region: Region,
    left: number,
    bottom: number,
    width: number,
    height: number,
    tint: number,
    pickColour: number,
  ): number {
    if (at === MOST) return -1;
    const word = at++ * WORDS;
    floats[word] = px;
    floats[word + 1] = py;
    floats[word + 2] = pz;
    floats[word + 3] = 0;
    floats[word + 4] = 0;
    floats[word + 5] = 0;
    floats[word + 6] = left;
    floats[word + 7] = bottom;
    floats[word + 8] = width;
    floats[word + 9] = height;
    shorts[2 * word + 20] = region.left;
    shorts[2 * word + 21] = region.top;
    shorts[2 * word + 22] = region.width;
    shorts[2 * word + 23] = region.height;
    words[word + 12] = tint;
    words[word + 13] = pickColour;
    floats[word + 14] = mode;
    return word;
  }

  function writeToward(word: number, x: number, y: number, z: number): void {
    if (word < 0) return;
    floats[word + 3] = x;
    floats[word + 4] = y;
    floats[word + 5] = z;
  }

  const sprites: Sprites = {
    show: true,
    opacity: 1,
    isStill: true,
    pulseAt: 0,
    atlas: firstAtlas,
    get count() {
      return count;
    },
    setCentre(next) {
      Cartesian3.clone(next, centre);
      Cartesian3.normalize(next, up);
      Matrix4.fromTranslation(next, fromCentre);
    },
    begin() {
      at = 0;
    },
    moveTo(x, y, z) {
      px = x;
      py = y;
      pz = z;
    },
    upright: (region, left, bottom, tint, pickColour = 0) => {
      write(UPRIGHT, region, left, bottom, region.widthPx, region.heightPx, tint, pickColour);
    },
    pulse: (region, left, bottom, tint) => {
      write(PULSE, region, left, bottom, region.widthPx, region.heightPx, tint, 0);
    },
    line(region, widthPx, x, y, z, tint) {
      writeToward(write(LINE, region, 0, 0, widthPx, 0, tint, 0), x, y, z);
    },
    flat(region, x, y, z, tint) {
      const { widthPx, heightPx } = region;
      writeToward(write(FLAT, region, 0, 0, widthPx, heightPx, tint, 0), x, y, z);
    },
    end() {
      const length = at * WORDS;
      const isSame = at === count && isEqual(words, drawn, length);
      if (isSame) return false;
      count = at;
      drawn.set(words.subarray(0, length));
      if (length > 0) buffer.copyFromArrayView(words.subarray(0, length));
      return true;
    },
    pickColour(number, create) {
      const known = pickColours[number];
      if (known !== undefined) return known;
      const made = context.createPickId(create());
      const colour = made.color.toRgba();
      pickIds[number] = made;
      pickColours[number] = colour;
      return colour;
    },
    update({ camera, passes, commandList }) {
      if (!sprites.show || count === 0) return;
      const { projectionMatrix } = camera.frustum as unknown as { projectionMatrix: Matrix4 };
      Matrix4.multiply(projectionMatrix, camera.viewMatrix, matrix);
      Matrix4.multiply(matrix, fromCentre, matrix);
      pixels.x = context.drawingBufferWidth;
      pixels.y = context.drawingBufferHeight;
      focal = (projectionMatrix[5] ?? 1) * 0.5 * pixels.y;
      show.instanceCount = count;
      pick.instanceCount = count;
      if (passes.pick) commandList.push(pick);
      else if (passes.render) commandList.push(show);
    },
    isDestroyed: () => isGone,
    destroy() {
      isGone = true;
      for (const one of pickIds) one?.destroy();
      for (const program of programs) program.destroy();
      vertexArray.destroy();
      sprites.atlas.destroy();
    },
  };
  return sprites;
}

type Context = ReturnType<typeof contextOf>;

function programOf(context: Context, defines: string[]): ShaderProgram {
  return ShaderProgram.fromCache({
    context,
    vertexShaderSource: new ShaderSource({ sources: [spriteVertexShader] }),
    fragmentShaderSource: new ShaderSource({ sources: [spriteFragmentShader], defines }),
    attributeLocations: attributes,
  });
}

function arrayOf(context: Context, instances: ReturnType<typeof Buffer.createVertexBuffer>) {
  const { FLOAT, UNSIGNED_BYTE, UNSIGNED_SHORT } = ComponentDatatype;
  const corners = Buffer.createVertexBuffer({
    context,
    typedArray: Float32Array.of(0, 0, 1, 0, 0, 1, 1, 1),
    usage: BufferUsage.STATIC_DRAW,
  });
  const column = (
    index: number,
    componentsPerAttribute: number,
    word: number,
    componentDatatype: ComponentDatatype = FLOAT,
  ) => ({
    index,
    vertexBuffer: instances,
    componentsPerAttribute,
    componentDatatype,
    normalize: componentDatatype !== FLOAT,
    offsetInBytes: word * 4,
    strideInBytes: BYTES,
    instanceDivisor: 1,
  });
  return new VertexArray({
    context,
    attributes: [
      {
        index: attributes.corner,
        vertexBuffer: corners,
        componentsPerAttribute: 2,
        componentDatatype: FLOAT,
      },
      column(attributes.position, 3, 0),
      column(attributes.toward, 3, 3),
      column(attributes.box, 4, 6),
      column(attributes.region, 4, 10, UNSIGNED_SHORT),
      column(attributes.tint, 4, 12, UNSIGNED_BYTE),
      column(attributes.pickColour, 4, 13, UNSIGNED_BYTE),
      column(attributes.mode, 1, 14),
    ],
  });
}

function isEqual(a: Uint32Array, b: Uint32Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false;
  return true;
}
