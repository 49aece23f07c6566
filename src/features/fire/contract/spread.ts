// The spread of a scenario, whole: one time and cause a building. What is at any moment follows from it, so that the
// clock can be moved without asking the worker.

/** Channel of `scene/frames.ts`: `FireSpread` of the shown scenario; `secondSpread` of the one it is compared with. */
export const FIRE_SPREAD = 'fire/spread';
export const SECOND_SPREAD = 'fire/spread/second';
/** `HazardZones` of the compared one at the shown time: its outlines alone. */
export const SECOND_ZONES = 'fire/spread/second/zones';
/** `FireMoment` of the shown scenario at the shown time, at most five times a second. */
export const FIRE_MOMENT = 'fire/moment';
/** `BurningPlaces` of the shown scenario, with each `FIRE_SPREAD`: where the flames of a moment stand. */
export const FIRE_PLACES = 'fire/places';
/** `SpreadEnsemble` of the shown scenario, growing member by member. */
export const FIRE_ENSEMBLE = 'fire/ensemble';
/** `SecondaryIgnitions`: what a fire in each building of the city would come to in the wind of now. */
export const FIRE_SECONDARY = 'fire/secondary';
/** A line to `workers/fire-spread`. */
export const SPREAD_LINE = 'fire/spread/line';

/** Why a building burns, in the order of the codes. */
export const ignitionCauses = ['none', 'given', 'exposure', 'firebrand', 'vegetation'] as const;

/** `count` entries each, in city-wide index order. */
export interface FireSpread {
  readonly scenario: string;
  readonly count: number;
  /** When it catches fire (s); Infinity: not within the scenario's duration. */
  readonly ignitionS: Float32Array;
  /** When flames leave the openings, and when it stops to burn: burnt out or put out. */
  readonly flashoverS: Float32Array;
  readonly endS: Float32Array;
  /** Of `ignitionCauses`. */
  readonly cause: Uint8Array;
  /** Index of the building it caught fire from; −1: none. */
  readonly source: Int32Array;
  /** Heat release at the plateau (kW), and fuel in all (MJ). */
  readonly peakKW: Float32Array;
  readonly energyMJ: Float32Array;
  /** City-wide indices of those that burn, in the order in which they catch fire, and who is in each (NaN: not known). */
  readonly order: Uint32Array;
  readonly peopleDay: Float32Array;
  readonly peopleNight: Float32Array;
  /** Buildings that burn in all, those put out before they burnt out, those that would burn without engines and defences. */
  readonly burnt: number;
  readonly putOut: number;
  readonly saved: number;
  readonly model: {
    readonly name: { readonly en: string; readonly zh: string };
    readonly range: { readonly en: string; readonly zh: string };
  };
  /** The second, simple model: Hamada's front for the same winds, both constants for each spell (m/h; down, across, up). */
  readonly hamada: {
    readonly constant: 1.5 | 1.6;
    /** When that wind begins. */
    readonly fromS: number;
    readonly downMh: number;
    readonly sideMh: number;
    readonly upMh: number;
  }[];
  /** Water that burning buildings and defences want against what is brought (L/s), over time. */
  readonly water: {
    readonly timeS: Float32Array;
    readonly wantedLs: Float32Array;
    readonly broughtLs: Float32Array;
  };
  /** Grass, shrubs and litter that burn within the scenario's duration; left out where none do. */
  readonly vegetation?: BurntGround;
}

/** A raster over the ground that burns, even in longitude and latitude; row 0 in the north. */
export interface BurntGround {
  readonly columns: number;
  readonly rows: number;
  readonly cellM: number;
  /** Its outer edges. */
  readonly westDeg: number;
  readonly southDeg: number;
  readonly eastDeg: number;
  readonly northDeg: number;
  /** When fire comes to each cell (s); Infinity: it doesn't. */
  readonly arrivalS: Float32Array;
  readonly burntM2: number;
}

/** What burns at a moment. */
export interface FireMoment {
  readonly scenario: string;
  readonly timeS: number;
  /** City-wide indices of the buildings that burn now, with their heat release (kW). */
  readonly burning: Uint32Array;
  readonly heatKW: Float32Array;
  readonly ignitedSoFar: number;
  readonly burntOut: number;
  readonly heatTotalMW: number;
  /** Buildings that will catch fire within the next 10, 30 and 60 minutes if nothing is done. */
  readonly next10: number;
  readonly next30: number;
  readonly next60: number;
  readonly peopleInBurning: number;
}

/** Where the buildings stand that burn at any time of the scenario; one entry each, ascending by building. */
export interface BurningPlaces {
  readonly scenario: string;
  /** City-wide indices. */
  readonly building: Uint32Array;
  /** Middle of the footprint. */
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
  /** Of the roof above the ellipsoid, m. */
  readonly roofM: Float32Array;
  /** Ground area of the building, m². */
  readonly areaM2: Float32Array;
}

export interface SpreadEnsemble {
  readonly scenario: string;
  readonly done: number;
  readonly members: number;
  /** 0 … 1 in city-wide index order; mean time of ignition (s), NaN: never. */
  readonly burnProbability: Float32Array;
  readonly meanIgnitionS: Float32Array;
  /** Buildings burnt, one a member: for percentiles. */
  readonly burnt: Int32Array;
}

/** Further buildings that burn if one does and nobody fights, each building's own fire computed whole. */
export interface SecondaryIgnitions {
  /** At 10 m, where it blows from. */
  readonly wind: { readonly speedMs: number; readonly fromRad: number };
  /** After the ignition (s). */
  readonly withinS: number;
  /** In city-wide index order; NaN: no building. */
  readonly further: Float32Array;
}
