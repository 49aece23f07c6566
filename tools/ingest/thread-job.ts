// What the ingest asks of its threads, message by message.

import type { PlannedColumn } from '#conversion/attributes/plan.ts';
import type { Batch, Input } from '#conversion/input.ts';
import type { BatchSummary } from '#conversion/summary.ts';
import type { TileSummary, TileTask } from '#conversion/tiles/build-tile.ts';
import type { GeoidGrid } from '#model/geoid.ts';
import type { Place } from '#model/input-error.ts';

/** What a thread is born with. */
export interface ThreadSetup {
  readonly scratch: string;
  readonly outFolder: string;
  readonly spill: number;
  readonly geoid: GeoidGrid;
  readonly elevation: ElevationFiles | undefined;
}

export interface ElevationFiles {
  readonly files: readonly string[];
  readonly crs: string | undefined;
}

export type ThreadJob =
  | { readonly kind: 'open'; readonly number: number; readonly input: Input; readonly path: string }
  | { readonly kind: 'vertices'; readonly path: string; readonly file: string }
  | { readonly kind: 'columns'; readonly columns: readonly PlannedColumn[] }
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'tile'; readonly task: TileTask };

export type ThreadAnswer = BatchSummary | TileSummary | FoundVertices | undefined;

/** A list of vertices in memory that all threads share, and where in the file it begins. */
export interface FoundVertices {
  readonly at: number;
  readonly vertices: Float64Array<SharedArrayBuffer>;
}

export interface ThreadReply {
  readonly answer?: ThreadAnswer;
  readonly failure?: ThreadFailure;
}

/** An error across threads: classes don't survive the way. */
export interface ThreadFailure {
  readonly message: string;
  readonly stack: string | undefined;
  /** Of an `InputError`. */
  readonly place?: Place;
}
