// What others want done with a run, by the loop between two slices of it.

export class TaskLine {
  readonly #run: string;
  #tasks: (() => Promise<void>)[] = [];
  #hasEnded = false;
  #wake = () => {};

  constructor(run: string) {
    this.#run = run;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get isEmpty(): boolean {
    return this.#tasks.length === 0;
  }

  /** Resolves when it is done; rejects with its error, and where the run has ended. */
  add(task: () => void | Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#tasks.push(async () => {
        try {
          if (this.#hasEnded) throw new Error(`Run ${this.#run} has ended.`);
          await task();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
      if (this.#hasEnded) void this.#tasks.pop()?.();
      this.#wake();
    });
  }

  async doAll(): Promise<void> {
    for (const task of this.#tasks.splice(0)) await task();
  }

  wake(): void {
    this.#wake();
  }

  untilWoken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** What still waits is refused. */
  end(): void {
    this.#hasEnded = true;
    for (const task of this.#tasks.splice(0)) void task();
  }
}
