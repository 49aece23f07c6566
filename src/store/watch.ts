import type { AppState, AppStore } from './store.ts';

/** Calls `act` whenever one of the values that `select` returns has become another one. */
export function watch(
  store: AppStore,
  select: (state: AppState) => readonly unknown[],
  act: () => void,
): () => void {
  let known = select(store.getState());
  return store.subscribe((state) => {
    const next = select(state);
    if (next.every((value, position) => Object.is(value, known[position]))) return;
    known = next;
    act();
  });
}
