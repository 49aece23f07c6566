// What all tiles of floods share on the graphics card: meshes, program, render state, noise.

import {
  BlendingState,
  Buffer,
  BufferUsage,
  ComponentDatatype,
  IndexDatatype,
  RenderState,
  type Scene,
  ShaderProgram,
  ShaderSource,
  type Texture,
  VertexArray,
} from 'cesium';
import { contextOf } from './cesium-inside.ts';
import { floodMesh, type MeshStep } from './flood-mesh.ts';
import { floodFragmentShader } from './flood-paint-shader.ts';
import { floodAttributes, floodVertexShader } from './flood-shader.ts';
import { noiseTexture } from './flood-textures.ts';

export interface FloodKit {
  readonly program: ShaderProgram;
  readonly renderState: object;
  readonly noise: Texture;
  meshOf(step: MeshStep): VertexArray;
  destroy(): void;
}

export function createFloodKit(scene: Scene): FloodKit {
  const context = contextOf(scene);
  const meshes = new Map<MeshStep, VertexArray>();
  const program = ShaderProgram.fromCache({
    context,
    vertexShaderSource: new ShaderSource({ sources: [floodVertexShader] }),
    fragmentShaderSource: new ShaderSource({ sources: [floodFragmentShader] }),
    attributeLocations: floodAttributes,
  });
  const noise = noiseTexture(scene);
  return {
    program,
    noise,
    renderState: RenderState.fromCache({
      depthTest: { enabled: true },
      depthMask: false,
      cull: { enabled: false },
      blending: BlendingState.ALPHA_BLEND,
    }),
    meshOf(step) {
      let mesh = meshes.get(step);
      if (!mesh) {
        const { corners, indices } = floodMesh(step);
        mesh = new VertexArray({
          context,
          attributes: [
            {
              index: floodAttributes.corner,
              vertexBuffer: Buffer.createVertexBuffer({
                context,
                typedArray: corners,
                usage: BufferUsage.STATIC_DRAW,
              }),
              componentsPerAttribute: 2,
              componentDatatype: ComponentDatatype.FLOAT,
            },
          ],
          indexBuffer: Buffer.createIndexBuffer({
            context,
            typedArray: indices,
            usage: BufferUsage.STATIC_DRAW,
            indexDatatype: IndexDatatype.UNSIGNED_INT,
          }),
        });
        meshes.set(step, mesh);
      }
      return mesh;
    },
    destroy() {
      program.destroy();
      noise.destroy();
      for (const mesh of meshes.values()) mesh.destroy();
    },
  };
}
