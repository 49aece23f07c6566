import { useEffect, useState } from 'react';
import { useFrames } from '#scene/use-frames.tsx';
import { useAppStore } from '#store/use-store.tsx';
import type { CoverFrame } from '../../contract/response.ts';
import type { RiskChange } from '../../contract/risk.ts';
import { wishOf } from '../../session/response/wish.ts';
import { keyOfChange } from '../../state/change-risk.ts';
import { useCover, useResponseLine, useResponseStatus } from '../response/use-response.ts';

export interface TriedArrivals {
  /** Whether there is nothing more to wait for. */
  readonly isSettled: boolean;
  /** First engine of every building with those that are tried, over the streets; undefined where they can't be asked. */
  readonly firstEngineS?: Float32Array;
  /** Another one for other arrivals. */
  readonly key: string;
}

interface Known {
  readonly key: string;
  readonly cover: CoverFrame | undefined;
  readonly firstS?: Float32Array;
}

/** When engines come if those of the changes stood there: asked of the street network, anew when streets close. */
export function useTriedArrivals(changes: readonly RiskChange[]): TriedArrivals {
  const store = useAppStore();
  const frames = useFrames();
  const line = useResponseLine();
  const cover = useCover();
  const isReady = useResponseStatus()?.phase === 'ready';
  const [known, setKnown] = useState<Known>();
  const engines = changes.flatMap((change) => (change.kind === 'engine' ? [change] : []));
  const tried = engines.map(keyOfChange).join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is tried says which engines they are.
  useEffect(() => {
    if (tried === '' || !line || !isReady) return;
    const stop = new AbortController();
    const wish = wishOf(store.getState(), frames, Date.now());
    const added = engines.map(({ at, name }) => ({ id: `what-if/${at}`, name, at, engines: 1 }));
    line.call('cover', { ...wish, added: [...wish.added, ...added] }, { signal: stop.signal }).then(
      ({ firstS }) => setKnown({ key: tried, cover, firstS }),
      // By distance then; the session says what is wrong with the worker.
      () => stop.signal.aborted || setKnown({ key: tried, cover }),
    );
    return () => stop.abort();
  }, [tried, line, cover, isReady]);

  if (tried === '' || !line || !isReady) return { isSettled: true, key: tried };
  if (known?.key !== tried) return { isSettled: false, key: tried };
  const { firstS } = known;
  const key = `${tried} ${known.cover?.atMs ?? ''} ${firstS ? 'roads' : ''}`;
  return { isSettled: true, key, ...(firstS && { firstEngineS: firstS }) };
}
