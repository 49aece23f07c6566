// What globe, session and panel say to each other while a person places a model; all by `scene/frames.ts`.

import type { StoredPlacement } from '#contract/bim-model.ts';

/** Channel on which the globe says where a person dragged or turned the model: a `PlacingGesture`. */
export const BIM_GESTURE = 'bim/gesture';

export interface PlacingGesture {
  readonly model: string;
  readonly draft: StoredPlacement;
}

/** Channel on which the globe says how high the ground lies under the model being placed: a `GroundUnder`. */
export const BIM_GROUND = 'bim/ground';

export interface GroundUnder {
  readonly model: string;
  /** The placement that it was asked for. */
  readonly draft: StoredPlacement;
  /** Under the middle of the model's foot, above the ellipsoid. */
  readonly heightM: number;
  /** Under its foot and its corners. */
  readonly leastM: number;
  readonly greatestM: number;
}
