// Tells one reader what is being fetched; a slow reader gets the latest only.

import type { Loading } from '#features/city/contract.ts';

export class LoadingFeed {
  #latest: { readonly loading: Loading | undefined } | undefined;
  #wake: (() => void) | undefined;

  report(loading: Loading | undefined): void {
    this.#latest = { loading };
    this.#wake?.();
  }

  async *read(signal: AbortSignal): AsyncGenerator<Loading | undefined> {
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
    while (!signal.aborted) {
      const latest = this.#latest;
      this.#latest = undefined;
      if (latest) yield latest.loading;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
