// Fire risk of every building, live: what the overlay colours, the list ranks and a building's card explains.

import type { RiskTerm } from '#simulation/fire/risk/factors.ts';
import type { BuildingRef, PlaceDeg } from '../contract.ts';

/** Channel of `scene/frames.ts`: `RiskFrame`, at most once a second and when a reading changes. */
export const FIRE_RISK = 'fire/risk';
/** A line to `workers/fire` (`workers/fire/protocol.ts`). */
export const FIRE_LINE = 'fire/line';

export const riskClasses = ['very-low', 'low', 'moderate', 'high', 'very-high'] as const;
export type RiskClass = (typeof riskClasses)[number];

/** In city-wide index order; 0 where there is no building (trees, bridges). */
export interface RiskFrame {
  readonly build: string;
  readonly atMs: number;
  /** 1 … 5 by fixed thresholds of fires a year; 0: no building. */
  readonly riskClass: Uint8Array;
  /** 0 … 100 of the score, rounded. */
  readonly percentile: Uint8Array;
  /** ln of the live terms together × 10, above 0: detectors say more than usual; what the overlay marks as live. */
  readonly live: Uint8Array;
  readonly summary: RiskSummary;
}

export interface RiskSummary {
  readonly buildings: number;
  /** Expected in the whole city. */
  readonly firesPerYear: number;
  readonly classes: readonly [number, number, number, number, number];
  /** Buildings whose detectors raise their risk now, and those with stale detectors. */
  readonly raised: number;
  readonly stale: number;
  readonly detectors: number;
  /** Canadian fire weather index of the day with its parts, and what it stands on. */
  readonly weather: FireWeatherLine | undefined;
  /** What the city's package doesn't have, so that terms are neutral. */
  readonly lacks: readonly string[];
  readonly rescoreMs: number;
}

export interface FireWeatherLine {
  readonly ffmc: number;
  readonly dmc: number;
  readonly dc: number;
  readonly isi: number;
  readonly bui: number;
  readonly fwi: number;
  /** Noon whose weather it is (ms UTC), and days of the chain that were measured, not assumed. */
  readonly atMs: number;
  readonly days: number;
  readonly station: string;
  readonly isSimulated: boolean;
}

/** One building in full. */
export interface BuildingRisk {
  readonly building: BuildingRef;
  readonly use: string;
  readonly firesPerYear: number;
  /** Fires a year × persons, weighted by response and water. */
  readonly score: number;
  readonly percentile: number;
  readonly riskClass: 1 | 2 | 3 | 4 | 5;
  readonly confidence: number;
  /** ln of each term that is not neutral, most first; all of them sum to ln(score). */
  readonly contributions: readonly {
    readonly term: RiskTerm;
    readonly ln: number;
    readonly text: Told;
  }[];
  /** Terms of which nothing is known. */
  readonly unknown: readonly RiskTerm[];
  readonly detectors: readonly DetectorNow[];
  readonly lastInspection?: string;
}

/** What the term says in this building, such as “wiring of 1968” or “residual current 412 mA, alarm at 300 mA”. */
export interface Told {
  readonly en: string;
  readonly zh: string;
}

export interface DetectorNow {
  readonly sensor: string;
  readonly name: string;
  readonly told: Told;
  readonly timeMs: number;
  /** Raises the rate by this factor now; 1: neutral. */
  readonly factor: number;
  readonly isStale: boolean;
  readonly isSimulated: boolean;
  readonly level: 'normal' | 'warning' | 'alarm';
}

export const riskOrders = ['score', 'fires', 'live', 'people', 'inspection'] as const;
export interface RiskQuery {
  readonly order: (typeof riskOrders)[number];
  readonly isDescending: boolean;
  readonly text: string;
  /** Empty: all. */
  readonly classes: readonly number[];
  readonly uses: readonly string[];
  /** Only those whose detectors raise the risk. */
  readonly onlyRaised: boolean;
  readonly from: number;
  readonly count: number;
}

export interface RiskRow {
  readonly building: BuildingRef;
  readonly use: string;
  readonly firesPerYear: number;
  readonly score: number;
  readonly percentile: number;
  readonly riskClass: number;
  readonly people: number;
  /** The strongest reason. */
  readonly because: Told;
  readonly live: number;
  readonly lastInspection?: string;
}
export interface RiskRows {
  readonly rows: readonly RiskRow[];
  readonly inAll: number;
  /** Uses of the city, for the filter. */
  readonly uses: readonly string[];
}

/** The visits that take most of the expected loss away, in order. */
export interface InspectionVisit {
  readonly building: BuildingRef;
  readonly lastInspection?: string;
  readonly gain: number;
  readonly because: readonly Told[];
}

/** What-if: a building's fact is changed, or an engine stands somewhere. */
export type RiskChange =
  | { readonly kind: 'sprinkler'; readonly building: BuildingRef }
  | {
      readonly kind: 'fact';
      readonly building: BuildingRef;
      readonly factor: string;
      readonly value: number;
    }
  | { readonly kind: 'engine'; readonly at: PlaceDeg; readonly name: string };

export interface RiskComparison {
  readonly before: { readonly firesPerYear: number; readonly score: number };
  readonly after: { readonly firesPerYear: number; readonly score: number };
  readonly most: readonly {
    readonly building: BuildingRef;
    readonly before: number;
    readonly after: number;
  }[];
  /** How the times of engines that are tried were found; absent where none is. */
  readonly enginesBy?: 'roads' | 'distance';
}
