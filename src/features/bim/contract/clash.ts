// Where things of a building stand in each other's way.

import type { Discipline } from '#model/discipline.ts';

/** Channel of `scene/frames.ts` that carries a `ClashList`. */
export const CLASHES = 'bim/clashes';

/** One of the two groups whose things are held against each other. */
export type ClashSide =
  | {
      readonly kind: 'model';
      readonly model: string;
      /** None: all. */
      readonly disciplines: readonly Discipline[];
    }
  /** Pipes of the city around the building, by the ids of their collections; none: all. */
  | { readonly kind: 'pipes'; readonly collections: readonly string[] };

export interface ClashRules {
  readonly a: ClashSide;
  readonly b: ClashSide;
  /** Things may reach this far into each other, m. */
  readonly toleranceM: number;
  /** What has to stay free between two things, m; 0: touching is fine. */
  readonly clearanceM: number;
  /** Leaves out what is meant to meet: walls that join walls of their own discipline, what fills an opening or
   * is part of the other, parts of one system. */
  readonly ignoreJoins: boolean;
}

export interface ClashThing {
  /** Of an element: its model and index with base; of a pipe: undefined. */
  readonly model: string | undefined;
  readonly index: number | undefined;
  /** GlobalId, or the pipe's collection and id. */
  readonly id: string;
  readonly name: string;
  /** IFC class, or the collection's name. */
  readonly class: string;
  readonly discipline: Discipline;
  readonly storey: string;
}

export interface Clash {
  /** The same at every run for the same two things. */
  readonly id: string;
  readonly kind: 'hard' | 'clearance';
  readonly a: ClashThing;
  readonly b: ClashThing;
  /** Middle of where they meet, in the frame of `frame`, m. */
  readonly pointM: readonly [number, number, number];
  /** Hard: how thick the overlap is; clearance: how much is missing, m. */
  readonly depthM: number;
  /** Between their surfaces, m; 0 where hard. */
  readonly gapM: number;
  /** True where a surface without inside is part of it, so that the depth is a lower bound. */
  readonly isEstimate: boolean;
  /** Corners of both things' boxes together, model's frame, m. */
  readonly boundsM: readonly [readonly [number, number, number], readonly [number, number, number]];
}

/** A run's news. */
export interface ClashNews {
  /** Pairs of things that came near enough to be looked at, and how many of them were. */
  readonly total: number;
  readonly done: number;
  readonly found: readonly Clash[];
  /** Id of the model in whose frame points and bounds are. */
  readonly frame: string;
}

/** What is known of clashes: of the latest run, or as a BCF file has them. */
export interface ClashList {
  readonly frame: string;
  readonly clashes: readonly Clash[];
}

/** A collection of pipes of the open city. */
export interface PipeSource {
  readonly collection: string;
  readonly name: string;
  /** Absolute address of its GeoJSON lines. */
  readonly url: string;
}

export const clashStatuses = ['new', 'active', 'resolved', 'ignored'] as const;
export type ClashStatus = (typeof clashStatuses)[number];

/** What a person noted about a clash. */
export interface ClashMark {
  readonly status: ClashStatus;
  readonly note: string;
}
