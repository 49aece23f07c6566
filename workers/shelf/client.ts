import { shelve } from './shelf.ts';

export { listShelf, readShelved, SHELF_PATH, takeDown } from './shelf.ts';

/** The browser can't keep dropped cities: no service workers here, as on a page without https. */
export class NoShelfError extends Error {
  override readonly name = 'NoShelfError';
}

/** Starts the service worker that answers for the shelf and waits until it answers for this page. */
export async function openShelf(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new NoShelfError('This page is not served from localhost or over https.');
  }
  const { serviceWorker } = navigator;
  // Built to the root, since a service worker answers only for what lies below it.
  const script = import.meta.env.DEV ? '/workers/shelf/worker.ts' : '/shelf.js';
  await serviceWorker.register(script, { type: 'module', scope: '/' });
  if (serviceWorker.controller) return;
  await new Promise<void>((resolve) => {
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}

/** Keeps a converted city in this browser; answers the address of its manifest. */
export async function keepCity(
  id: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<string> {
  await openShelf();
  return shelve(id, files, caches);
}
