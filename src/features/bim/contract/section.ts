// What travels for the surfaces where planes cut a model.

import type { BimLook, SectionPlane } from '../contract.ts';

export interface SectionRequest {
  readonly model: string;
  /** In the model's frame, m; what lies on the side of a normal is taken away. Normals have length 1. */
  readonly planes: readonly SectionPlane[];
  /** How far each storey is lifted, from below, m. */
  readonly liftsM: readonly number[];
}

/** Triangles in the model's frame, lifted as asked. */
export interface SectionCaps {
  /** x, y, z, m. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Two coordinates in the plane, m, that hatching runs along. */
  readonly hatch: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
  /** Row of the element of each corner. */
  readonly elements: Uint32Array<ArrayBuffer>;
  /** sRGB of the material, and 255. */
  readonly rgba: Uint8Array<ArrayBuffer>;
  /** GlobalIds of the elements by their rows. */
  readonly globalIds: ReadonlyMap<number, string>;
}

/** Channel of `scene/frames.ts` on which the globe says where a person dragged planes and box. */
export const BIM_SECTION_GESTURE = 'bim/section-gesture';

export type SectionGesture = Pick<BimLook, 'planes' | 'box'>;
