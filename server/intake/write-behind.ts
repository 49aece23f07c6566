// Readings wait here for the database: written in few large batches, tried again while it is away, and no
// more of them than memory can hold.

import { setTimeout as sleep } from 'node:timers/promises';
import type { ObservationBatch } from '../observation-batch.ts';
import { isConnectionLoss } from '../storage/connection-loss.ts';
import type { Database } from '../storage/database.ts';
import { createDays, startOfDay } from '../storage/observation-days.ts';
import { joinBatches } from '../storage/observation-order.ts';
import { writeObservations } from '../storage/observations.ts';

export interface WriteBehindOptions {
  readonly database: Database;
  readonly keepDays: number;
  readonly report: (sentence: string) => void;
  readonly now?: () => number;
  /** Rows that may wait, 21 bytes each; a city of 10,000 sensors fills them in 100 s. */
  readonly mostRows?: number;
  /** How long a stop waits for a database that is away; 5 s by default. */
  readonly stopPatienceMs?: number;
}

/** Readings were not stored because too many wait already; the sender may try again. */
export class IntakeFullError extends Error {
  override readonly name = 'IntakeFullError';
}

interface Waiting {
  readonly batch: ObservationBatch;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const ROWS_A_WRITE = 50_000;
const MOST_ROWS = 1_000_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
const STOP_PATIENCE_MS = 5000;

export class WriteBehind {
  readonly #options: WriteBehindOptions;
  readonly #mostRows: number;
  readonly #now: () => number;
  readonly #readyDays = new Set<number>();
  #waiting: Waiting[] = [];
  #rows = 0;
  #lostRows = 0;
  #writing: Promise<void> | undefined;
  #giveUpMs = Number.POSITIVE_INFINITY;

  constructor(options: WriteBehindOptions) {
    this.#options = options;
    this.#mostRows = options.mostRows ?? MOST_ROWS;
    this.#now = options.now ?? Date.now;
  }

  /** Rows that are not stored yet. */
  get rows(): number {
    return this.#rows;
  }

  /** Resolves when the batch is stored; rejects with `IntakeFullError` or what storage said. */
  add(batch: ObservationBatch): Promise<void> {
    const count = batch.datastream.length;
    if (count === 0) return Promise.resolve();
    if (this.#rows + count > this.#mostRows) {
      if (this.#lostRows === 0)
        this.#options.report('Readings come faster than they are stored; some are left out.');
      this.#lostRows += count;
      const sentence = `${this.#rows} readings wait to be stored already; try again in a while.`;
      return Promise.reject(new IntakeFullError(sentence));
    }
    this.#rows += count;
    const stored = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
    });
    this.#writing ??= this.#writeAll();
    return stored;
  }

  /** Stores what waits; where the database is away it gives up after a while and says how much is lost. */
  async drain(): Promise<void> {
    this.#giveUpMs = Date.now() + (this.#options.stopPatienceMs ?? STOP_PATIENCE_MS);
    await this.#writing;
    this.#giveUpMs = Number.POSITIVE_INFINITY;
  }

  async #writeAll(): Promise<void> {
    // What comes in the same turn of the loop goes into the same write.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const taken = this.#take();
      const batch = joinBatches(taken.map((one) => one.batch));
      const failure = await this.#write(batch).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      );
      const count = batch.datastream.length;
      this.#rows -= count;
      if (failure) {
        this.#options.report(`${count} readings were not stored: ${failure.message}.`);
        for (const { reject } of taken) reject(failure);
      } else {
        for (const { resolve } of taken) resolve();
        this.#noteRecovery();
      }
    }
    // Here and not when the promise settles: in between, a batch would wait for a loop that has ended.
    this.#writing = undefined;
  }

  #take(): Waiting[] {
    let rows = 0;
    let count = 0;
    for (const { batch } of this.#waiting) {
      rows += batch.datastream.length;
      if (count > 0 && rows > ROWS_A_WRITE) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** Tries until the database is there; to write the same again is harmless, should its yes have been lost. */
  async #write(batch: ObservationBatch): Promise<void> {
    const { database, report } = this.#options;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        await this.#prepareDays(batch);
        await writeObservations(database, batch);
        if (pauseMs > FIRST_PAUSE_MS) report('The database is back; readings are stored again.');
        return;
      } catch (error) {
        if (!isConnectionLoss(error) || Date.now() + pauseMs > this.#giveUpMs) throw error;
        if (pauseMs === FIRST_PAUSE_MS) report('The database is away; readings wait in memory.');
        await sleep(pauseMs);
      }
    }
  }

  async #prepareDays({ timeMs }: ObservationBatch): Promise<void> {
    const days = new Set<number>();
    for (const instantMs of timeMs) days.add(startOfDay(instantMs));
    const unready = [...days].filter((day) => !this.#readyDays.has(day));
    if (unready.length === 0) return;
    const { database, keepDays } = this.#options;
    await createDays(database, unready, { nowMs: this.#now(), keepDays });
    for (const day of unready) this.#readyDays.add(day);
  }

  #noteRecovery(): void {
    if (this.#lostRows === 0 || this.#rows > this.#mostRows / 2) return;
    this.#options.report(`${this.#lostRows} readings were left out; all are stored again.`);
    this.#lostRows = 0;
  }
}
