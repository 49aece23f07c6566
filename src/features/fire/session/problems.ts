// What is wrong with a part of the fire, each said once beside the layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { FIRE } from '../contract.ts';

export interface FireProblems {
  /** Another reason takes the place of the one said before; undefined: it is all right again. */
  say(topic: string, text: Text | undefined): void;
  clearAll(): void;
}

/** `part`: whose they are, such as `response`. */
export function createFireProblems(store: AppStore, part: string, now: () => number): FireProblems {
  const said = new Map<string, string>();
  const place = (topic: string) => ({ path: `${FIRE}/${part}/${topic}`, code: topic });
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
