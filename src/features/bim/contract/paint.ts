// What travels from the worker to the globe: how each element looks.

import type { StoredPlacement } from '#contract/bim-model.ts';
import type { SectionBox } from '../contract.ts';
import type { SectionCaps } from './section.ts';

/** Bits of the fourth byte of an element's entry in the RGBA table. The first three are sRGB. */
export const VISIBLE = 1;
export const COLOURED = 2;
/** Bit 2 is the layer's own (selected). */
export const GHOST = 8;
/** Geometry of a room: glass. Selected it shows even where it is not visible. */
export const SPACE = 16;

/** What `frames` carries on channel `bim`, the id of the feature. */
export interface BimFrame {
  readonly models: readonly PaintedModel[];
  /** Four bytes an element of all models, by index. */
  readonly rgba: Uint8Array;
  /** Surfaces that sections lay open, by the id of their model; another object where any of them is another. */
  readonly caps: ReadonlyMap<string, SectionCaps>;
}

export interface PaintedModel {
  readonly id: string;
  readonly name: string;
  /** Absolute address of its tileset.json. */
  readonly tileset: string;
  /** Indices of its elements: from `base`, `count` of them. */
  readonly base: number;
  readonly count: number;
  /** Where its tiles were made to stand. */
  readonly original: StoredPlacement;
  /** Where each reading of its file says that it stands. */
  readonly readings: Readonly<Partial<Record<string, StoredPlacement>>>;
  /** Of all its geometry, in its frame, m. */
  readonly bounds: SectionBox;
  /** What of the ground its basement needs, in its frame, m; undefined where it has none. */
  readonly basement?: SectionBox | undefined;
  /** From below; `id` is `<model>/<GlobalId>`, the floor's height is in the model's frame, m. */
  readonly storeys: readonly { readonly id: string; readonly elevationM: number }[];
}
