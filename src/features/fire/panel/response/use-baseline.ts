import { useEffect, useState } from 'react';
import { useFrames } from '#scene/use-frames.tsx';
import { useAppState, useAppStore } from '#store/use-store.tsx';
import type { StandardRow } from '../../contract/response.ts';
import { wishOf } from '../../session/response/wish.ts';
import { selectFire } from '../../state.ts';
import { useResponseLine } from './use-response.ts';

/** The measures of the city as it is; undefined where nothing was changed here, or it is not known yet. */
export function useBaseline(): readonly StandardRow[] | undefined {
  const store = useAppStore();
  const frames = useFrames();
  const line = useResponseLine();
  const isChanged = useAppState((state) => {
    const { added, closedStations, closedStreets } = selectFire(state).response;
    return added.length + closedStations.length + closedStreets.length > 0;
  });
  const [rows, setRows] = useState<readonly StandardRow[]>();
  useEffect(() => {
    if (!isChanged || !line) {
      setRows(undefined);
      return;
    }
    const stop = new AbortController();
    const asItIs = { added: [], closedStations: [], closedStreets: [] };
    const wish = { ...wishOf(store.getState(), frames, Date.now()), ...asItIs };
    line.call('cover', wish, { signal: stop.signal }).then(
      ({ standards }) => setRows(standards),
      () => {
        // Without it the measures stand alone; the session says what is wrong with the worker.
      },
    );
    return () => stop.abort();
  }, [isChanged, line, store, frames]);
  return rows;
}
