// One piece of work at a time: what comes while it runs waits, and only the latest of it comes next. Unlike
// `LatestWork` it lets a running one get through, so that what follows a drag keeps up with it.

import type { Work } from '#workers/latest-work.ts';

export class InTurn {
  readonly #onFailure: (error: unknown) => void;
  readonly #life = new AbortController();
  #next: Work | undefined;
  #isBusy = false;

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  run(work: Work): void {
    this.#next = work;
    if (!this.#isBusy) void this.#go();
  }

  stop(): void {
    this.#next = undefined;
    this.#life.abort();
  }

  async #go(): Promise<void> {
    this.#isBusy = true;
    for (;;) {
      const work = this.#next;
      this.#next = undefined;
      if (!work || this.#life.signal.aborted) break;
      try {
        await work(this.#life.signal);
      } catch (error) {
        if (!this.#life.signal.aborted) this.#onFailure(error);
      }
    }
    this.#isBusy = false;
  }
}
