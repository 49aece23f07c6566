// What is wrong with the risk, each said once beside the layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { FIRE } from '../contract.ts';

type Topic = 'worker' | 'coefficients';

export interface RiskProblems {
  /** Another reason takes the place of the one said before; undefined: it is all right again. */
  say(topic: Topic, text: Text | undefined): void;
  clearAll(): void;
}

export function createRiskProblems(store: AppStore, now: () => number): RiskProblems {
  const said = new Map<Topic, string>();
  const place = (topic: Topic) => ({ path: `${FIRE}/risk/${topic}`, code: topic });
  const clear = (topic: Topic) => {
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
