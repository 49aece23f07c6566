import { retryLayer } from '#store/layers.ts';
import type { AppStore } from '#store/store.ts';
import { dismissNotice, type Notice, notify } from '#store/workbench.ts';
import { messages } from './messages.ts';

/** So long good news stands over the picture. */
const READ_MS = 8000;

/** After the server was silent: draws the layers that failed meanwhile anew. */
export function takeUpAgain(store: AppStore): void {
  const { layers, problems } = store.getState();
  const troubled = new Set(problems.map(({ path }) => path.split('/')[0] ?? path));
  for (const [id, { status }] of Object.entries(layers)) {
    if (status.kind === 'failed' || troubled.has(id)) retryLayer(store, id);
  }
  const notice: Notice = { id: 'server', tone: 'info', text: messages.serverIsBack };
  notify(store, notice);
  setTimeout(() => {
    if (store.getState().workbench.notices.includes(notice)) dismissNotice(store, notice.id);
  }, READ_MS);
}

export function sayNewBuild(store: AppStore): void {
  notify(store, { id: 'new-build', tone: 'info', text: messages.newBuild });
}
