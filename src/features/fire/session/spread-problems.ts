// What is wrong with the spread, each said once beside the layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { FIRE } from '../contract.ts';

export interface SpreadProblems {
  /** Another reason takes the place of the one said before; undefined: it is all right again. */
  say(topic: string, text: Text | undefined): void;
  clearAll(): void;
}

export function createSpreadProblems(store: AppStore, now: () => number): SpreadProblems {
  const said = new Map<string, string>();
  const place = (topic: string) => ({ path: `${FIRE}/spread/${topic}`, code: topic });
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
