import type { Assumption } from './imported-network.ts';

/** Collects what an importer had to assume, each kind once with how often. */
export class AssumptionList {
  readonly #found = new Map<
    string,
    { text: (count: number) => Assumption['text']; count: number }
  >();

  /** `en` and `zh` may hold `#` for how many elements it is about. */
  add(code: string, en: string, zh: string, count = 1): void {
    const earlier = this.#found.get(code);
    if (earlier) earlier.count += count;
    else {
      const fill = (words: string, number: number) => words.replace('#', String(number));
      this.#found.set(code, {
        text: (number) => ({ en: fill(en, number), zh: fill(zh, number) }),
        count,
      });
    }
  }

  get all(): Assumption[] {
    return [...this.#found].map(([code, { text, count }]) => ({ code, text: text(count), count }));
  }
}
