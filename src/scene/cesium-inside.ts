// What is private in Cesium 1.145 and used by primitives of our own: exported, but not in its types. The version
// is pinned; the browser tests of the layers that draw with it fail when an upgrade changes it.

import type { BoundingSphere, Camera, Intersect, Scene } from 'cesium';

declare module 'cesium' {
  export interface GpuContext {
    readonly drawingBufferWidth: number;
    readonly drawingBufferHeight: number;
    createPickId(object: object): PickId;
  }
  export interface PickId {
    readonly color: { toRgba(): number };
    destroy(): void;
  }
  export interface GpuBuffer {
    /** False where its owner destroys it, since several vertex arrays read it. */
    vertexArrayDestroyable: boolean;
    copyFromArrayView(view: ArrayBufferView, offsetInBytes?: number): void;
    destroy(): void;
  }
  export const Buffer: {
    createVertexBuffer(options: {
      readonly context: GpuContext;
      readonly typedArray?: ArrayBufferView;
      readonly sizeInBytes?: number;
      readonly usage: number;
    }): GpuBuffer;
    createIndexBuffer(options: {
      readonly context: GpuContext;
      readonly typedArray: Uint32Array;
      readonly usage: number;
      readonly indexDatatype: number;
    }): GpuBuffer;
  };
  export const BufferUsage: { readonly STATIC_DRAW: number; readonly DYNAMIC_DRAW: number };
  export interface VertexAttribute {
    readonly index: number;
    readonly vertexBuffer: GpuBuffer;
    readonly componentsPerAttribute: number;
    readonly componentDatatype: ComponentDatatype;
    readonly normalize?: boolean;
    readonly offsetInBytes?: number;
    readonly strideInBytes?: number;
    readonly instanceDivisor?: number;
  }
  export class VertexArray {
    constructor(options: {
      readonly context: GpuContext;
      readonly attributes: readonly VertexAttribute[];
      readonly indexBuffer?: GpuBuffer;
    });
    /** Destroys its buffers as well. */
    destroy(): void;
  }
  export class ShaderSource {
    constructor(options: { readonly sources: string[]; readonly defines?: string[] });
  }
  export class ShaderProgram {
    static fromCache(options: {
      readonly context: GpuContext;
      readonly vertexShaderSource: ShaderSource;
      readonly fragmentShaderSource: ShaderSource;
      readonly attributeLocations: Readonly<Record<string, number>>;
    }): ShaderProgram;
    destroy(): void;
  }
  export class Sampler {
    constructor(options: {
      readonly minificationFilter: TextureMinificationFilter;
      readonly magnificationFilter: TextureMagnificationFilter;
      /** Clamped to the edge where absent. */
      readonly wrapS?: number;
      readonly wrapT?: number;
    });
  }
  export const TextureWrap: { readonly REPEAT: number };
  export interface PixelSource {
    readonly width: number;
    readonly height: number;
    readonly arrayBufferView: ArrayBufferView;
  }
  export class Texture {
    constructor(options: {
      readonly context: GpuContext;
      readonly width: number;
      readonly height: number;
      readonly pixelFormat: PixelFormat;
      readonly pixelDatatype?: PixelDatatype;
      readonly flipY: boolean;
      readonly preMultiplyAlpha?: boolean;
      readonly sampler: Sampler;
      readonly source?: PixelSource;
    });
    copyFrom(options: {
      readonly xOffset?: number;
      readonly yOffset?: number;
      readonly source: HTMLCanvasElement | OffscreenCanvas | PixelSource;
    }): void;
    destroy(): void;
  }
  export interface BoundingVolume {
    distanceSquaredTo(point: Cartesian3): number;
    computePlaneDistances(position: Cartesian3, direction: Cartesian3, result: Interval): Interval;
  }
  export interface Interval {
    start: number;
    stop: number;
  }
  export const RenderState: { fromCache(state: object): object };
  export const Pass: {
    readonly TERRAIN_CLASSIFICATION: number;
    readonly OPAQUE: number;
    readonly TRANSLUCENT: number;
    readonly OVERLAY: number;
  };
  export class DrawCommand {
    constructor(options: {
      readonly owner: object;
      readonly vertexArray: VertexArray;
      readonly shaderProgram: ShaderProgram;
      readonly renderState: object;
      readonly uniformMap: Readonly<Record<string, () => unknown>>;
      readonly primitiveType: PrimitiveType;
      readonly pass: number;
      readonly instanceCount?: number;
      readonly cull: boolean;
      readonly modelMatrix?: Matrix4;
      readonly boundingVolume?: BoundingVolume;
      readonly pickOnly?: boolean;
      readonly pickId?: string;
    });
    instanceCount: number;
    modelMatrix: Matrix4;
    boundingVolume: BoundingVolume;
  }
}

/** What a primitive is given when its commands are wanted. */
export interface FrameState {
  readonly camera: Camera;
  readonly passes: { readonly render: boolean; readonly pick: boolean };
  readonly commandList: { push(command: object): void };
  /** Of the picture, or of the few pixels that are picked. */
  readonly cullingVolume: { computeVisibility(volume: BoundingSphere): Intersect };
}

interface SceneInside {
  readonly context: import('cesium').GpuContext;
  readonly pixelRatio: number;
}

export const contextOf = (scene: Scene) => (scene as Scene & SceneInside).context;
export const pixelRatioOf = (scene: Scene) => (scene as Scene & SceneInside).pixelRatio;
