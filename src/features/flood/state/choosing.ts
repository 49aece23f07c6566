import type { AppStore } from '#store/store.ts';
import { change } from './change.ts';

/** Ways to begin come into view; gives back how to say that they left it. */
export function choose(store: AppStore): () => void {
  change(store, () => ({ isChoosing: true }));
  return () => change(store, () => ({ isChoosing: false }));
}
