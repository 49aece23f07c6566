// The one way in for readings, whoever sends them: checked, told to those who listen, stored.

import type { ObservationBatch } from '../observation-batch.ts';
import { checkBatch } from './check-batch.ts';
import { createListeners } from './listeners.ts';
import { WriteBehind, type WriteBehindOptions } from './write-behind.ts';

export interface Intake {
  /**
   * Takes what can be used of a batch, which is not written to afterwards. Listeners are told before this
   * returns; what is stored, and what is not, tells `stored`.
   */
  accept(batch: ObservationBatch): Acceptance;
  /** Told of each batch of good rows, at once, whether or not the database is there. */
  onBatch(listener: (batch: ObservationBatch) => void): () => void;
  /** Readings of these datastreams, and no others, are taken for the city. */
  learn(city: string, datastreams: Iterable<number>): void;
  /** Rows that are not stored yet. */
  readonly waitingRows: number;
  /** Stores what waits; nothing may be accepted afterwards. */
  drain(): Promise<void>;
}

export interface Acceptance {
  readonly accepted: number;
  readonly refused: number;
  /** What is wrong with the first refused row, in one sentence. */
  readonly reason?: string;
  /**
   * Resolves when the accepted rows are stored. Rejects with `IntakeFullError` where too many wait, or with
   * what the database said; nobody has to look.
   */
  readonly stored: Promise<void>;
}

export type IntakeOptions = WriteBehindOptions;

export function createIntake(options: IntakeOptions): Intake {
  const { report, now = Date.now } = options;
  const listeners = createListeners<ObservationBatch>(report);
  const behind = new WriteBehind(options);
  const cityOf = new Map<number, string>();
  const isKnown = (datastream: number) => cityOf.has(datastream);
  let isDrained = false;

  return {
    accept(batch) {
      if (isDrained) throw new Error('The server is stopping and takes no more readings.');
      const { batch: good, ...rest } = checkBatch(batch, isKnown, now());
      const accepted = good.datastream.length;
      if (accepted > 0) listeners.tell(good);
      const stored = behind.add(good);
      stored.catch(() => undefined);
      return { accepted, ...rest, stored };
    },
    onBatch: (listener) => listeners.add(listener),
    learn(city, datastreams) {
      for (const [datastream, known] of cityOf) if (known === city) cityOf.delete(datastream);
      for (const datastream of datastreams) cityOf.set(datastream, city);
    },
    get waitingRows() {
      return behind.rows;
    },
    async drain() {
      isDrained = true;
      await behind.drain();
    },
  };
}
