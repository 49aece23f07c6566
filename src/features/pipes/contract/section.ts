// Cross and long sections through what lies under the ground. Levels are in the city's own vertical datum where a
// network knows both, else heights above the ellipsoid; m.

import type { HeightSource, PipeShape } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { PipeKey } from '../contract.ts';
import type { Trace } from './answers.ts';

/** Degrees. */
export type PlanPlace = readonly [longitude: number, latitude: number];

export interface SectionGround {
  readonly alongM: Float32Array;
  /** NaN where it is not known. */
  readonly levelM: Float32Array;
  /** `register`: straight between the levels that the nodes' register gives. */
  readonly source: 'terrain' | 'register' | 'none';
}

export interface CrossSection {
  readonly from: PlanPlace;
  readonly to: PlanPlace;
  readonly lengthM: number;
  /** Where the line turns, along it; empty where it is straight. */
  readonly turnsM: readonly number[];
  readonly ground: SectionGround;
  /** By their place along the line. */
  readonly cuts: readonly PipeCut[];
}

/** Where the line meets a pipe or a cable. */
export interface PipeCut {
  readonly key: PipeKey;
  readonly index: number;
  readonly id: string;
  readonly utility: UtilityNetwork;
  readonly place: PlanPlace;
  readonly alongM: number;
  readonly axisM: number;
  readonly shape: PipeShape;
  /** Outside; NaN where the register names no size. */
  readonly outerWidthM: number;
  readonly outerHeightM: number;
  readonly innerM: number;
  readonly material: string;
  /** Between the line and the pipe, 0–90°. */
  readonly angleDeg: number;
  readonly heightSource: HeightSource;
  /** Ground less top; NaN. */
  readonly coverM: number;
}

/** What a long section goes along. */
export type LongWay =
  /** Pipes one behind the other. */
  | { readonly along: readonly PipeKey[] }
  /** The shortest open way. */
  | { readonly from: PipeKey; readonly to: PipeKey }
  /** The main way of what flows there: at each fork the stronger flow, in drains the lower one. */
  | { readonly from: PipeKey; readonly kind: 'upstream' | 'downstream' };

/** Id of the tool in the card. */
export const SECTION_TOOL = 'section';

export const sectionCourses = ['selected', 'between', 'downstream', 'upstream'] as const;

/** Which section a person looks at; `from` and `to` where they were said, else what is selected. */
export interface SectionChoice {
  readonly kind: 'cross' | 'long';
  readonly along: (typeof sectionCourses)[number];
  readonly from: PipeKey | undefined;
  readonly to: PipeKey | undefined;
}

export interface LongSection {
  readonly network: string;
  readonly utility: UtilityNetwork;
  readonly lengthM: number;
  /** Of its pipes and nodes, to be marked. */
  readonly indices: Uint32Array;
  /** What the direction comes from, where it follows what flows. */
  readonly by?: Trace['by'] | undefined;
  readonly ground: SectionGround;
  /** Points of its axis in the plan, and where along it each lies. */
  readonly places: readonly PlanPlace[];
  readonly placesAlongM: readonly number[];
  readonly stations: readonly SectionStation[];
  readonly spans: readonly SectionSpan[];
  /** What the line of `hydraulicM` is: head of water, water level of a drain. */
  readonly hydraulic: 'head' | 'level' | undefined;
  readonly model: string | undefined;
  readonly staleSinceMs: number | undefined;
}

export interface SectionStation {
  readonly key: PipeKey;
  readonly id: string;
  readonly alongM: number;
  readonly groundM: number;
  readonly hydraulicM: number;
}

export interface SectionSpan {
  readonly key: PipeKey;
  readonly id: string;
  readonly utility: UtilityNetwork;
  readonly innerM: number;
  readonly wallM: number;
  readonly material: string;
  /** Points of its axis in the direction of the section. */
  readonly alongM: Float32Array;
  readonly axisM: Float32Array;
  /** Fall by length in the direction of the section; negative where it rises. */
  readonly slope: number;
  readonly leastCoverM: number;
  readonly heightSource: HeightSource;
}
