// Who and what the water reaches. Found by `workers/flood` beside the run, from its frames and the city's package.

/** Channel of `scene/frames.ts` with a `FloodExposureTable`. */
export const FLOOD_TABLE = 'flood/table';

/** Upper limits (m) of the depth classes of buildings and places; the last one is open. England's RoFSW classes. */
export const depthClassesM = [0.2, 0.3, 0.6, 0.9, 1.2] as const;

/** Counts of one depth class at one time. */
export interface DepthClassCount {
  readonly buildings: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  readonly damage: number;
}

/** A building, critical site, road, underground entrance that water reached; kept sorted by `firstWetS`. */
export interface FloodHit {
  readonly kind: 'building' | 'site' | 'road' | 'underground';
  /** The thing as its feature's id and its own: what a click selects. */
  readonly feature: string;
  readonly id: string;
  readonly name: string;
  /** Use of a building, kind of a site, class of a road. */
  readonly use: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** When the water first exceeded its sill, or the road closed (s since the start of the run). */
  readonly firstWetS: number;
  readonly depthM: number;
  readonly maxDepthM: number;
  readonly maxHazard: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  /** In the currency of the damage table. */
  readonly damage: number;
}

/** A road's windows: when a small car and when a fire engine can't pass any more, and can again. */
export interface RoadClosure {
  readonly id: string;
  readonly name: string;
  readonly closedCarS: number;
  readonly openCarS?: number;
  readonly closedEngineS?: number;
  readonly openEngineS?: number;
  readonly maxDepthM: number;
  /** Km/h that Pregnolato's curve leaves at the present depth. */
  readonly speedKmh: number;
}

export interface FloodImpact {
  readonly run: string;
  readonly timeS: number;
  /** One more than `depthClassesM`: from dry side up. */
  readonly classes: readonly DepthClassCount[];
  readonly byUse: readonly {
    readonly use: string;
    readonly buildings: number;
    readonly damage: number;
  }[];
  readonly peopleDay: number;
  readonly peopleNight: number;
  readonly damage: number;
  readonly currency: string;
  readonly roadsClosed: number;
  readonly roadsClosedM: number;
  /** Sites that are dry but that no passable road reaches. */
  readonly cutOff: readonly FloodHit[];
  /** Sites (hospitals, schools, substations …) and underground entrances that are wet. */
  readonly critical: readonly FloodHit[];
  /** Everything that water reached so far, counted; the list itself is asked for by page (`hits`). */
  readonly hits: number;
}

/** First-wet events in order of time, for the timeline. */
export interface FloodEvent {
  readonly timeS: number;
  readonly kind: FloodHit['kind'] | 'breach' | 'barrier' | 'cut-off' | 'road-open';
  readonly name: string;
  readonly feature?: string;
  readonly id?: string;
}

/** Colours of the city's buildings while consequences are shown: RGBA per building index, alpha 0 = as it was. */
export interface FloodExposureTable {
  readonly run: string;
  readonly buildings: Uint8Array;
}
