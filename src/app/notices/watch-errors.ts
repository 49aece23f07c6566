import type { AppStore } from '#store/store.ts';
import { notify } from '#store/workbench.ts';
import { messages } from './messages.ts';

/** Says what no panel caught in a notice, with what to send to whoever looks after the system. */
export function watchErrors(store: AppStore): () => void {
  const stopped = new AbortController();
  const say = (thrown: unknown) => {
    if (thrown instanceof Error && thrown.name === 'AbortError') return;
    const details = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    notify(store, { id: 'unexpected', tone: 'error', text: messages.unexpected, details });
  };
  const { signal } = stopped;
  window.addEventListener('error', (event) => event.error && say(event.error), { signal });
  window.addEventListener('unhandledrejection', (event) => say(event.reason), { signal });
  return () => stopped.abort();
}
