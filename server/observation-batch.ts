/** Readings on their way from a source or a request to storage, alarms and `/live`: columns of one length. */
export interface ObservationBatch {
  /** Ids of datastreams. */
  readonly datastream: Uint32Array;
  /** Phenomenon time, ms UTC. */
  readonly timeMs: Float64Array;
  /** In the datastream's stored unit; NaN where quality says missing. */
  readonly value: Float64Array;
  /** See `quality` in `#contract/live-frame.ts`. */
  readonly quality: Uint8Array;
}
