import type { WeatherReading } from '#model/weather-reading.ts';
import type { AlarmedBuilding } from '../contract/alarmed.ts';
import type { BuildingRef, DroughtRecord, FireScenario, FireStatus } from '../contract.ts';
import type { EvacuationState } from './evacuation.ts';
import { initialEvacuation } from './evacuation.ts';
import { type FireLook, initialLook } from './look.ts';
import { initialReleases, type ReleasesState } from './releases.ts';
import { initialResponse, type ResponseState } from './response.ts';
import { initialRisk, type RiskState } from './risk.ts';
import { initialWildland, type WildlandState } from './wildland.ts';

/** Each part lives in a file of its own, with what changes it. */
export interface FireState {
  /** Fires in the twin, the newest last; what is shown and what it is compared with: ids, '' none. */
  readonly scenarios: readonly FireScenario[];
  readonly shown: string;
  readonly compared: string;
  /** Fires of the opened link that can't be read; they are said to be left out. */
  readonly unread: number;
  /** What each fire was before it was changed, the latest change last: `undo` goes back. */
  readonly past: Readonly<Record<string, readonly FireScenario[]>>;
  /** Seconds of the fire a second while its clock plays. */
  readonly pace: number;
  /** Latest news of the city's weather stations, where a fire takes its wind and air from. */
  readonly stations: readonly WeatherReading[];
  /** Drought code of the city's fire weather of the day; undefined where no noon of it was measured. */
  readonly drought: { readonly code: number; readonly record: DroughtRecord } | undefined;
  /** Buildings that are selected, or that selected detectors are in: what acts on a selection takes. */
  readonly selected: readonly BuildingRef[];
  /** Buildings whose detectors are beyond a limit now, the worst first. */
  readonly alarmed: readonly AlarmedBuilding[];
  /** Of each scenario by its id. */
  readonly status: Readonly<Record<string, FireStatus>>;
  /** Members of the ensemble that is wanted of the shown scenario; 0: none. */
  readonly members: number;
  /** The run that an incident was opened from, and the key of that. */
  readonly incident: { readonly scenario: string; readonly key: string } | undefined;
  /** Open tool of the card; '' none. */
  readonly tool: string;
  /** What a person points at on the globe now. */
  readonly pointing: FirePointing | undefined;
  readonly look: FireLook;
  readonly risk: RiskState;
  readonly releases: ReleasesState;
  readonly response: ResponseState;
  readonly evacuation: EvacuationState;
  readonly wildland: WildlandState;
}

export const pointedThings = [
  ...([
    'ignition',
    'defence',
    'engine',
    'release',
    'stand-by',
    'closure',
    'zone',
    'wildland',
  ] as const),
] as const;

/** A pointer tool: points are added until the thing is made of them. */
export interface FirePointing {
  readonly thing: (typeof pointedThings)[number];
  readonly shape: 'point' | 'line' | 'area';
  readonly points: readonly (readonly [longitudeDeg: number, latitudeDeg: number])[];
}

export const initial: FireState = {
  scenarios: [],
  shown: '',
  compared: '',
  unread: 0,
  past: {},
  pace: 60,
  stations: [],
  drought: undefined,
  selected: [],
  alarmed: [],
  status: {},
  members: 0,
  incident: undefined,
  tool: '',
  pointing: undefined,
  look: initialLook,
  risk: initialRisk,
  releases: initialReleases,
  response: initialResponse,
  evacuation: initialEvacuation,
  wildland: initialWildland,
};
