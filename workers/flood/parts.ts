// What the topics of this worker hand the run loop: ground, forcing, observers. SI; times are seconds since the start
// of the run.

import type {
  DamageTable,
  FloodEvent,
  FloodImpact,
  FloodRoadLines,
  HitQuery,
} from '#features/flood/contract/impact.ts';
import type {
  FloodPlace,
  FloodScenario,
  FloodSource,
  FloodStructure,
  PlaceDeg,
} from '#features/flood/contract.ts';
import type {
  Awaitable,
  FloodEdge,
  FloodGrid,
  FloodMaxima,
  FloodSolver,
  FloodState,
} from '#simulation/flood/parts.ts';
import type { FloodCity, FloodHits } from './protocol.ts';

/** What a run begins on. */
export interface FloodGround {
  readonly grid: FloodGrid;
  readonly place: Omit<FloodPlace, 'run'>;
  /** Water that stands there at the start: rivers, ponds, sea. */
  readonly depthM: Float32Array;
  /** Holds rivers and sea at their level where the grid cuts through them. */
  readonly edges: readonly FloodEdge[];
  /** The city's own culverts and sluices. */
  readonly structures: readonly FloodStructure[];
  /** Rivers, lakes and sea that reach the edge, with the stage sources that drive them. */
  readonly bodies?: readonly {
    readonly sources: readonly string[];
    readonly edges: readonly FloodEdge[];
  }[];
  /** City-wide index of the building over each cell; −1: none. */
  readonly buildingAt?: Int32Array;
  /** Source of the ground, and when it was surveyed, where the city says. */
  readonly terrain: string;
  readonly surveyed?: string;
  /** In cells from the north-west corner, x east, y south: cell 0, 0 spans 0–1; may lie outside the grid. */
  toGrid(place: PlaceDeg): readonly [x: number, y: number];
  /** Centre of a row-major cell. */
  toPlace(cell: number): PlaceDeg;
}

/** Rejects with one sentence where the city has no ground there. */
export type ReadGround = (
  city: FloodCity,
  scenario: FloodScenario,
  signal: AbortSignal,
) => Promise<FloodGround>;

/** Sources and structures of a scenario at work on a solver. Same calls in the same order, same bytes. */
export interface FloodForcing {
  /**
   * Sets what holds from the solver's time on, and gives back until when the solver may run before it is asked again:
   * later than now, `untilS` at most. Asked sooner only where a part was added or removed.
   */
  apply(solver: FloodSolver, untilS: number): Awaitable<number>;
  /** From the next `apply` on; what should have begun begins there. Throws naming the part where it lies outside. */
  add(part: FloodSource | FloodStructure): void;
  /** From the next `apply` on: crests and beds are as they were before. */
  remove(id: string): void;
  /** What each source and structure does now. */
  flows(): readonly {
    readonly id: string;
    readonly state: 'waiting' | 'working' | 'over';
  }[];
  /** All that it needs to go on as if it had never stopped; structured-cloneable. */
  snapshot(): unknown;
  /** Parts that the snapshot knows go on; other ones begin now. Call it after the solver's `restore`. */
  restore(snapshot: unknown): void;
}

/** Rejects with one sentence naming the part that can't be done, e.g. a source outside the ground. */
export type OpenForcing = (
  scenario: FloodScenario,
  ground: FloodGround,
  city: FloodCity,
) => Awaitable<FloodForcing>;

/** A run as whoever watches it sees it. */
export interface ObservedRun {
  readonly run: string;
  readonly city: FloodCity;
  readonly scenario: FloodScenario;
  readonly ground: FloodGround;
  /** The observer of the run that this one goes on from, and since when. */
  readonly from?: { readonly observer: FloodObserver; readonly timeS: number };
}

export interface Moment {
  readonly timeS: number;
  /** Views that are true during the call only. */
  readonly state: FloodState;
  readonly maxima: FloodMaxima;
  /**
   * Each 60 s of the run, its start and its end: what decides lists, events and what is kept. The moments between
   * come with the wall clock (each 0.5 s) and may only be shown, else no run could be repeated.
   */
  readonly isKept: boolean;
}

export interface FloodObserver {
  /** The impact to show now, and events since the last kept moment. */
  observe(moment: Moment): Awaitable<{
    readonly impact?: FloodImpact;
    readonly events?: readonly FloodEvent[];
  }>;
  /** Of the kept moment nearest before a time. */
  impactAt(timeS: number): FloodImpact | undefined;
  hits(timeS?: number, query?: HitQuery): FloodHits;
  /** What a query means, as a file for a spreadsheet. */
  hitsCsv(timeS?: number, query?: HitQuery): string;
  /** Lines of the streets that it watches. */
  roads(): FloodRoadLines;
  /** Damage is counted by this table from now on, of every kept time too. */
  setDamage(table: DamageTable): void;
}

export type OpenObserver = (run: ObservedRun) => Awaitable<FloodObserver>;
