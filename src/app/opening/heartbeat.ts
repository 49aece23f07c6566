import { instant } from '#model/time.ts';
import { changeOpening } from '#store/opening.ts';
import type { AppStore } from '#store/store.ts';
import { fetchManifest } from './server.ts';

const EVERY_MS = 10_000;
const WHILE_SILENT_MS = 3000;

export interface HeartbeatEvents {
  /** The server answers again after a silence: what failed meanwhile is worth another try. */
  readonly onReturn: () => void;
  /** The open city has been built anew since. */
  readonly onNewBuild: () => void;
}

/** While a city is open, asks now and then whether the server still has it; returns how to stop. */
export function watchServer(store: AppStore, events: HeartbeatEvents): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout>;

  async function beat(): Promise<void> {
    const { city, opening } = store.getState();
    if (city && !document.hidden) {
      const isAlive = await ask(city.baseUrl, city.manifest.build);
      if (stopped.signal.aborted) return;
      if (!isAlive && opening.silentSince === undefined) {
        changeOpening(store, { silentSince: instant(Date.now()) });
      } else if (isAlive && opening.silentSince !== undefined) {
        changeOpening(store, { silentSince: undefined });
        events.onReturn();
      }
    }
    const isSilent = store.getState().opening.silentSince !== undefined;
    timer = setTimeout(beat, isSilent ? WHILE_SILENT_MS : EVERY_MS);
  }

  async function ask(baseUrl: string, build: string): Promise<boolean> {
    const limit = AbortSignal.any([stopped.signal, AbortSignal.timeout(5000)]);
    try {
      const manifest = await fetchManifest(`${baseUrl}city.json`, limit);
      if (manifest.build !== build) events.onNewBuild();
      return true;
    } catch {
      return false;
    }
  }

  timer = setTimeout(beat, EVERY_MS);
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
