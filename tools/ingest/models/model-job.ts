// What the ingest hands to the thread of one building model, and gets back.

import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { IfcStage, ModelStand } from '#conversion/ifc/convert-ifc.ts';
import type { IfcSystems } from '#conversion/networks/ifc/read-ifc-systems.ts';
import type { GeoidGrid } from '#model/geoid.ts';
import type { ThreadFailure } from '../thread-job.ts';

export interface ModelJob {
  readonly path: string;
  /** As the person gave it. */
  readonly file: string;
  readonly id: string;
  readonly name: string | undefined;
  readonly crs: string | undefined;
  readonly cityCrs: string | undefined;
  readonly given: StoredPlacement | undefined;
  readonly fallback:
    | { readonly longitudeDeg: number; readonly latitudeDeg: number; readonly heightM: number }
    | undefined;
  readonly geoid: GeoidGrid;
  /** Tiles for readers without meshopt where false; packed by default. */
  readonly isCompressed?: boolean;
  /** Whether its distribution systems become networks, too. */
  readonly withSystems?: boolean | undefined;
  /** Where its files go; undefined: they are not kept. */
  readonly outFolder: string | undefined;
}

/** What the thread hears after its job: the ground where it asked. */
export interface GroundAnswer {
  readonly heightM: number | undefined;
}

export interface ConvertedModel {
  readonly model: BimModel;
  readonly boundsDeg: readonly [number, number, number, number];
  readonly heightM: readonly [number, number];
  /** Hash of all its files. */
  readonly fingerprint: string;
  readonly sizes: { readonly raw: number; readonly gzip: number; readonly brotli: number };
  readonly tiles: number;
  readonly systems: IfcSystems;
}

/** What the thread says at the end: its files went before, this is the rest. */
export type ModelOutcome = Omit<ConvertedModel, 'fingerprint' | 'sizes' | 'tiles'> & {
  /** In the order of the fingerprint. */
  readonly names: readonly string[];
};

export type ModelMessage =
  | {
      readonly kind: 'progress';
      readonly stage: IfcStage;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'stand'; readonly stand: ModelStand }
  /** Asks for the ground and waits for a `GroundAnswer`. */
  | { readonly kind: 'ground'; readonly longitudeDeg: number; readonly latitudeDeg: number }
  /** One of its files; its bytes are handed over. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly outcome: ModelOutcome }
  | { readonly kind: 'failed'; readonly failure: ThreadFailure };
