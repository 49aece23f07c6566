// Counts changes, so that readers who are slow see the latest and miss none.

export class Changes {
  #count = 0;
  #waiting: (() => void)[] = [];

  note(): void {
    this.#count++;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** The count once it is another than `seen`, or at once when the signal aborts. */
  async after(seen: number, signal: AbortSignal): Promise<number> {
    while (this.#count === seen && !signal.aborted)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    return this.#count;
  }
}
