import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD, type FloodLook, type FloodScenario, type FloodStatus } from './contract.ts';

/** A run of a scenario. What a person asked; the session does it and tells `status`. */
export interface FloodRun {
  readonly id: string;
  readonly scenario: FloodScenario;
  /** Went on from another run at a time: what-if beside it. */
  readonly from?: { readonly run: string; readonly timeS: number };
  readonly wanted: 'go' | 'pause' | 'stop';
  /** Most simulated seconds a second; Infinity: as fast as it can. */
  readonly pace: number;
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
}

export const initialLook: FloodLook = {
  colouring: 'depth',
  rating: 'urban',
  showsStreaks: true,
  showsWater: true,
  showsConsequences: true,
  arrivalDepthM: 0.05,
};

const initial: FloodState = {
  scenarios: [],
  edited: '',
  runs: [],
  shown: '',
  compared: '',
  status: {},
  look: initialLook,
  followsRun: true,
  tool: '',
};

export const floodSlice = defineSlice<FloodState>({ id: FLOOD, initial });
export const selectFlood = floodSlice.select;

export const changeLook = (store: AppStore, part: Partial<FloodLook>) =>
  floodSlice.update(store, (state) => ({ ...state, look: { ...state.look, ...part } }));

export const openTool = (store: AppStore, tool: string) =>
  floodSlice.update(store, (state) => ({ ...state, tool }));
