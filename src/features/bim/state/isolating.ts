// Which parts are shown alone, and how a part that is not seen is seen again.

import type { AppStore } from '#store/store.ts';
import type { PartKey } from '../contract.ts';
import { bimSlice, isolate, showParts } from '../state.ts';

/** Shows these alone; once more, and everything is shown again. */
export function toggleIsolated(store: AppStore, parts: readonly PartKey[]): void {
  const { isolated } = bimSlice.select(store.getState()).look;
  const isSame = isolated.length === parts.length && parts.every((part) => isolated.includes(part));
  isolate(store, isSame ? [] : parts);
}

/** Adds a part to those that are shown alone, or takes it away from them. */
export function toggleAmongIsolated(store: AppStore, part: PartKey): void {
  const { isolated } = bimSlice.select(store.getState()).look;
  isolate(
    store,
    isolated.includes(part) ? isolated.filter((one) => one !== part) : [...isolated, part],
  );
}

/**
 * Shows a part again, whatever took it away: itself, something it is in, or that others are shown alone.
 * `path` is its own key after those of what it is in.
 */
export function showAgain(store: AppStore, path: readonly PartKey[]): void {
  const { isolated, hidden } = bimSlice.select(store.getState()).look;
  showParts(store, path);
  const part = path.at(-1);
  const isAlone = path.some((key) => isolated.includes(key));
  if (part && isolated.length > 0 && !isAlone && !path.some((key) => hidden.includes(key))) {
    isolate(store, [...isolated, part]);
  }
}
