import type { Session, SessionContext } from '#features/feature.ts';
import { parts } from './session/parts.ts';

/** Starts every part of fire on the open city; one that ends takes nothing of the others with it. */
export function startSession(context: SessionContext): Session {
  const life = new AbortController();
  const stops = parts.map((start) => start(context, life.signal));
  return {
    stop() {
      life.abort();
      for (const stop of stops) if (typeof stop === 'function') stop();
    },
  };
}
