import type {
  CoverFrame,
  Dispatch,
  ResponseLack,
  StationAtWork,
  WaterAtBuilding,
  WaterShortfall,
} from '#features/fire/contract/response.ts';
import type { PlaceDeg, RingsDeg } from '#features/fire/contract.ts';
import type { HydrantDraw, HydrantReport, KnownHydrant } from '#model/hydrant-flow.ts';
import type { RoadClosures } from '#model/road-closures.ts';
import type { Protocol } from '../port.ts';
import type { TownFiles } from '../town/client.ts';

/** A stand-by place that a person tries. */
export interface StandBy {
  readonly id: string;
  readonly name: string;
  readonly at: PlaceDeg;
  readonly engines: number;
}

/** What the roads and stations are like: every answer counts with all of it. */
export interface ResponseWish {
  /** Closures count whose window holds this moment. */
  readonly atMs: number;
  readonly added: readonly StandBy[];
  /** Ids of stations and streets that a person closed. */
  readonly closedStations: readonly string[];
  readonly closedStreets: readonly string[];
  readonly closures: readonly RoadClosures[];
}

export interface OpenedTown {
  readonly streets: number;
  readonly nodes: number;
  readonly buildings: number;
  readonly stations: readonly StationAtWork[];
  readonly lacks: readonly ResponseLack[];
  readonly elapsedMs: number;
}

/** `standard` says which limit counts; `by` what each building weighs. */
export interface PlaceWish extends ResponseWish {
  readonly standard: 'NFPA 1710' | 'GB 51080';
  readonly by: 'buildings' | 'people';
  readonly most: number;
}

export interface PlaceRow {
  readonly at: PlaceDeg;
  /** Streets that meet there. */
  readonly name: string;
  /** Weight that only this place reaches within the limit. */
  readonly gained: number;
  /** Share of all weight within the limit, as it is and with this place. */
  readonly before: number;
  readonly after: number;
}

export type PlaceNews =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly rows: readonly PlaceRow[]; readonly elapsedMs: number };

/** Buildings by their city-wide index. */
export interface FireResponseProtocol extends Protocol {
  readonly calls: {
    /** Reads the city in the place of what was open. */
    readonly open: { params: { readonly city: TownFiles }; result: OpenedTown };
    readonly cover: { params: ResponseWish; result: CoverFrame };
    readonly dispatch: { params: ResponseWish & { readonly building: number }; result: Dispatch };
    /**
     * Streets (ids) that what burns closes: too hot in the middle of the street, or inside one of the zones. Burning
     * buildings by their city-wide indices.
     */
    readonly blocked: {
      params: {
        readonly burning: Uint32Array;
        readonly heatKW: Float32Array;
        readonly zones: readonly RingsDeg[];
      };
      result: { readonly streets: readonly string[] };
    };
    /** The street that is nearest to a place, within 100 m. */
    readonly streetAt: {
      params: { readonly at: PlaceDeg };
      result: { readonly id: string; readonly name: string } | undefined;
    };
    /** Hydrants that the other calls know from now on. */
    readonly hydrants: {
      params: { readonly hydrants: readonly KnownHydrant[] };
      result: undefined;
    };
    /** Sets of hydrants in reach of a building, one a standard, the nearest first. */
    readonly reach: {
      params: { readonly building: number };
      result: {
        readonly sets: readonly {
          readonly standard: WaterAtBuilding['needs'][number]['standard'];
          readonly hydrants: readonly string[];
          /** What one of them counts with at most. */
          readonly mostM3s: number;
        }[];
      };
    };
    /** Need, supply and shortfall; draws by standard where the solver gave them together. */
    readonly water: {
      params: {
        readonly building: number;
        readonly atMs: number;
        readonly report: HydrantReport | undefined;
        readonly draws: Readonly<Record<string, HydrantDraw>>;
        readonly isSolving: boolean;
        readonly problem: string | undefined;
      };
      result: WaterAtBuilding;
    };
    /** Shortfall of every building, by GB 50974 and hydrants in reach, with what reports have solved so far. */
    readonly shortfall: { params: { readonly build: string }; result: WaterShortfall };
  };
  readonly streams: {
    /** Where one more station would help most; leaving the loop stops it. */
    readonly places: { params: PlaceWish; item: PlaceNews };
  };
}
