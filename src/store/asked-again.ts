import { selectLayer } from './layers.ts';
import type { AppStore } from './store.ts';
import { watch } from './watch.ts';

/** Resolves when a person asks for the layer again, after `waitMs`, or when the signal is aborted. */
export function untilAskedAgain(
  store: AppStore,
  layer: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unwatch();
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    const unwatch = watch(store, (state) => [selectLayer(layer)(state).attempt], end);
    signal.addEventListener('abort', end, { once: true });
  });
}
