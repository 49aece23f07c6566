// What fire's sessions, workers, layers and screens hand each other. Structured-cloneable, kept in links, on the server
// and in exports. Places are [longitude, latitude] in degrees, times seconds since the scenario's start unless a name
// says ms, wind by where it blows from, clockwise from north. Arrays of buildings are in the order of the city's index
// over all features (`TownBuildings.cityCount`), so that they fit the colours of `scene/building-colours.ts`.
// Everything here is simulated: screening, not for life-safety decisions.

export const FIRE = 'fire';

export type PlaceDeg = readonly [longitudeDeg: number, latitudeDeg: number];

/** A building as the city's feature names it, with its place in the city-wide index. */
export interface BuildingRef {
  readonly id: string;
  readonly index: number;
  /** What a person calls it: name, else address, else id. */
  readonly name: string;
  readonly at: PlaceDeg;
}

/** The wind at 10 m from a time on. */
export interface WindSpell {
  readonly fromS: number;
  readonly speedMs: number;
  readonly fromRad: number;
}

export interface AirOfScenario {
  readonly temperatureC: number;
  /** 0 … 1. */
  readonly humidity: number;
  /** 0 … 1 of the sky. */
  readonly cloud: number;
  /** DC of the Canadian fire weather index that day: how far lawns have dried; not known where left out. */
  readonly droughtCode?: number;
  /** Whose noons led to it; a person set it where left out. */
  readonly droughtRecord?: DroughtRecord;
  /** `auto`: from wind, sun and cloud. */
  readonly stability: 'auto' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  /** Where wind and air come from: a station's name with its time, or a person. */
  readonly source:
    | { readonly kind: 'station'; readonly name: string; readonly timeMs: number }
    | { readonly kind: 'given' };
}

/** What a drought code stands on: measured noons, up to the one of `atMs`. */
export interface DroughtRecord {
  readonly station: string;
  readonly atMs: number;
  readonly days: number;
}

/** An engine that fights the fire: where it stands, from when on, with how much water. */
export interface EngineAtFire {
  readonly id: string;
  readonly name: string;
  /** The station it comes from; a reserve or a neighbour where absent. */
  readonly station?: string;
  readonly at: PlaceDeg;
  readonly arriveS: number;
  readonly leaveS?: number;
  readonly flowLs: number;
  readonly reachM: number;
  /** What it can draw in all (L); without end on a hydrant. */
  readonly waterL?: number;
}

/** Buildings that are kept wet. */
export interface Defence {
  readonly id: string;
  readonly name: string;
  readonly buildings: readonly BuildingRef[];
  readonly fromS: number;
  readonly untilS?: number;
  /** In all; its buildings get it in their order, each what its facade needs. */
  readonly flowLs: number;
}

/** What the water supply gives of what engines and defences want, from a time on: 1 all, 0 none. */
export interface WaterSpell {
  readonly fromS: number;
  readonly share: number;
}

/** A fire in the twin. What is done while it burns is part of it: a change at time t leaves everything before t as it was. */
export interface FireScenario {
  /** UUID made by the page. */
  readonly id: string;
  readonly name: string;
  readonly startMs: number;
  readonly durationS: number;
  readonly ignitions: readonly { readonly building: BuildingRef; readonly timeS: number }[];
  /** In order of time; the first holds from the beginning. */
  readonly wind: readonly WindSpell[];
  readonly air: AirOfScenario;
  readonly engines: readonly EngineAtFire[];
  readonly defences: readonly Defence[];
  readonly water: readonly WaterSpell[];
  /** `isochrones`: no chance in it, no firebrands; `seeded`: one member with firebrands and scatter. */
  readonly mode: 'isochrones' | 'seeded';
  readonly seed: number;
  /** The scenario this one was made from, to compare with. */
  readonly basedOn?: string;
}

export type WorkPhase = 'preparing' | 'computing' | 'ready' | 'failed';

/** Of one scenario's spread; told at most five times a second. */
export interface FireStatus {
  readonly scenario: string;
  readonly phase: WorkPhase;
  /** 0 … 1 of what it does now. */
  readonly progress: number;
  /** Of the latest run. */
  readonly elapsedMs?: number;
  readonly buildings: number;
  /** Code of what the city's package lacks, so that the run is rougher. */
  readonly assumptions: readonly {
    readonly code: string;
    readonly text: { readonly en: string; readonly zh: string };
    readonly count: number;
  }[];
  /** One sentence where it failed; the last good run stays. */
  readonly problem?: string;
}

/** Rings of longitude, latitude pairs; even-odd. */
export type RingsDeg = readonly (readonly PlaceDeg[])[];

export const zoneKinds = ['smoke', 'toxic', 'heat', 'pressure', 'burning', 'evacuation'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** A zone of a hazard with who and what is inside: drawn, listed, exported, and what an evacuation begins from. */
export interface HazardZone {
  readonly id: string;
  readonly kind: ZoneKind;
  /** 1 mild to 3 life-threatening. */
  readonly tier: 1 | 2 | 3;
  /** The level with its unit, such as “83 ppm CO (AEGL-2, 60 min)”. */
  readonly label: { readonly en: string; readonly zh: string };
  readonly rings: RingsDeg;
  readonly areaM2: number;
  readonly buildings: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  readonly sites: readonly SiteInside[];
}

/** A critical site inside a zone. */
export interface SiteInside {
  /** Whose thing it is, to select it: `city` where its building is known, with that building's id and city-wide index; ''. */
  readonly feature: string;
  readonly id: string;
  readonly index?: number;
  readonly kind: string;
  readonly name: string;
  readonly at: PlaceDeg;
  readonly people: number;
}

/** `scene/frames.ts`: `FireStatus` of the shown scenario. */
export const FIRE_STATUS = 'fire/status';
/** `HazardZones` of the shown moment: smoke, release, blast and evacuation together (each kind's owner publishes its own: `zonesOf`). */
export const zonesOf = (owner: 'spread' | 'smoke' | 'release' | 'blast' | 'evacuation'): string =>
  `fire/zones/${owner}`;
export const zoneOwners = ['spread', 'smoke', 'release', 'blast', 'evacuation'] as const;

export interface HazardZones {
  /** Scenario, release or blast that they come from. */
  readonly of: string;
  readonly timeS: number;
  /** Model with its validity, for the line beside them. */
  readonly model: { readonly en: string; readonly zh: string };
  readonly zones: readonly HazardZone[];
}
