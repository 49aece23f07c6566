import { useEffect, useMemo, useState } from 'react';
import type { PlaceDeg } from '../contract.ts';
import { useFloodLine, useFloodStatus, useShownRun } from './use-flood.ts';

/** Asked again when the run has gone on by this much, of its whole duration. */
const STEPS = 60;

export interface SeriesAnswer {
  readonly timeMs: Float64Array;
  readonly depthM: Float32Array;
  readonly levelM: Float32Array;
  readonly speedMs: Float32Array;
  /** Through the line, where it has more points than one. */
  readonly flowM3s: Float32Array;
}

const EMPTY = new Float32Array();

/** The course of the shown run's water at a point or through a line; undefined before the first answer. */
export function useSeries(line: readonly PlaceDeg[]): {
  readonly series: SeriesAnswer | undefined;
  readonly failure: string | undefined;
} {
  const worker = useFloodLine();
  const run = useShownRun();
  const status = useFloodStatus(run?.id ?? '');
  const [known, setKnown] = useState<{ run: string; key: string; series: SeriesAnswer }>();
  const [failure, setFailure] = useState<string>();
  const key = JSON.stringify(line);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the line.
  const asked = useMemo(() => line, [key]);
  const stepS = (run?.scenario.durationS ?? 3600) / STEPS;
  const step = Math.floor((status?.timeS ?? 0) / stepS);
  const isOver = status?.phase === 'done' || status?.phase === 'failed';
  const id = run?.id;
  const startMs = run?.scenario.startMs ?? 0;
  const hasBegun = status !== undefined && status.phase !== 'preparing';

  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that has gone on is asked anew.
  useEffect(() => {
    if (!worker || id === undefined || !hasBegun || asked.length === 0) return;
    const stop = new AbortController();
    const isPoint = asked.length === 1;
    const params = { run: id, points: isPoint ? asked : [], lines: isPoint ? [] : [asked] };
    worker.call('series', params, { signal: stop.signal }).then(
      ({ timeS, depthM, levelM, speedMs, flowM3s }) => {
        if (stop.signal.aborted) return;
        setFailure(undefined);
        setKnown({
          ...{ run: id, key },
          series: {
            timeMs: timeS.map((time) => startMs + time * 1000),
            depthM: depthM[0] ?? EMPTY,
            levelM: levelM[0] ?? EMPTY,
            speedMs: speedMs[0] ?? EMPTY,
            flowM3s: flowM3s[0] ?? EMPTY,
          },
        });
      },
      (error: unknown) => {
        if (!stop.signal.aborted)
          setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => stop.abort();
  }, [worker, id, asked, key, step, isOver, hasBegun]);

  const isOfThis = known?.run === id && known?.key === key;
  return { series: isOfThis ? known?.series : undefined, failure };
}
