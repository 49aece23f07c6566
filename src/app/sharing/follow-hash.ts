import type { Feature } from '#features/feature.ts';
import type { AppStore } from '#store/store.ts';
import type { Opener } from '../opening/opener.ts';
import { toHash } from './link.ts';
import { toSharedView } from './shared-view.ts';

const SETTLE_MS = 400;

/**
 * Keeps the address bar a link to what is on the screen, so that a reload returns to it, and opens a link
 * that is put there. Returns how to stop.
 */
export function followHash(
  store: AppStore,
  features: readonly Feature[],
  opener: Opener,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    if (state.opening.step.kind !== 'open') return;
    const view = toSharedView(state, features);
    const hash = view && toHash(view);
    if (!hash || hash === location.hash) return;
    const address = new URL(location.href);
    address.searchParams.set('city', view.city);
    address.hash = hash;
    history.replaceState(history.state, '', address);
  }

  const forget = store.subscribe((state, before) => {
    const isOfLink =
      state.camera !== before.camera ||
      state.clock.mode !== before.clock.mode ||
      (state.clock.mode === 'set' && state.clock.now !== before.clock.now) ||
      state.layers !== before.layers ||
      state.features !== before.features ||
      state.selection !== before.selection ||
      state.city !== before.city;
    if (isOfLink) timer ??= setTimeout(write, SETTLE_MS);
  });
  const writeNow = () => timer !== undefined && write();
  const follow = () => void opener.openLink(location.hash);
  window.addEventListener('pagehide', writeNow);
  window.addEventListener('hashchange', follow);
  return () => {
    clearTimeout(timer);
    forget();
    window.removeEventListener('pagehide', writeNow);
    window.removeEventListener('hashchange', follow);
  };
}
