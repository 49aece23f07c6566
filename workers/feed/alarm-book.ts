// The alarms that stand or wait, kept true by events and read anew where events may have been missed.

import type { Alarm } from '#contract/live-event.ts';

export interface AlarmBookOptions {
  readonly read: () => Promise<readonly Alarm[]>;
  /** The book was read anew. */
  readonly onReplaced: () => void;
  /** Why the book can't be read; undefined once it was. */
  readonly onProblem: (problem: string | undefined) => void;
}

const RETRY_MS = 10_000;

export class AlarmBook {
  readonly #options: AlarmBookOptions;
  readonly #alarms = new Map<number, Alarm>();
  #news: Alarm[] | undefined;
  #isRead = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AlarmBookOptions) {
    this.#options = options;
  }

  /** Undefined until the book was read. */
  get all(): readonly Alarm[] | undefined {
    return this.#isRead ? [...this.#alarms.values()] : undefined;
  }

  note(alarm: Alarm): void {
    // What stands no more and waits for nobody leaves the book.
    const isOver = alarm.clearedAtMs !== undefined && alarm.acknowledgedAtMs !== undefined;
    if (isOver) this.#alarms.delete(alarm.id);
    else this.#alarms.set(alarm.id, alarm);
    this.#news?.push(alarm);
  }

  stop(): void {
    clearTimeout(this.#retry);
  }

  /** Reads until it succeeds. What is noted while the answer is on its way is newer than the answer. */
  async readAnew(): Promise<void> {
    clearTimeout(this.#retry);
    if (this.#news) return;
    this.#news = [];
    const news = this.#news;
    try {
      const alarms = await this.#options.read();
      this.#news = undefined;
      this.#isRead = true;
      this.#alarms.clear();
      for (const alarm of [...alarms, ...news]) this.note(alarm);
      this.#options.onProblem(undefined);
      this.#options.onReplaced();
    } catch (error) {
      this.#news = undefined;
      this.#retry = setTimeout(() => void this.readAnew(), RETRY_MS);
      this.#options.onProblem(error instanceof Error ? error.message : String(error));
    }
  }
}
