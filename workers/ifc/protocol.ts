import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { CityManifest } from '#contract/city-package.ts';
import type { IfcStage } from '#conversion/ifc/convert-ifc.ts';
import type { GeoidGrid } from '#model/geoid.ts';
import type { Protocol } from '../port.ts';

export interface IfcRequest {
  /** As dropped: gzip and IFCZIP are unpacked here. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
  /** Of the package that is made; the model in it has the same without `dropped-`. */
  readonly id: string;
  readonly name: string;
  /** Reference system of the open city. */
  readonly cityCrs?: string | undefined;
  /** Whether somebody answers where the ground is asked for. */
  readonly hasGround?: boolean | undefined;
  /** Where to put what says nowhere; heights above the ellipsoid. */
  readonly fallback?:
    | { readonly longitudeDeg: number; readonly latitudeDeg: number; readonly heightM: number }
    | undefined;
}

export type IfcStep =
  /** `done` of `total`; both start again with each stage. */
  | {
      readonly kind: 'progress';
      readonly stage: IfcStage;
      readonly done: number;
      readonly total: number;
    }
  /** What has been read so far, each time all of it. */
  | {
      readonly kind: 'look';
      readonly glb: Uint8Array<ArrayBuffer>;
      readonly placement: StoredPlacement;
    }
  /** Asks how high the ground lies there; the stream goes on after the call `ground`. */
  | { readonly kind: 'ground'; readonly longitudeDeg: number; readonly latitudeDeg: number }
  | {
      readonly kind: 'model';
      readonly manifest: CityManifest;
      /** The package but for city.json, by path. */
      readonly files: readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[];
      readonly model: BimModel;
    };

export interface IfcProtocol extends Protocol {
  readonly calls: {
    /** Fetches and starts the engine, before there is a file for it. */
    readonly prepare: { params: Record<never, never>; result: undefined };
    /** The geoid for whoever places a model by hand: its table is in this worker already and weighs as much as the app. */
    readonly geoid: { params: Record<never, never>; result: GeoidGrid };
    /** The answer, m above the ellipsoid; undefined where nobody knows. */
    readonly ground: { params: { readonly heightM: number | undefined }; result: undefined };
  };
  readonly streams: {
    readonly convert: { params: IfcRequest; item: IfcStep };
  };
}
