// Runs a search of the water worker, with progress and cancel; its result stays when the tool closes.

import { useEffect, useRef, useState } from 'react';
import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { useFrame, useFrames } from '#scene/use-frames.tsx';
import { presentOf } from '#store/clock.ts';
import { useAppStore } from '#store/use-store.tsx';
import type { AnalysisNews } from '../../contract/analyses.ts';
import { HYDRAULICS_LINE } from '../../contract/channels.ts';
import { WATER_INCIDENT, type WaterIncident, type WaterMoment } from '../../contract/water.ts';
import type { HydraulicsLine } from '../../session/water/line.ts';

export interface Analysis<Result> {
  /** 0–1 while it runs. */
  readonly progress: number | undefined;
  readonly result: Result | undefined;
  readonly failure: string | undefined;
  readonly canRun: boolean;
  start(
    ask: (line: HydraulicsLine, signal: AbortSignal) => AsyncIterable<AnalysisNews<Result>>,
  ): void;
  stop(): void;
}

export function useAnalysis<Result>(channel: string): Analysis<Result> {
  const frames = useFrames();
  const line = useFrame<HydraulicsLine>(HYDRAULICS_LINE);
  const result = useFrame<Result>(channel);
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => () => running.current?.abort(), []);

  return {
    ...{ progress, result, failure },
    canRun: line !== undefined,
    start(ask) {
      if (!line) return;
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      setProgress(0);
      setFailure(undefined);
      const read = async () => {
        try {
          for await (const news of ask(line, stop.signal)) {
            if (news.kind === 'progress') setProgress(news.share);
            else frames.publish(channel, news.result);
          }
        } catch (error) {
          if (!stop.signal.aborted)
            setFailure(error instanceof Error ? error.message : String(error));
        } finally {
          if (running.current === stop) setProgress(undefined);
        }
      };
      void read();
    },
    stop() {
      running.current?.abort();
      setProgress(undefined);
    },
  };
}

/** The instant that is shown, as the water worker is asked about it. */
export function useWaterMoment(network: string | undefined): () => WaterMoment {
  const store = useAppStore();
  const frames = useFrames();
  return () => {
    const { clock } = store.getState();
    const atMs = clock.mode === 'live' ? presentOf(clock, Date.now()) : clock.now;
    const incident = frames.peek<WaterIncident>(WATER_INCIDENT);
    const steps = incident !== undefined && incident.network === network ? incident.history : [];
    const readings = frames.peek<readonly NetworkReading[]>(NETWORK_READINGS) ?? [];
    return {
      ...{ network: network ?? '', atMs, history: steps.filter((step) => step.atMs <= atMs) },
      readings: readings.filter((reading) => reading.network === 'water'),
    };
  };
}
