// What the city's gauges do for floods: drive boundaries, show residuals, restart the forecast.

import type { WaterReading } from '#model/water-reading.ts';

/** Channel of `scene/frames.ts` with a `LiveDesk`. */
export const FLOOD_LIVE = 'flood/live';

export interface LiveSettings {
  /** Ids of the gauges whose levels drive the river and the sea; '' none. */
  readonly river: string;
  readonly tide: string;
  /** Rain gauges: their mean falls on all of the ground. */
  readonly usesRain: boolean;
  /** Restarts so often, and looks so far ahead (s). */
  readonly everyS: number;
  readonly horizonS: number;
  /** So much of what the gauges said before now is computed first; 0: begins now, with all waters at rest. */
  readonly spinUpS: number;
}

/** A gauge of levels, and what the run says of its place. */
export interface LiveGauge {
  readonly reading: WaterReading;
  /** Level that the shown forecast has there now (m); undefined: none, or dry. */
  readonly simulatedM?: number;
  /** Gauge − simulated. */
  readonly residualM?: number;
  /** Of the residuals since the forecast began. */
  readonly rmsM?: number;
}

export type LivePhase = 'off' | 'running' | 'stale';

/** What the session holds of the live forecast, and what the card can ask of it. A new object at every change. */
export interface LiveDesk {
  readonly phase: LivePhase;
  readonly settings: LiveSettings;
  /** Gauges of levels; the others are in the channel of the readings. */
  readonly gauges: readonly LiveGauge[];
  /** Fresh rain gauges, and their mean (m/s). */
  readonly rain: { readonly fresh: number; readonly all: number; readonly meanMs: number };
  /** The run of the latest forecast; '' none. */
  readonly run: string;
  readonly restarts: number;
  /** When it was restarted last, by the clock of the source (ms UTC; NaN: never). */
  readonly restartedMs: number;
  /** Since when the gauges drive the run (ms UTC; NaN: none). */
  readonly startMs: number;
  /** Why the record of the hours before could not be had. */
  readonly recordProblem?: string;
  /** Names of the driving gauges that are silent for three intervals. */
  readonly silent: readonly string[];
  start(settings: LiveSettings): void;
  stop(): void;
}
