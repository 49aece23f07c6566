// What a city's package says of who and what water can reach; places in degrees, once a city. What the package doesn't
// have is missing here and named in `lacks`.

import type { ExposureLack } from '#features/flood/contract/impact.ts';
import type { TownStreets } from '../../town/read-streets.ts';

export interface CityExposure {
  readonly buildings: ExposedBuildings;
  readonly sites: readonly ExposedSite[];
  readonly entrances: readonly ExposedEntrance[];
  readonly streets: TownStreets;
  readonly lacks: readonly ExposureLack[];
}

/** Buildings (no trees, no bridges) in the order of the city-wide index. */
export interface ExposedBuildings {
  readonly count: number;
  /** Features of the whole index, buildings or not. */
  readonly cityCount: number;
  /** City-wide index of each. */
  readonly index: Uint32Array;
  readonly ids: readonly string[];
  /** Position among these buildings by id. */
  readonly byId: ReadonlyMap<string, number>;
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
  /** Of the circle around the footprint (m). */
  readonly radiusM: Float32Array;
  /** Index into `uses`. */
  readonly use: Uint16Array;
  readonly uses: readonly string[];
  readonly peopleDay: Float32Array;
  readonly peopleNight: Float32Array;
  /** Of the ground floor (m²); 0: unknown, its footprint stands in. */
  readonly areaM2: Float32Array;
  /** Above the ground (m); NaN: unknown. */
  readonly sillM: Float32Array;
  /** Storeys below the ground; NaN: unknown. Absent where the city says it of no building. */
  readonly basementStoreys?: Float32Array;
  readonly names: readonly string[];
}

/** A hospital, school, substation … */
export interface ExposedSite {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** Position among the buildings; −1: it lies in none that is known. */
  readonly building: number;
  /** Depth (m) from which on it is out of use, where it isn't the sill of buildings. */
  readonly sillM?: number;
  /** Its own outline (pairs of longitude and latitude) where it is no building: an underpass. */
  readonly outline?: readonly number[];
}

/** Where water gets into the underground. */
export interface ExposedEntrance {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly station: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** Level of its sill in the vertical reference system of the city (m); NaN: unknown. */
  readonly sillLevelM: number;
}
