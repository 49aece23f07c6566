// Judges the nights over the session's line, by itself when the tool opens; the report stays when it closes.

import { useEffect, useRef, useState } from 'react';
import { useFrame, useFrames } from '#scene/use-frames.tsx';
import {
  NIGHT_LINE,
  NIGHT_REPORT,
  type NightLine,
  type NightReport,
  type NightSettings,
} from '../../contract/night-flow.ts';

const LITRE_AN_HOUR = 1e-3 / 3600;

export const usualSettings: NightSettings = {
  fromHour: 2,
  untilHour: 4,
  useM3sACustomer: 1.7 * LITRE_AN_HOUR,
  nightDayHours: 24,
};

export interface Nights {
  readonly report: NightReport | undefined;
  /** 0–1 while the record is read. */
  readonly progress: number | undefined;
  readonly failure: string | undefined;
  readonly canRun: boolean;
  start(settings: NightSettings): void;
}

export function useNights(network: string | undefined): Nights {
  const frames = useFrames();
  const line = useFrame<NightLine>(NIGHT_LINE);
  const known = useFrame<NightReport>(NIGHT_REPORT);
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => () => running.current?.abort(), []);

  async function judge(settings: NightSettings): Promise<void> {
    if (!line || network === undefined) return;
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setProgress(0);
    setFailure(undefined);
    const tell = (share: number) => {
      if (!stop.signal.aborted) setProgress(share);
    };
    try {
      const report = await line.report(network, settings, stop.signal, tell);
      if (!stop.signal.aborted) frames.publish(NIGHT_REPORT, report);
    } catch (error) {
      if (!stop.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      if (running.current === stop) setProgress(undefined);
    }
  }

  const report = known?.network === network ? known : undefined;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current || !line || network === undefined || report) return;
    hasBegun.current = true;
    void judge(usualSettings);
  });
  return {
    ...{ report, progress, failure, canRun: line !== undefined },
    start: (settings) => void judge(settings),
  };
}
