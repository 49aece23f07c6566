// What fire's primitives have in common: programs, render states, meshes, and the size of a pixel.

import {
  BlendingState,
  BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  Cartesian4,
  ComponentDatatype,
  CullFace,
  DrawCommand,
  type GpuBuffer,
  IndexDatatype,
  type Matrix4,
  Pass,
  type PerspectiveFrustum,
  type PickId,
  PrimitiveType,
  RenderState,
  type Scene,
  ShaderProgram,
  ShaderSource,
  VertexArray,
  type VertexAttribute,
} from 'cesium';
import { contextOf, type FrameState, pixelRatioOf } from './cesium-inside.ts';

/** Both stages read the depth that was drawn and write none. */
export function fireProgram(
  scene: Scene,
  vertex: string,
  fragment: string,
  attributeLocations: Readonly<Record<string, number>>,
): ShaderProgram {
  return ShaderProgram.fromCache({
    context: contextOf(scene),
    vertexShaderSource: new ShaderSource({ sources: [vertex] }),
    fragmentShaderSource: new ShaderSource({
      sources: [fragment],
      defines: ['LOG_DEPTH_READ_ONLY'],
    }),
    attributeLocations,
  });
}

/** `far`: only the far sides of boxes; `both`: whatever way it faces. */
export const fireState = (sides: 'far' | 'both'): object =>
  RenderState.fromCache({
    depthTest: { enabled: false },
    depthMask: false,
    cull: { enabled: sides === 'far', face: CullFace.FRONT },
    blending: BlendingState.ALPHA_BLEND,
  });

/** A mesh of `floats` a corner at attribute 0; `instances` hold the columns of what is drawn with it. */
export function fireMesh(
  scene: Scene,
  mesh: { readonly corners: Float32Array; readonly indices: Uint32Array; readonly floats: number },
  instances?: {
    readonly buffer: GpuBuffer;
    readonly columns: readonly { readonly index: number; readonly floats: number }[];
  },
): VertexArray {
  const context = contextOf(scene);
  const attributes: VertexAttribute[] = [
    {
      index: 0,
      vertexBuffer: Buffer.createVertexBuffer({
        context,
        typedArray: mesh.corners,
        usage: BufferUsage.STATIC_DRAW,
      }),
      componentsPerAttribute: mesh.floats,
      componentDatatype: ComponentDatatype.FLOAT,
    },
  ];
  if (instances) {
    const stride = instances.columns.reduce((sum, { floats }) => sum + floats, 0) * 4;
    let offset = 0;
    for (const { index, floats } of instances.columns) {
      attributes.push({
        index,
        vertexBuffer: instances.buffer,
        componentsPerAttribute: floats,
        componentDatatype: ComponentDatatype.FLOAT,
        offsetInBytes: offset,
        strideInBytes: stride,
        instanceDivisor: 1,
      });
      offset += floats * 4;
    }
  }
  return new VertexArray({
    context,
    attributes,
    indexBuffer: Buffer.createIndexBuffer({
      context,
      typedArray: mesh.indices,
      usage: BufferUsage.STATIC_DRAW,
      indexDatatype: IndexDatatype.UNSIGNED_INT,
    }),
  });
}

export interface GroundBox {
  readonly owner: object;
  readonly mesh: VertexArray;
  readonly program: ShaderProgram;
  readonly uniforms: Readonly<Record<string, () => unknown>>;
  /** From the plane that its corners are in to the Earth. */
  readonly modelMatrix: Matrix4;
  readonly sphere: BoundingSphere;
  /** Uniform that holds what a pick reads; nothing is picked where absent. */
  readonly pickId?: string;
}

/** Draws the far sides of a box over whatever ground lies inside it. */
export const groundBox = ({ owner, mesh, program, uniforms, sphere, ...box }: GroundBox) =>
  new DrawCommand({
    ...{ owner, vertexArray: mesh, shaderProgram: program, uniformMap: uniforms },
    renderState: fireState('far'),
    primitiveType: PrimitiveType.TRIANGLES,
    pass: Pass.TERRAIN_CLASSIFICATION,
    cull: true,
    boundingVolume: sphere,
    ...box,
  });

/** The sphere around a box of the plane, on the Earth. */
export function sphereOfBox(
  least: Cartesian3,
  greatest: Cartesian3,
  modelMatrix: Matrix4,
): BoundingSphere {
  const middle = Cartesian3.midpoint(least, greatest, new Cartesian3());
  const radius = Cartesian3.distance(least, greatest) / 2;
  return BoundingSphere.transform(new BoundingSphere(middle, radius), modelMatrix);
}

/** A square, −1 … 1. */
export const square = {
  corners: Float32Array.of(-1, -1, 1, -1, 1, 1, -1, 1),
  indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  floats: 2,
} as const;

export function instanceBuffer(scene: Scene, rows: Float32Array): GpuBuffer {
  return Buffer.createVertexBuffer({
    context: contextOf(scene),
    typedArray: rows,
    usage: BufferUsage.DYNAMIC_DRAW,
  });
}

/** What `scene.pick` reads back as `owner`, as the shader writes it. */
export function pickColour(pickId: PickId): Cartesian4 {
  const packed = pickId.color.toRgba();
  const byte = (shift: number) => ((packed >>> shift) & 255) / 255;
  return new Cartesian4(byte(0), byte(8), byte(16), byte(24));
}

/** Width of a CSS pixel at one metre from the eye, m. */
export function pixelAtOneMetre(scene: Scene, { camera }: Pick<FrameState, 'camera'>): number {
  const { fovy } = camera.frustum as PerspectiveFrustum;
  const height = contextOf(scene).drawingBufferHeight;
  return (2 * Math.tan((fovy ?? 1) / 2) * pixelRatioOf(scene)) / Math.max(1, height);
}
