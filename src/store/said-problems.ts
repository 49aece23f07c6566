// What is wrong with a part of the app, each said once beside its layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from './problems.ts';
import type { AppStore } from './store.ts';

export interface SaidProblems {
  /** Another reason takes the place of the one said before; undefined: it is all right again. */
  say(topic: string, text: Text | undefined): void;
  clearAll(): void;
}

/** `path`: whose they are, the layer's id first, such as `fire/response`. */
export function createSaidProblems(store: AppStore, path: string, now: () => number): SaidProblems {
  const said = new Map<string, string>();
  const place = (topic: string) => ({ path: `${path}/${topic}`, code: topic });
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
