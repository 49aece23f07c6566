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
  /** Names of the driving gauges that are silent for three intervals. */
  readonly silent: readonly string[];
  start(settings: LiveSettings): void;
  stop(): void;
}
