import type { CityManifest } from '#contract/city-package.ts';
import type { FieldAction } from '#contract/incident.ts';
import type { SensorThing } from '#contract/sensor-catalogue.ts';
import type { ObservationBatch } from '../observation-batch.ts';

/** Where readings come from: a model, a gateway, another platform. Made for one city. */
export interface Source {
  readonly id: string;
  readonly clock: SourceClock;
  /**
   * Readings of `fromMs` up to but not including `toMs`, in order of time, for the days before the start. A
   * source may tell the past in fewer readings the longer it lies before `presentMs`, `toMs` by default.
   */
  history(fromMs: number, toMs: number, presentMs?: number): AsyncIterable<ObservationBatch>;
  /** Delivers what is new, once a second at most, until stopped. */
  start(deliver: (batch: ObservationBatch) => void): void;
  stop(): Promise<void>;
}

export interface SourceContext {
  readonly manifest: CityManifest;
  /** Absolute folder that city.json lies in. */
  readonly folder: string;
  readonly sensors: readonly SensorThing[];
  /** Id of the datastream in the database. */
  readonly datastreamId: (thing: string, datastream: string) => number;
  readonly report: (sentence: string) => void;
  /** What people do to the city's networks, which a model of them follows. */
  readonly fieldWork?: FieldWork;
}

export interface FieldWork {
  /** All of it, in order of the city's time. */
  list(): Promise<readonly FieldEvent[]>;
  /** Called when there is more of it; returns how to stop. */
  watch(listener: () => void): () => void;
}

export type FieldEvent =
  | { readonly kind: 'action'; readonly atMs: number; readonly action: FieldAction }
  /** A burst somewhere, to train with. */
  | { readonly kind: 'drill'; readonly atMs: number; readonly seed: number };

export type CreateSource = (context: SourceContext) => Promise<Source>;

/** The time a source lives in; a source of real instruments cannot change it. */
export interface SourceClock {
  read(): ClockReading;
  /** Undefined where the time is nobody's to set. */
  readonly set?: (change: ClockChange) => void;
  /** Called after each change; returns how to stop. */
  watch(listener: () => void): () => void;
}

export interface ClockReading {
  /** ms UTC. */
  readonly nowMs: number;
  /** Seconds of source time a second; 0 while paused. */
  readonly rate: number;
}

export interface ClockChange {
  /** Jumps there, back or forth. */
  readonly nowMs?: number;
  readonly rate?: number;
}
