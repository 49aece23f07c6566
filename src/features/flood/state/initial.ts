import type { NetworkMove } from '#model/network-move.ts';
import type { CityWaters } from '../contract/city-waters.ts';
import type { DamageTable } from '../contract/impact.ts';
import type { FloodLook, FloodScenario, FloodStatus, PlaceDeg } from '../contract.ts';
import type { Forecast } from './forecast.ts';

/** A run of a scenario. What a person asked; the session does it and tells `status`. */
export interface FloodRun {
  readonly id: string;
  /**
   * What it computes. A part that is added to it or taken out while it runs is steering: the session compares the
   * lists by the parts' ids and tells the worker.
   */
  readonly scenario: FloodScenario;
  /** Went on from another run at a time: what-if beside it. */
  readonly from?: { readonly run: string; readonly timeS: number };
  readonly wanted: 'go' | 'pause' | 'stop';
  /** Most simulated seconds a second; Infinity: as fast as it can. */
  readonly pace: number;
}

/** What a person draws on the globe now: pointer tools add to `points`, `finishDrawing` makes the part of it. */
export interface FloodDrawing {
  /** Kind of the part, or `gauge`. */
  readonly part: DrawnKind;
  /** A `pair` is two points: from, to. */
  readonly shape: 'point' | 'pair' | 'line' | 'area';
  readonly points: readonly PlaceDeg[];
  /** Id of the part whose place is drawn anew; '' where a new one is drawn. */
  readonly redraws: string;
  /**
   * Where it goes: into a scenario of its own that runs at once, into the edited scenario, into the run that is shown
   * (steering), or into a run beside it that goes on from the moment that is shown.
   */
  readonly into: 'new' | 'scenario' | 'run' | 'what-if';
  /** Where series of a forecast act is drawn, the first of `drawn` now; after the last one the run of all begins. */
  readonly forecast?: { readonly whole: Forecast; readonly drawn: readonly number[] };
}

export const drawnKinds = [
  'breach',
  'inflow',
  'stage',
  'rain',
  'dam-break',
  'burst',
  'barrier',
  'pump',
  'culvert',
  'gate',
  'gauge',
] as const;
export type DrawnKind = (typeof drawnKinds)[number];

/** Where water is written down: depth, level and speed at one point, the flow through a line of more. */
export interface FloodGauge {
  readonly id: string;
  readonly name: string;
  readonly line: readonly PlaceDeg[];
}

export interface FloodState {
  readonly scenarios: readonly FloodScenario[];
  /** Id of the scenario that is drawn and edited; '' none. */
  readonly edited: string;
  readonly runs: readonly FloodRun[];
  /** Ids of the run that is shown and of the one it is compared with; '' none. */
  readonly shown: string;
  readonly compared: string;
  /** Of each run by its id, at most twice a second. */
  readonly status: Readonly<Record<string, FloodStatus>>;
  readonly look: FloodLook;
  /** Follows the run while it computes; else the clock of the app says which of its frames is shown. */
  readonly followsRun: boolean;
  /** Open tool of the card; '' none. */
  readonly tool: string;
  readonly drawing: FloodDrawing | undefined;
  readonly gauges: readonly FloodGauge[];
  /** The table of a forecast as it was pasted, with where it is from and the gauge that it is of; '' none. */
  readonly pasted: { readonly text: string; readonly from: string; readonly gauge: string };
  /** The run that an incident was opened from, and the key of that. */
  readonly incident: { readonly run: string; readonly key: string } | undefined;
  /** Levees and river of the open city; undefined while they are read. */
  readonly waters: CityWaters | undefined;
  /** Where a person put the city's storm sewers; undefined where they stand as their files have them. */
  readonly sewersAt: NetworkMove | undefined;
  /** Ways to begin are in view: what they need is made ready. */
  readonly isChoosing: boolean;
  /** Depth–damage curves that a person edited; undefined: the ones that Panopolis comes with. */
  readonly damage: DamageTable | undefined;
}

export const initialLook: FloodLook = {
  colouring: 'depth',
  rating: 'urban',
  showsStreaks: true,
  showsWater: true,
  showsConsequences: true,
  arrivalDepthM: 0.05,
};

export const initial: FloodState = {
  scenarios: [],
  edited: '',
  runs: [],
  shown: '',
  compared: '',
  status: {},
  look: initialLook,
  followsRun: true,
  tool: '',
  drawing: undefined,
  gauges: [],
  pasted: { text: '', from: '', gauge: '' },
  incident: undefined,
  waters: undefined,
  sewersAt: undefined,
  isChoosing: false,
  damage: undefined,
};
