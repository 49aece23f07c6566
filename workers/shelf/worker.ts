/// <reference lib="webworker" />
// The service worker: dropped cities come from the shelf, everything else from where it always came.

import { answerFromShelf, SHELF_PATH } from './shelf.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin || !url.pathname.startsWith(SHELF_PATH)) return;
  event.respondWith(answerFromShelf(event.request, caches));
});
