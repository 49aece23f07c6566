import type { BuildingsLayer } from '#contract/city-package.ts';
import type {
  BuildingDetails,
  Facet,
  Filter,
  Histogram,
  Legend,
  Loading,
  Look,
  SelectionStatistics,
} from '#features/city/contract.ts';
import type { CountedBuilding } from '#model/building-numbers.ts';
import type { Protocol } from '../port.ts';

export interface CityProtocol extends Protocol {
  readonly calls: {
    /** Comes before any other call. One worker serves one build of one city. */
    readonly open: { params: OpenParams; result: { count: number } };
    /** The RGBA table is transferred. */
    readonly paint: { params: Look; result: Painted };
    /** What the look of each building follows: see `model/building-traits.ts`; the bytes are transferred. */
    readonly traits: { params: undefined; result: Uint8Array };
    /** One for each filter, over the buildings that pass the others. */
    readonly facets: {
      params: { filters: readonly Filter[] };
      result: readonly (Facet | undefined)[];
    };
    /** Of the buildings that meet every filter; undefined where the column holds no numbers. */
    readonly histogram: {
      params: { column: string; filters: readonly Filter[]; scale?: Histogram['scale'] };
      result: Histogram | undefined;
    };
    readonly describe: { params: { index: number }; result: BuildingDetails };
    readonly statistics: {
      params: { indices: readonly number[]; look: Pick<Look, 'colourBy'> };
      result: SelectionStatistics;
    };
    readonly search: { params: { query: string; limit: number }; result: readonly Found[] };
    /** Pairs of longitude and latitude, rad. */
    readonly findInside: {
      params: { polygon: readonly (readonly [number, number])[] };
      result: readonly Named[];
    };
    /** Leaves out ids that the city doesn't have. */
    readonly resolve: { params: { ids: readonly string[] }; result: readonly Named[] };
    /** Their size; loads the tiles that they are in. Leaves out ids that the city doesn't have. */
    readonly measure: {
      params: { ids: readonly string[] };
      result: readonly CountedBuilding[];
    };
    /** Every building that has the same value in a column as building `index`, itself included. */
    readonly findAlike: { params: { index: number; column: string }; result: readonly Named[] };
  };
  readonly streams: {
    /** What is being fetched, from now on; undefined when nothing is. Ends with the worker. */
    readonly loading: { params: undefined; item: Loading | undefined };
  };
}

export interface OpenParams {
  /** Folder of city.json, with its closing slash. */
  readonly baseUrl: string;
  readonly layer: BuildingsLayer;
}

export interface Painted {
  readonly rgba: Uint8Array;
  readonly matching: number;
  readonly legend: Legend | undefined;
}

/** A building by its city-wide index and its id in the city's own data. */
export interface Named {
  readonly index: number;
  readonly id: string;
}

export interface Found extends Named {
  readonly title: string;
  readonly detail: string;
  /** Centre (rad), height above the ellipsoid (m) and radius (m). */
  readonly longitude: number;
  readonly latitude: number;
  readonly heightM: number;
  readonly radiusM: number;
  /** It is a tree, a bridge or the like, not a building. */
  readonly isOther?: boolean;
}
