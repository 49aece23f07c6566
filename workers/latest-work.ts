// One piece of work at a time: a newer one ends an older one, a failed one is tried again later.

export interface LatestWorkOptions {
  /** Told of a failure; says whether to try again by itself. */
  readonly onFailure: (error: unknown) => boolean;
  readonly onSuccess: () => void;
  readonly firstWaitMs?: number;
}

export type Work = (signal: AbortSignal) => Promise<void>;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

export class LatestWork {
  readonly #options: LatestWorkOptions;
  #work: Work | undefined;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitMs = 0;

  constructor(options: LatestWorkOptions) {
    this.#options = options;
  }

  /** Starts `work` in the place of what was running or waiting. */
  run(work: Work): void {
    this.#work = work;
    this.#waitMs = this.#options.firstWaitMs ?? FIRST_WAIT_MS;
    void this.#start(work);
  }

  /** Does the last work again, at once. */
  again(): void {
    if (this.#work) this.run(this.#work);
  }

  stop(): void {
    this.#work = undefined;
    this.#clear();
  }

  #clear(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  async #start(work: Work): Promise<void> {
    this.#clear();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      await work(signal);
      if (!signal.aborted) this.#options.onSuccess();
    } catch (error) {
      if (signal.aborted || !this.#options.onFailure(error)) return;
      this.#timer = setTimeout(() => void this.#start(work), this.#waitMs);
      this.#waitMs = Math.min(LONGEST_WAIT_MS, this.#waitMs * 2);
    }
  }
}
