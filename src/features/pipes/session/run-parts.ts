// The parts at work on the open networks: started anew where these have changed, left alone where a new worker has
// opened the same ones.

import type { NetworkSource, OpenNetwork } from '../contract.ts';
import type { PartContext, StartPart } from './part.ts';
import { isSame } from './sources.ts';

export class PartsAtWork {
  readonly #parts: readonly StartPart[];
  readonly #context: Omit<PartContext, 'networks' | 'sources' | 'signal'>;
  #known: readonly [readonly OpenNetwork[], readonly NetworkSource[]] = [[], []];
  #life = new AbortController();
  #stops: readonly (() => void)[] = [];

  constructor(
    parts: readonly StartPart[],
    context: Omit<PartContext, 'networks' | 'sources' | 'signal'>,
  ) {
    this.#parts = parts;
    this.#context = context;
  }

  /** `sources` of networks that could not be opened are left out. */
  run(networks: readonly OpenNetwork[], sources: readonly NetworkSource[]): void {
    const opened = sources.filter(({ id }) => networks.some(({ network }) => network === id));
    if (isSame(this.#known, [networks, opened])) return;
    this.stop();
    this.#known = [networks, opened];
    if (networks.length === 0) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const context: PartContext = { ...this.#context, networks, sources: opened, signal };
    this.#stops = this.#parts.map((start) => start(context));
  }

  stop(): void {
    this.#life.abort();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#known = [[], []];
  }
}
