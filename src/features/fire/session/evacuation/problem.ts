// What is wrong with the evacuation, said once beside the layer.

import type { Text } from '#model/text.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { FIRE } from '../../contract.ts';

const place = { path: `${FIRE}/evacuation`, code: 'evacuation' };

/** Another reason takes the place of the one said before; undefined: it is all right again. */
export function createEvacuationProblem(store: AppStore, now: () => number) {
  let said: string | undefined;
  return {
    say(text: Text | undefined): void {
      if (text?.en === said) return;
      if (said !== undefined) clearProblem(store, place);
      said = text?.en;
      if (text) reportProblem(store, { ...place, text, since: instant(now()) });
    },
  };
}
