// What becomes of a stand-by place and of a street that a person points at on the globe.

import type { AppStore } from '#store/store.ts';
import { notify } from '#store/workbench.ts';
import type { FireResponseLine } from '#workers/fire-response/client.ts';
import { addStandBy, toggleStreet } from '../../state/change-response.ts';
import { onPointed } from '../../state/pointing.ts';
import { selectFire } from '../../state.ts';
import { responseMessages } from './messages.ts';
import { sentenceOf } from './parts.ts';

export function makeResponsePointed({
  store,
  line,
  signal,
}: {
  readonly store: AppStore;
  readonly line: FireResponseLine;
  readonly signal: AbortSignal;
}): () => void {
  const warn = (text: { readonly en: string; readonly zh: string }) =>
    notify(store, { id: 'fire/response', tone: 'warning', text });
  const ends = [
    onPointed(store, 'stand-by', ({ points: [at] }) => {
      if (!at) return;
      const { added } = selectFire(store.getState()).response;
      const { language } = store.getState().preferences;
      addStandBy(store, responseMessages.standBy(added.length + 1)[language], at);
    }),
    onPointed(store, 'closure', ({ points: [at] }) => {
      if (!at) return;
      line
        .call('streetAt', { at }, { signal })
        .then((street) => {
          if (street) toggleStreet(store, street.id);
          else warn(responseMessages.noStreet);
        })
        .catch((error: unknown) => {
          if (signal.aborted) return;
          const why = sentenceOf(error);
          warn({ en: why, zh: why });
        });
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
