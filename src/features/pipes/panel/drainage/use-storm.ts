// Runs a storm over the session's line and keeps how far it is; the run is published for the session, which shows
// its instants at the city's clock.

import { useEffect, useRef, useState } from 'react';
import { instant } from '#model/time.ts';
import { useFrame, useFrames } from '#scene/use-frames.tsx';
import { goLive, presentOf, setTime } from '#store/clock.ts';
import { useAppStore } from '#store/use-store.tsx';
import { DRAINAGE_LINE } from '../../contract/channels.ts';
import { DRAINAGE_RUN, type DrainageRequest, type DrainageRun } from '../../contract/drainage.ts';
import { pipeValues } from '../../contract.ts';
import type { DrainageLine } from '../../session/drainage.ts';
import { changeLook } from '../../state.ts';

export interface StormProgress {
  /** 0–1. */
  readonly share: number;
  readonly timesRealTime: number;
}

export interface Storm {
  readonly run: DrainageRun | undefined;
  readonly progress: StormProgress | undefined;
  readonly failure: string | undefined;
  readonly canRun: boolean;
  start(request: Omit<DrainageRequest, 'startMs'>): void;
  stop(): void;
  /** Forgets the run and shows the present. */
  close(): void;
}

export function useStorm(): Storm {
  const store = useAppStore();
  const frames = useFrames();
  const line = useFrame<DrainageLine>(DRAINAGE_LINE);
  const run = useFrame<DrainageRun>(DRAINAGE_RUN);
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<StormProgress>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => () => running.current?.abort(), []);

  async function follow(asked: Omit<DrainageRequest, 'startMs'>): Promise<void> {
    if (!line) return;
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setProgress({ share: 0, timesRealTime: 0 });
    setFailure(undefined);
    frames.publish(DRAINAGE_RUN, undefined);
    changeLook(store, { colouring: 'filling' });
    const { clock } = store.getState();
    const startMs = clock.mode === 'live' ? presentOf(clock, Date.now()) : clock.now;
    try {
      const news = line.stream('run', { ...asked, startMs }, { signal: stop.signal });
      for await (const one of news) {
        if (one.kind === 'progress') {
          const { doneS, totalS, timesRealTime, values } = one;
          setProgress({ share: doneS / totalS, timesRealTime });
          frames.publish(pipeValues(values.network), values);
        } else {
          frames.publish(DRAINAGE_RUN, one.run);
          setTime(store, instant(one.run.startMs));
        }
      }
    } catch (error) {
      if (!stop.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      if (running.current === stop) setProgress(undefined);
    }
  }
  return {
    ...{ run, progress, failure, canRun: line !== undefined },
    start: (request) => void follow(request),
    stop() {
      running.current?.abort();
      setProgress(undefined);
    },
    close() {
      frames.publish(DRAINAGE_RUN, undefined);
      goLive(store, instant(Date.now()));
    },
  };
}
