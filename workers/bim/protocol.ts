import type { BimModel } from '#contract/bim-model.ts';
import type { ClashNews, ClashRules, PipeSource } from '#features/bim/contract/clash.ts';
import type { Comparison, ValueChange } from '#features/bim/contract/comparison.ts';
import type { SectionCaps, SectionRequest } from '#features/bim/contract/section.ts';
import type {
  BimLook,
  ElementDetails,
  ElementSummary,
  Grouping,
  Legend,
  LiveValue,
  ModelSource,
  PartKey,
  SectionBox,
  TreeRow,
} from '#features/bim/contract.ts';
import type { Protocol } from '../port.ts';

export type { LiveValue };

/** An open model and where its elements are among all: its element e has the index `base + e`. */
export interface OpenModel {
  readonly source: ModelSource;
  readonly model: BimModel;
  readonly base: number;
  readonly count: number;
}

/** A model that could not be opened. */
export interface OpenFailure {
  readonly id: string;
  readonly reason: string;
  /** True where its server may be back later. */
  readonly isPassing: boolean;
}

export interface Paint {
  /** 4 bytes an element of all open models, by index: sRGB and flags, see `scene/feature-state.ts`. */
  readonly rgba: Uint8Array<ArrayBuffer>;
  readonly legend: Legend | undefined;
  readonly shown: number;
  readonly total: number;
}

/** Geometry of elements as the tiles hold it, merged, in the model's frame (m, z up). */
export interface ElementMesh {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly normals: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
  /** Element of each corner: index with base. */
  readonly elements: Uint32Array<ArrayBuffer>;
  /** sRGB and opacity, 4 bytes a corner. */
  readonly rgba: Uint8Array<ArrayBuffer>;
  /** Pairs of corners of hard edges in `positions`. */
  readonly edges: Uint32Array<ArrayBuffer>;
}

/** A part as the close look shows it. */
export interface CloseScene {
  readonly model: string;
  /** What the part is called. */
  readonly title: string;
  readonly mesh: ElementMesh;
  /** Tree of boxes over the triangles, as three-mesh-bvh serialises its roots; none where there is no triangle. */
  readonly tree: readonly ArrayBuffer[];
  /** Storeys that the part reaches into, from below; elevations in the model's frame, m. */
  readonly storeys: readonly {
    readonly name: string;
    readonly elevationM: number;
    readonly heightM: number;
  }[];
  /** Elements that a person walks through: doors, spaces, openings; by index, ascending. */
  readonly passable: Uint32Array<ArrayBuffer>;
}

export interface ElementHit {
  readonly index: number;
  readonly model: string;
  readonly globalId: string;
  readonly title: string;
  readonly detail: string;
  /** Middle of its geometry (rad, m above the ellipsoid) and radius, m; undefined where it has none. */
  readonly at?:
    | {
        readonly longitude: number;
        readonly latitude: number;
        readonly heightM: number;
        readonly radiusM: number;
      }
    | undefined;
}

/** In the model's frame, m. */
export interface ModelBox extends SectionBox {
  readonly model: string;
}

export interface PropertyKey {
  readonly set: string;
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean' | 'logical';
  readonly unit: string;
  /** Elements that have it. */
  readonly count: number;
}

export interface BimProtocol extends Protocol {
  readonly calls: {
    /** Opens these models and closes all others; the order gives the bases. */
    readonly open: { params: readonly ModelSource[]; result: readonly OpenModel[] };
    /** Models that the latest `open` left out, and why. */
    readonly failures: { params: Record<never, never>; result: readonly OpenFailure[] };
    readonly tree: {
      params: {
        readonly grouping: Grouping;
        readonly parent: PartKey | undefined;
        readonly look: BimLook;
        /** Only rows whose element, or one below, matches. */
        readonly query?: string | undefined;
      };
      result: readonly TreeRow[];
    };
    readonly search: {
      params: { readonly query: string; readonly limit: number };
      result: readonly ElementHit[];
    };
    readonly describe: { params: { readonly index: number }; result: ElementDetails | undefined };
    readonly find: {
      params: { readonly model: string; readonly globalId: string };
      result: number | undefined;
    };
    readonly keys: { params: Record<never, never>; result: readonly PropertyKey[] };
    readonly paint: {
      params: { readonly look: BimLook; readonly live: readonly LiveValue[] };
      result: Paint;
    };
    /** Elements that are seen and whose middle lies inside the polygon of longitude, latitude pairs (rad). */
    readonly findInside: {
      params: {
        readonly polygon: readonly (readonly [number, number])[];
        readonly look: BimLook;
      };
      result: readonly { readonly index: number; readonly id: string }[];
    };
    /** Elements of a part that have a mesh, by index, ascending. */
    readonly elementsOf: { params: { readonly parts: readonly PartKey[] }; result: Uint32Array };
    /** `<model>/<GlobalId>` of elements in the order asked; empty where there is none. */
    readonly identify: {
      params: { readonly indices: readonly number[] | Uint32Array };
      result: readonly string[];
    };
    /** Where parts are, a box for each model that has some of their geometry. */
    readonly bounds: {
      params: { readonly parts: readonly PartKey[] };
      result: readonly ModelBox[];
    };
    readonly summarise: {
      params: { readonly indices: readonly number[] | Uint32Array };
      result: ElementSummary;
    };
    /** The geometry of a part; loads the tiles it needs. */
    readonly mesh: { params: { readonly parts: readonly PartKey[] }; result: ElementMesh };
    /** The surfaces that planes lay open; loads the tiles that they go through. */
    readonly section: { params: SectionRequest; result: SectionCaps };
    readonly closeLook: { params: { readonly part: PartKey }; result: CloseScene };
    /** Holds two open models against each other by GlobalId; kept for colours and parts until the next one. */
    readonly compare: {
      params: { readonly before: string; readonly after: string };
      result: Comparison;
    };
    /** Which values of these pairs of elements (by index) differ, pair by pair. */
    readonly valueChanges: {
      params: { readonly pairs: readonly (readonly [before: number, after: number])[] };
      result: readonly (readonly ValueChange[])[];
    };
  };
  readonly streams: {
    /** Looks for clashes until all pairs are looked at or the reader leaves. */
    readonly clashes: {
      params: { readonly rules: ClashRules; readonly pipes: readonly PipeSource[] };
      item: ClashNews;
    };
  };
}
