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
  type Interval,
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
import { contextOf, type FrameState, pixelRatioOf } from '#scene/cesium-inside.ts';
import type { SpriteAtlas } from './sprite-atlas.ts';
import {
  columns,
  createSpriteBuffer,
  MOST_SPRITES,
  ROW_WORDS,
  type SpriteWriter,
} from './sprite-buffer.ts';
import { attributes, spriteFragmentShader, spriteVertexShader } from './sprite-shader.ts';

export interface Sprites extends SpriteWriter {
  show: boolean;
  opacity: number;
  isStill: boolean;
  /** 0 … 1 */
  pulseAt: number;
  atlas: SpriteAtlas;
  /** The colour by which `scene.pick` finds the object that `create` makes, once for each number. */
  pickColour(number: number, create: () => object): number;
  /** What `moveTo` counts from. */
  setCentre(centre: Cartesian3): void;
  /** Sprites in the picture. */
  readonly count: number;
  update(frameState: FrameState): void;
  isDestroyed(): boolean;
  destroy(): void;
}

const ROW_BYTES = ROW_WORDS * 4;

export function createSprites(scene: Scene, firstAtlas: SpriteAtlas): Sprites {
  const context = contextOf(scene);
  const writer = createSpriteBuffer();
  const buffer = Buffer.createVertexBuffer({
    context,
    sizeInBytes: MOST_SPRITES * ROW_BYTES,
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
    boundingVolume: everywhere,
    pickOnly: true,
    pickId: 'v_pick',
  });

  const sprites: Sprites = {
    ...writer,
    show: true,
    opacity: 1,
    isStill: true,
    pulseAt: 0,
    atlas: firstAtlas,
    get count() {
      return writer.count;
    },
    setCentre(next) {
      Cartesian3.clone(next, centre);
      Cartesian3.normalize(next, up);
      Matrix4.fromTranslation(next, fromCentre);
    },
    end() {
      const isOther = writer.end();
      if (isOther && writer.count > 0) buffer.copyFromArrayView(writer.rows);
      return isOther;
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
      const { count } = writer;
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

/** Cesium sorts what is translucent: a thing without a place would stop it, and the farthest is found first. */
const everywhere = {
  distanceSquaredTo: () => Number.MAX_VALUE,
  computePlaneDistances: (_position: Cartesian3, _direction: Cartesian3, result: Interval) => {
    result.start = 1;
    result.stop = 1e6;
    return result;
  },
};

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
    strideInBytes: ROW_BYTES,
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
      column(attributes.position, 3, columns.position),
      column(attributes.toward, 3, columns.toward),
      column(attributes.box, 4, columns.box),
      column(attributes.region, 4, columns.region, UNSIGNED_SHORT),
      column(attributes.tint, 4, columns.tint, UNSIGNED_BYTE),
      column(attributes.pickColour, 4, columns.pickColour, UNSIGNED_BYTE),
      column(attributes.mode, 1, columns.mode),
    ],
  });
}
