// What of a run is kept: frames to be shown again and states to be gone on from, as far apart as its length asks for.

import type { FloodStatus } from '#features/flood/contract.ts';
import { MAXIMA_EVERY_S } from '#simulation/flood/maxima/keep-maxima.ts';
import type { FloodState } from '#simulation/flood/parts.ts';
import type { KeptRun } from '../protocol.ts';
import { KeptFrames } from './kept-frames.ts';
import { KeptSnapshots, type RunState } from './kept-snapshots.ts';
import { type FrameShape, quantise } from './quantise.ts';

/** Moments that lists and snapshots are made of (s of the run). */
export const KEPT_EVERY_S = 60;
/** Frames that a run of any length keeps at most, before memory bounds it. */
const FRAME_COUNT = 720;
const SNAPSHOT_COUNT = 60;

export class RunKeeper {
  readonly frames: KeptFrames;
  readonly #snapshots: KeptSnapshots;

  constructor(run: string, durationS: number) {
    this.frames = new KeptFrames(run, spacing(durationS, FRAME_COUNT, MAXIMA_EVERY_S));
    this.#snapshots = new KeptSnapshots(spacing(durationS, SNAPSHOT_COUNT, KEPT_EVERY_S));
  }

  /** `isKept`: whatever the spacing. */
  keepFrame(state: FloodState, shape: FrameShape, isKept: boolean): void {
    if (!isKept && !this.frames.isDue(state.timeS)) return;
    this.frames.keep(quantise(shape, state, new Set()).frame);
  }

  isStateDue(timeS: number): boolean {
    return this.#snapshots.isDue(timeS);
  }

  get hasState(): boolean {
    return this.#snapshots.timesS.length > 0;
  }

  keepState(state: RunState): void {
    this.#snapshots.keep(state);
  }

  /** The last state at or before a time. */
  stateBefore(timeS: number): RunState | undefined {
    return this.#snapshots.before(timeS);
  }

  describe(status: FloodStatus): KeptRun {
    const { timesS, everyS, bytes } = this.frames;
    return {
      status,
      fromS: timesS[0] ?? 0,
      toS: timesS.at(-1) ?? 0,
      everyS,
      frames: timesS.length,
      frameBytes: bytes,
      snapshotsS: this.#snapshots.timesS,
      snapshotBytes: this.#snapshots.bytes,
    };
  }
}

/** A multiple of `unitS` by which `durationS` is cut into about `count` pieces. */
const spacing = (durationS: number, count: number, unitS: number): number =>
  Math.max(1, Math.ceil(durationS / count / unitS)) * unitS;
