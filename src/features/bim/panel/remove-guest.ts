import { dismissGuest, type Guest, welcomeGuest } from '#store/guests.ts';
import type { AppStore } from '#store/store.ts';
import { takeDown } from '#workers/shelf/client.ts';

/** A little longer than the notice that offers to undo it. */
const UNDO_MS = 12_000;

const takeOffShelf = async (id: string): Promise<void> => {
  if ('caches' in globalThis) await takeDown(id, caches);
};

/**
 * Takes a dropped model off the globe at once, and out of this browser when nobody can want it back any more:
 * kept there, it would join the city again the next time. Returns how to undo it.
 */
export function removeGuest(
  store: AppStore,
  guest: Guest,
  forget: (id: string) => Promise<void> = takeOffShelf,
): () => void {
  dismissGuest(store, guest.id);
  const timer = setTimeout(() => void forget(guest.id), UNDO_MS);
  return () => {
    clearTimeout(timer);
    welcomeGuest(store, guest);
  };
}
