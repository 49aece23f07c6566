// What a city's package says of who and what water can reach; places in degrees, once a city. What the package doesn't
// have is missing here and named in `lacks`.

import type { ExposureLack, FloodRoadLines } from '#features/flood/contract/impact.ts';

export interface CityExposure {
  readonly buildings: ExposedBuildings;
  readonly sites: readonly ExposedSite[];
  readonly entrances: readonly ExposedEntrance[];
  readonly streets: ExposedStreets;
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

export interface ExposedStreets {
  readonly lines: FloodRoadLines;
  readonly classes: readonly string[];
  readonly lengthM: Float32Array;
  readonly limitKmh: Float32Array;
  /** Nodes that each joins; −1: unknown. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly nodes: number;
  /** From and to where along the line (m) each is a bridge: no water on the ground reaches it there. */
  readonly bridgeFromM: Float32Array;
  readonly bridgeToM: Float32Array;
  /** Street of each building's door, and how far along it (m); −1: unknown. */
  readonly doorStreet: Int32Array;
  readonly doorM: Float32Array;
}
