// What is wrong with floods, each said once beside the layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD } from '../contract.ts';

export interface FloodProblems {
  /** Another reason takes the place of the one said before; undefined: it is all right again. */
  say(topic: string, text: Text | undefined): void;
  clearAll(): void;
}

export function createFloodProblems(store: AppStore, now: () => number): FloodProblems {
  const said = new Map<string, string>();
  const place = (topic: string) => ({ path: `${FLOOD}/${topic}`, code: topic });
  const clear = (topic: string) => {
    if (said.delete(topic)) clearProblem(store, place(topic));
  };
  return {
    say(topic, text) {
      if (text && said.get(topic) === text.en) return;
      clear(topic);
      if (!text) return;
      said.set(topic, text.en);
      reportProblem(store, { ...place(topic), text, since: instant(now()) });
    },
    clearAll() {
      for (const topic of [...said.keys()]) clear(topic);
    },
  };
}

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
