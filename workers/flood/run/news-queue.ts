// What a run has to tell, for one reader who may be slow: places and events in their order, of everything else the
// latest alone.

import type { FloodNews } from '../protocol.ts';

const latestKinds: ReadonlySet<FloodNews['kind']> = new Set(['frame', 'status', 'impact']);

export class NewsQueue {
  #waiting: FloodNews[] = [];
  #wake = () => {};
  #hasEnded = false;

  /** Whether a frame put now would be the first one waiting. */
  get wantsFrame(): boolean {
    return !this.#waiting.some(({ kind }) => kind === 'frame');
  }

  put(news: FloodNews): void {
    const at = latestKinds.has(news.kind)
      ? this.#waiting.findIndex(({ kind }) => kind === news.kind)
      : -1;
    if (at >= 0) this.#waiting[at] = news;
    else this.#waiting.push(news);
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  /** Ends when everything was read after `end`, or at once when the signal aborts. */
  async *read(signal: AbortSignal): AsyncGenerator<FloodNews, void> {
    const wake = () => this.#wake();
    signal.addEventListener('abort', wake, { once: true });
    try {
      while (!signal.aborted) {
        const news = this.#waiting.shift();
        if (news) yield news;
        else if (this.#hasEnded) return;
        else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }
}
