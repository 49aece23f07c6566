// Smoke of what burns, releases of gas, explosions: where they go and who is inside.

import type { HazardZone, PlaceDeg, RingsDeg } from '../contract.ts';

/** Channels of `scene/frames.ts`: `SmokeFrame` of the shown moment, of the fire and of the shown release. */
export const FIRE_SMOKE = 'fire/smoke';
export const FIRE_RELEASE = 'fire/release';
/** `AirReport` beside each of them: zones with their bands, wind, sources, cautions, and why there is none. */
export const FIRE_SMOKE_REPORT = 'fire/smoke/report';
export const FIRE_RELEASE_REPORT = 'fire/release/report';
/** A line to `workers/fire-smoke`. */
export const SMOKE_LINE = 'fire/smoke/line';

/** What is drawn of the air: `visibility` (m) is of lit signs and things, the rest concentrations in the unit named. */
export const airQuantities = ['particles', 'co', 'hcn', 'hcl', 'visibility', 'tier'] as const;
export type AirQuantity = (typeof airQuantities)[number];

export interface SmokeFrame {
  readonly of: string;
  readonly timeS: number;
  readonly quantity: string;
  readonly unit: string;
  /** Raster at 1.5 m above the ground: row 0 in the north; corners in degrees (it may stand turned on the map). */
  readonly columns: number;
  readonly rows: number;
  readonly corners: {
    readonly northWest: PlaceDeg;
    readonly northEast: PlaceDeg;
    readonly southEast: PlaceDeg;
    readonly southWest: PlaceDeg;
  };
  readonly values: Float32Array;
  /** Fixed class limits of the quantity, ascending; colours are the layer's. */
  readonly limits: readonly number[];
  readonly isoLines: readonly { readonly level: number; readonly rings: RingsDeg }[];
  /** Body of the plume: translucent slices across the wind, from the source on. */
  readonly slices: readonly PlumeSlice[];
  /** Words of `simulation/fire/smoke/validity.ts`: what it can't be used for here. */
  readonly cautions: readonly { readonly en: string; readonly zh: string }[];
  readonly model: { readonly en: string; readonly zh: string };
  /** Low, middle and high rates: emission factors scatter more than their mean. */
  readonly band: 'low' | 'middle' | 'high';
}

/** An ellipse that stands across the wind. */
export interface PlumeSlice {
  readonly at: PlaceDeg;
  /** Of its centre above the ground. */
  readonly heightM: number;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  /** Towards which the wind blows there, clockwise from north. */
  readonly towardsRad: number;
  /** Optical depth through its middle: 0 clear. */
  readonly opticalDepth: number;
}

export const releaseKinds = [
  'plume',
  'puff',
  'dense-gas',
  'blast',
  'vapour-cloud',
  'pool-fire',
] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** A release or an explosion that a person puts somewhere. */
export interface ReleaseScenario {
  readonly id: string;
  readonly name: string;
  readonly kind: ReleaseKind;
  readonly at: PlaceDeg;
  /** Of the building it is in; ''. */
  readonly building: string;
  readonly startMs: number;
  readonly durationS: number;
  /** Key of the substances that Panopolis comes with. */
  readonly substance: string;
  /** kg/s of plumes and dense gas; kg at once of puffs, blasts, vapour clouds, pools. */
  readonly rateKgS: number;
  readonly massKg: number;
  /** m above the ground where it comes out; m of a pool. */
  readonly heightM: number;
  readonly diameterM: number;
  /** `live`: of the weather stations. */
  readonly wind: 'live' | { readonly speedMs: number; readonly fromRad: number };
  readonly cloud: number;
  readonly stability: 'auto' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
}

/** Who and what a zone holds where emissions are low, middle and high. */
export interface CountedZone {
  readonly areaM2: number;
  readonly buildings: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  readonly sites: number;
}

export interface ZoneInBands {
  /** Of the band that is drawn; without rings where the level is nowhere reached. */
  readonly zone: HazardZone;
  /** From the source; undefined where the level is nowhere reached. */
  readonly farthestM: number | undefined;
  /** Whether it goes on beyond the raster. */
  readonly isCut: boolean;
  /** Undefined where no emission factor scatters: a release of a given amount, a blast. */
  readonly bands?: Readonly<Record<SmokeFrame['band'], CountedZone>>;
}

/** What the numbers stand on, for the words beside them. */
export interface AirReport {
  readonly of: string;
  readonly timeS: number;
  readonly wind: { readonly speedMs: number; readonly fromRad: number };
  /** Where wind and air come from. */
  readonly source:
    | { readonly kind: 'station'; readonly name: string; readonly timeMs: number }
    | { readonly kind: 'given' };
  /** Pasquill class, and the height of the sun that it follows from where nobody gave it. */
  readonly stability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly isStabilityGiven: boolean;
  readonly sunElevationRad: number;
  readonly zones: readonly ZoneInBands[];
  /** Plumes of what burns, the hottest first; one of a release. */
  readonly sources: readonly AirSource[];
  readonly cautions: readonly { readonly en: string; readonly zh: string }[];
  readonly model: { readonly en: string; readonly zh: string };
  /** Why it can't be computed here; what was computed last stays drawn. */
  readonly problem?: { readonly en: string; readonly zh: string };
  readonly elapsedMs: number;
}

export interface AirSource {
  readonly at: PlaceDeg;
  readonly buildings: number;
  readonly heatMW: number;
  /** Burnt, or released, kg/s. */
  readonly rateKgS: number;
  readonly phase: 'flaming' | 'smouldering' | 'release';
  readonly isInWake: boolean;
  /** Of the axis over the ground where it rises no more, m. */
  readonly finalHeightM: number;
}
