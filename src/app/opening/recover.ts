import { retryLayer } from '#store/layers.ts';
import type { AppStore } from '#store/store.ts';
import { notify } from '#store/workbench.ts';
import { messages } from './messages.ts';

/** After the server was silent: draws the layers that failed meanwhile anew. */
export function takeUpAgain(store: AppStore): void {
  const { layers, problems } = store.getState();
  const troubled = new Set(problems.map(({ path }) => path.split('/')[0] ?? path));
  for (const [id, { status }] of Object.entries(layers)) {
    if (status.kind === 'failed' || troubled.has(id)) retryLayer(store, id);
  }
  notify(store, { id: 'server', tone: 'info', text: messages.serverIsBack });
}

export function sayNewBuild(store: AppStore): void {
  notify(store, { id: 'new-build', tone: 'info', text: messages.newBuild });
}
