// Kept frames of a run at wanted times: one question in flight, the latest wish wins.

import type { FloodLine, FloodProtocol } from '#workers/flood/client.ts';
import { WorkerDiedError } from '#workers/port.ts';

type Found = FloodProtocol['calls']['frameAt']['result'];

export interface SeekerEvents {
  readonly onFound: (run: string, found: Found) => void;
  readonly onFailure: (error: unknown) => void;
}

export class Seeker {
  readonly #line: FloodLine;
  readonly #events: SeekerEvents;
  #wish: { readonly run: string; readonly timeS: number } | undefined;
  #isAsking = false;
  #asked = 0;

  constructor(line: FloodLine, events: SeekerEvents) {
    this.#line = line;
    this.#events = events;
  }

  ask(run: string, timeS: number): void {
    this.#wish = { run, timeS };
    if (!this.#isAsking) void this.#askOn();
  }

  /** What is asked for is no longer wanted. */
  cancel(): void {
    this.#wish = undefined;
    this.#asked++;
  }

  async #askOn(): Promise<void> {
    this.#isAsking = true;
    for (let wish = this.#wish; wish; wish = this.#wish) {
      this.#wish = undefined;
      const asked = this.#asked;
      try {
        const found = await this.#line.call('frameAt', wish);
        if (asked === this.#asked) this.#events.onFound(wish.run, found);
      } catch (error) {
        if (asked === this.#asked && !(error instanceof WorkerDiedError)) {
          this.#events.onFailure(error);
        }
      }
    }
    this.#isAsking = false;
  }
}
