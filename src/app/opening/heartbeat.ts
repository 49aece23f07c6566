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

/** `late`: no answer in time, which a page that is busy drawing may have missed itself. */
type Pulse = 'alive' | 'late' | 'silent';

/** While a city is open, asks now and then whether the server still has it; returns how to stop. */
export function watchServer(
  store: AppStore,
  events: HeartbeatEvents,
  readManifest = fetchManifest,
): () => void {
  const stopped = new AbortController();
  let wasLate = false;
  let timer: ReturnType<typeof setTimeout>;

  async function beat(): Promise<void> {
    const { city, opening } = store.getState();
    if (city && !document.hidden) {
      const pulse = await ask(city.baseUrl, city.manifest.build);
      if (stopped.signal.aborted) return;
      const isSilent = pulse === 'silent' || (pulse === 'late' && wasLate);
      wasLate = pulse === 'late';
      if (isSilent && opening.silentSince === undefined) {
        changeOpening(store, { silentSince: instant(Date.now()) });
      } else if (pulse === 'alive' && opening.silentSince !== undefined) {
        changeOpening(store, { silentSince: undefined });
        events.onReturn();
      }
    }
    const isInDoubt = wasLate || store.getState().opening.silentSince !== undefined;
    timer = setTimeout(beat, isInDoubt ? WHILE_SILENT_MS : EVERY_MS);
  }

  async function ask(baseUrl: string, build: string): Promise<Pulse> {
    const limit = AbortSignal.any([stopped.signal, AbortSignal.timeout(5000)]);
    try {
      const manifest = await readManifest(`${baseUrl}city.json`, limit);
      if (manifest.build !== build) events.onNewBuild();
      return 'alive';
    } catch (error) {
      return error instanceof DOMException && error.name === 'TimeoutError' ? 'late' : 'silent';
    }
  }

  timer = setTimeout(beat, EVERY_MS);
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
