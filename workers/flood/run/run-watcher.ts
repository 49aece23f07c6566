// Who and what the water of a run reaches, and which of its parts begin to work: told as they are seen.

import type { FloodScenario } from '#features/flood/contract.ts';
import type { MaximaKeeper } from '#simulation/flood/maxima/keep-maxima.ts';
import type { FloodState } from '#simulation/flood/parts.ts';
import type { FloodForcing, FloodObserver, ObservedRun, OpenObserver } from '../parts.ts';
import type { RunTeller } from './run-teller.ts';
import { worksBegun } from './works-begun.ts';

export class RunWatcher {
  readonly #teller: RunTeller;
  #observer: FloodObserver | undefined;
  #working: ReadonlySet<string> | undefined;

  constructor(teller: RunTeller) {
    this.#teller = teller;
  }

  get observer(): FloodObserver | undefined {
    return this.#observer;
  }

  /** Beside the run, which doesn't wait for it. */
  async open(openObserver: OpenObserver | undefined, run: ObservedRun): Promise<void> {
    try {
      this.#observer = await openObserver?.(run);
    } catch (error) {
      this.#teller.keepProblem(error);
    }
  }

  async observe(state: FloodState, maxima: MaximaKeeper, isKept: boolean): Promise<void> {
    if (!this.#observer) return;
    const { timeS } = state;
    const seen = await this.#observer.observe({ timeS, state, maxima: maxima.maxima(), isKept });
    if (seen.impact) this.#teller.tell({ kind: 'impact', impact: seen.impact });
    this.#teller.tellEvents(seen.events ?? []);
  }

  /** Breaches and barriers that begin. */
  tellOfWork(scenario: FloodScenario, forcing: FloodForcing, timeS: number): void {
    const working = new Set(
      forcing.flows().flatMap(({ id, state }) => (state === 'working' ? [id] : [])),
    );
    this.#teller.tellEvents(worksBegun(scenario, working, this.#working, timeS));
    this.#working = working;
  }
}
