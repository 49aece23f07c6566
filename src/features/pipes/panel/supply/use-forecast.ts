// Asks for a run and keeps how far it is; the run itself is published for the session, which shows its instants.

import { useEffect, useRef, useState } from 'react';
import { noChanges } from '#model/network-changes.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import { NETWORK_READINGS } from '#model/network-reading.ts';
import { instant } from '#model/time.ts';
import { useFrames } from '#scene/use-frames.tsx';
import { goLive, presentOf, setTime } from '#store/clock.ts';
import { useAppStore } from '#store/use-store.tsx';
import {
  type QualityRequest,
  WATER_INCIDENT,
  WATER_RUN,
  type WaterIncident,
} from '../../contract/water.ts';
import { changeLook } from '../../state.ts';
import { useHydraulicsLine } from './use-supply.ts';

export interface ForecastRequest {
  readonly horizonS: number;
  readonly quality: QualityRequest | undefined;
  readonly stoppedPumps: readonly string[];
}

export interface Forecast {
  /** 0–1 while it runs. */
  readonly progress: number | undefined;
  readonly failure: string | undefined;
  readonly canRun: boolean;
  start(request: ForecastRequest): void;
  stop(): void;
  /** Forgets the run and shows the present. */
  close(): void;
}

export function useForecast(network: string): Forecast {
  const store = useAppStore();
  const frames = useFrames();
  const line = useHydraulicsLine();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => () => running.current?.abort(), []);

  async function run({ horizonS, quality, stoppedPumps }: ForecastRequest): Promise<void> {
    if (!line) return;
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setProgress(0);
    setFailure(undefined);
    const { clock } = store.getState();
    const atMs = clock.mode === 'live' ? presentOf(clock, Date.now()) : clock.now;
    const incident = frames.peek<WaterIncident>(WATER_INCIDENT);
    const steps = incident?.network === network ? incident.history : [];
    const now = steps.at(-1)?.changes ?? noChanges;
    const stopped = [...new Set([...now.stoppedPumps, ...stoppedPumps])];
    const readings = (frames.peek<readonly NetworkReading[]>(NETWORK_READINGS) ?? []).filter(
      (reading) => reading.network === 'water',
    );
    const request = {
      ...{ network, atMs, readings, horizonS, quality },
      history: [...steps, { atMs, changes: { ...now, stoppedPumps: stopped } }],
    };
    try {
      for await (const news of line.stream('run', request, { signal: stop.signal })) {
        if (news.kind === 'progress') setProgress(news.doneS / news.totalS);
        else {
          frames.publish(WATER_RUN, news.run);
          setTime(store, instant(news.run.startMs));
          changeLook(store, { colouring: quality?.kind ?? 'pressure' });
        }
      }
    } catch (error) {
      if (!stop.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      if (running.current === stop) setProgress(undefined);
    }
  }
  return {
    progress,
    failure,
    canRun: line !== undefined,
    start: (request) => void run(request),
    stop() {
      running.current?.abort();
      setProgress(undefined);
    },
    close() {
      frames.publish(WATER_RUN, undefined);
      goLive(store, instant(Date.now()));
    },
  };
}
