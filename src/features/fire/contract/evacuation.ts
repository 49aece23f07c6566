// Who has to leave, where to, along which streets, how long it takes.

import type { PlaceDeg, RingsDeg } from '../contract.ts';

/** Channel of `scene/frames.ts`: `EvacuationResult` of the shown zone. */
export const FIRE_EVACUATION = 'fire/evacuation';
/** The same without contraflow; undefined where there is none or nobody compares. */
export const EVACUATION_WITHOUT = 'fire/evacuation/without';
/** `EvacuationShelter[]`: all that the city has, used or not. */
export const EVACUATION_SHELTERS = 'fire/evacuation/shelters';

/** A line to `workers/fire-evacuation`, which a first question starts. */
export const EVACUATION_LINE = 'fire/evacuation/line';

export interface EvacuationShelter {
  readonly id: string;
  readonly name: string;
  readonly at: PlaceDeg;
  readonly capacity: number;
}

export interface EvacuationRequest {
  readonly id: string;
  readonly name: string;
  /** Rings of the hazards it is made of; the margin is laid around them. */
  readonly hazards: readonly RingsDeg[];
  readonly marginM: number;
  readonly occupancy: 'day' | 'night';
  /** Streets (ids) on which both lanes lead out. */
  readonly contraflow: readonly string[];
  /** Share of people who go by car, and people a car. */
  readonly carShare: number;
  readonly peoplePerCar: number;
  /** From the order until a household leaves: mean (s). */
  readonly readyS: number;
  /** Ids of shelters that are not used. */
  readonly closedShelters: readonly string[];
  readonly atMs: number;
}

export interface EvacuationResult {
  readonly request: string;
  readonly zone: RingsDeg;
  readonly people: number;
  readonly buildings: number;
  readonly groups: number;
  readonly shelters: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: PlaceDeg;
    readonly capacity: number;
    readonly assigned: number;
    readonly lastArrivalS: number;
  }[];
  /** People for whom there is no room or no way. */
  readonly withoutRoom: number;
  readonly withoutWay: number;
  /** Everybody out (s after the order), and half, and 90 %. */
  readonly clearanceS: number;
  readonly halfS: number;
  readonly most90S: number;
  /** People still inside over time. */
  readonly curve: { readonly timeS: Float32Array; readonly inside: Float32Array };
  /** Streets that carry them, with people along each and the longest queue (m). */
  readonly routes: readonly {
    readonly street: string;
    readonly name: string;
    /** Towards where most go. */
    readonly line: readonly PlaceDeg[];
    readonly people: number;
    readonly queueM: number;
    /** Whether contraflow can be tried on it: two ways, a lane for each. */
    readonly isTwoWay: boolean;
  }[];
  /** Sites with people who can't go by themselves. */
  readonly needHelp: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly at: PlaceDeg;
    readonly people: number;
  }[];
  readonly model: { readonly en: string; readonly zh: string };
  readonly elapsedMs: number;
}
