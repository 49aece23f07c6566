// What an incident, a trace or a tool has the table show beside the look: screens publish it, the session has
// `workers/pipes` paint it.

import type { NetworkChanges } from '#model/network-changes.ts';

/** Channel of `scene/frames.ts` with a `PipeMarks`; nothing is marked where there is none. */
export const PIPE_MARKS = 'pipes/marks';

/** Indices with base (see `NetworkBase`). */
export interface PipeMarks {
  /** Shown as `pipeFlags.isolated`. */
  readonly isolated: Uint32Array;
  /** Shown as `pipeFlags.noSupply`: stranded, or without power. */
  readonly noSupply: Uint32Array;
  /** Shown as `pipeFlags.marked`: valves to close, a trace, a path. */
  readonly marked: Uint32Array;
  /** What differs from normal operation, by network: bursts, and what is closed, are shown. */
  readonly changes: Readonly<Record<string, NetworkChanges>>;
  /** Colours these in the place of what the look asks for: how likely each is, 0–1. */
  readonly heat?: PipeHeat | undefined;
}

/** Turned round: the darker the likelier. */
export const HEAT_RAMP = 'magma';

export interface PipeHeat {
  readonly indices: Uint32Array;
  readonly shares: Float32Array;
}

export const noMarks: PipeMarks = {
  isolated: new Uint32Array(),
  noSupply: new Uint32Array(),
  marked: new Uint32Array(),
  changes: {},
};
