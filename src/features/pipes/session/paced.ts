// Work asked for often and done seldom: one at a time, no sooner than a while after the last, the latest wish wins.

export class PacedWork {
  readonly #work: () => Promise<void>;
  readonly #gapMs: number;
  readonly #onFailure: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #isAsked = false;
  #isStopped = false;

  constructor(work: () => Promise<void>, gapMs: number, onFailure: (error: unknown) => void) {
    this.#work = work;
    this.#gapMs = gapMs;
    this.#onFailure = onFailure;
  }

  ask(): void {
    this.#isAsked = true;
    if (!this.#isRunning && this.#timer === undefined) void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#isStopped) return;
    this.#isAsked = false;
    this.#isRunning = true;
    try {
      await this.#work();
    } catch (error) {
      if (!this.#isStopped) this.#onFailure(error);
    }
    this.#isRunning = false;
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isAsked) void this.#run();
    }, this.#gapMs);
  }
}
