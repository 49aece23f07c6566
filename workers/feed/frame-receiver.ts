// Decides what a frame means to one who has read up to some sequence: news, old news, or a gap before it.

import type { LiveFrame } from '#contract/live-frame.ts';

export type Reception =
  /** Everything is replaced by it. */
  | 'snapshot'
  /** The next one: its readings are news. */
  | 'news'
  /** It was received before. */
  | 'duplicate'
  /** Frames before it are missing; it is not to be used. */
  | 'gap';

export class FrameReceiver {
  #sequence = -1;
  #topic = -1;
  #isFirst = true;

  /** Of the latest frame taken; −1 before the first. */
  get sequence(): number {
    return this.#sequence;
  }

  /** A connection was begun; its first snapshot counts whatever its sequence: the server may be another. */
  begin(): void {
    this.#isFirst = true;
  }

  /** What was taken so far is no longer worth going on from. */
  forget(): void {
    this.#sequence = -1;
  }

  receive({
    sequence,
    topic,
    isSnapshot,
  }: Pick<LiveFrame, 'sequence' | 'topic' | 'isSnapshot'>): Reception {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    // Sequences of two topics have nothing to do with each other: the server was started anew.
    const isOther = topic !== this.#topic;
    if (isSnapshot && (isFirst || isOther || sequence > this.#sequence)) {
      this.#sequence = sequence;
      this.#topic = topic;
      return 'snapshot';
    }
    const isKnown = this.#sequence >= 0 && !isOther;
    const isNext = isKnown && sequence === this.#sequence + 1;
    // A connection begins with a snapshot or goes on; an old frame first means that its snapshot was lost.
    if (!isNext) return isFirst || !isKnown || sequence > this.#sequence ? 'gap' : 'duplicate';
    this.#sequence = sequence;
    return 'news';
  }
}
