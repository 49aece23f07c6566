import { useEffect, useState } from 'react';
import type { FloodHits } from '#workers/flood/client.ts';
import type { Exported } from '../use-exported.ts';

const MOST = 12;

/** Events and closed streets up to the moment of the briefing; undefined until they are read. */
export function useLists({ line, run, timeS }: Exported): FloodHits | undefined {
  const [lists, setLists] = useState<FloodHits>();
  useEffect(() => {
    const stop = new AbortController();
    const query = { lists: ['events', 'closures'], most: MOST } as const;
    line.call('hits', { run: run.id, timeS, query }, { signal: stop.signal }).then(
      (answer) => setLists(answer),
      // The sheet says the rest without them.
      () => {},
    );
    return () => stop.abort();
  }, [line, run.id, timeS]);
  return lists;
}
