// What all tiles of pipes share on the graphics card: meshes, programs, render states.

import {
  Buffer,
  BufferUsage,
  IndexDatatype,
  RenderState,
  type Scene,
  ShaderProgram,
  ShaderSource,
} from 'cesium';
import { contextOf, type FrameState } from './cesium-inside.ts';
import { type PipeMesh, ribbonMesh, thingMesh, tubeMesh } from './pipe-meshes.ts';
import { LYING_RINGS, STANDING_RINGS } from './pipe-profiles.ts';
import { pieceAttributes, pieceFragmentShader, pieceVertexShader } from './pipe-shader.ts';
import { thingAttributes, thingFragmentShader, thingVertexShader } from './pipe-thing-shader.ts';

/** From afar to near by: strips, tubes, tubes with round ends; things with few and with many sides. */
export const forms = ['ribbon', 'tube', 'capsule', 'plainThing', 'thing'] as const;
export type Form = (typeof forms)[number];
/** On the surface or in the open; below the ground and seen through it. */
export const views = ['open', 'xray'] as const;
export type View = (typeof views)[number];

export interface PipeKit {
  readonly context: ReturnType<typeof contextOf>;
  readonly meshes: Readonly<Record<Form, MeshBuffers>>;
  programOf(form: Form, view: View): ShaderProgram;
  readonly renderStates: Readonly<Record<View, object>>;
  /** Destroys what it made; tiles come first. */
  destroy(): void;
}

export interface MeshBuffers {
  readonly corners: ReturnType<typeof Buffer.createVertexBuffer>;
  readonly indices: ReturnType<typeof Buffer.createIndexBuffer>;
}

export type { FrameState };

export const isThing = (form: Form): boolean => form === 'thing' || form === 'plainThing';

export function createPipeKit(scene: Scene): PipeKit {
  const context = contextOf(scene);
  const rings = LYING_RINGS + STANDING_RINGS;
  const meshes = {
    ribbon: upload(context, ribbonMesh),
    tube: upload(context, tubeMesh(8, false)),
    capsule: upload(context, tubeMesh(12, true)),
    plainThing: upload(context, thingMesh(8, rings)),
    thing: upload(context, thingMesh(16, rings)),
  };
  const programs = new Map<string, ShaderProgram>();
  const shared = { cull: { enabled: true } };
  return {
    context,
    meshes,
    renderStates: {
      open: RenderState.fromCache({ ...shared, depthTest: { enabled: true }, depthMask: true }),
      // Right after the ground and before buildings, which then cover it: it needs no depth, since pieces are
      // drawn from the lowest up.
      xray: RenderState.fromCache({ ...shared, depthTest: { enabled: false }, depthMask: false }),
    },
    programOf(form, view) {
      const kind = isThing(form) ? 'thing' : form === 'ribbon' ? 'ribbon' : 'tube';
      const key = `${kind} ${view}`;
      let program = programs.get(key);
      if (!program) {
        const defines = [
          ...(kind === 'ribbon' ? ['RIBBON'] : []),
          ...(view === 'xray' ? ['XRAY'] : []),
        ];
        const [vertex, fragment, attributeLocations] =
          kind === 'thing'
            ? [thingVertexShader, thingFragmentShader, thingAttributes]
            : [pieceVertexShader, pieceFragmentShader, pieceAttributes];
        program = ShaderProgram.fromCache({
          context,
          vertexShaderSource: new ShaderSource({ sources: [vertex], defines }),
          fragmentShaderSource: new ShaderSource({ sources: [fragment], defines }),
          attributeLocations,
        });
        programs.set(key, program);
      }
      return program;
    },
    destroy() {
      for (const program of programs.values()) program.destroy();
      for (const { corners, indices } of Object.values(meshes)) {
        corners.destroy();
        indices.destroy();
      }
    },
  };
}

function upload(context: ReturnType<typeof contextOf>, mesh: PipeMesh): MeshBuffers {
  const corners = Buffer.createVertexBuffer({
    context,
    typedArray: mesh.corners,
    usage: BufferUsage.STATIC_DRAW,
  });
  const indices = Buffer.createIndexBuffer({
    context,
    typedArray: mesh.indices,
    usage: BufferUsage.STATIC_DRAW,
    indexDatatype: IndexDatatype.UNSIGNED_INT,
  });
  corners.vertexArrayDestroyable = false;
  indices.vertexArrayDestroyable = false;
  return { corners, indices };
}
