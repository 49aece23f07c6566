// What the screens of the consequences read: the numbers of the shown and of the compared run, lists from the worker.

import { useEffect, useRef, useState } from 'react';
import { isDaytime } from '#model/day-or-night.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { useKit } from '#ui';
import type { FloodHits } from '#workers/flood/client.ts';
import type { FloodImpact, HitQuery } from '../../contract/impact.ts';
import { FLOOD_IMPACT, second } from '../../contract.ts';
import { selectFlood } from '../../state.ts';
import { useFloodLine, useShownRun, useShownTimeS } from '../use-flood.ts';

/** How often it is looked whether the run has gone on, and how long a list stands at least. */
const LOOK_MS = 250;
const PAUSE_MS = 900;

/** Numbers of the run that is shown, at the shown time; undefined before its first water. */
export function useImpact(): FloodImpact | undefined {
  const impact = useFrame<FloodImpact>(FLOOD_IMPACT);
  const shown = useAppState((state) => selectFlood(state).shown);
  return impact?.run === shown ? impact : undefined;
}

/** Numbers of the run that it is compared with. */
export function useComparedImpact(): FloodImpact | undefined {
  const impact = useFrame<FloodImpact>(second(FLOOD_IMPACT));
  const compared = useAppState((state) => selectFlood(state).compared);
  return impact?.run === compared ? impact : undefined;
}

/** Whether the shown moment is by day in the city. */
export function useIsDaytime(): boolean {
  const run = useShownRun();
  const timeS = useShownTimeS() ?? 0;
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  return isDaytime((run?.scenario.startMs ?? 0) + timeS * 1000, timeZone);
}

export const useLanguage = () => useKit().language;

export interface HitsAnswer {
  readonly answer: FloodHits | undefined;
  readonly failure: string | undefined;
}

/** What a query finds of the shown run up to the shown moment; asked again as both go on, one question at a time. */
export function useHits(query: HitQuery): HitsAnswer {
  const line = useFloodLine();
  const run = useAppState((state) => selectFlood(state).shown);
  const followsRun = useAppState((state) => selectFlood(state).followsRun);
  const damage = useAppState((state) => selectFlood(state).damage);
  const impactS = useImpact()?.timeS;
  const shownS = useShownTimeS();
  const [known, setKnown] = useState<{ readonly run: string; readonly answer: FloodHits }>();
  const [failure, setFailure] = useState<string>();
  // Where the run stands changes many times a second: it is looked up, and begins nothing anew.
  const moment = useRef<Moment>({});
  moment.current = { impactS, untilS: followsRun ? undefined : shownS };
  const key = JSON.stringify(query);
  const hasWater = impactS !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another table calls for the list anew.
  useEffect(() => {
    if (!line || run === '' || !hasWater) return;
    const stop = new AbortController();
    let asked: Moment | undefined;
    let askedMs = Number.NEGATIVE_INFINITY;
    let isOpen = false;
    const ask = async () => {
      const { untilS, impactS: seenS } = moment.current;
      const isSame = asked && asked.untilS === untilS && asked.impactS === seenS;
      if (isOpen || isSame || performance.now() - askedMs < PAUSE_MS) return;
      asked = moment.current;
      askedMs = performance.now();
      isOpen = true;
      const params = { run, query, ...(untilS !== undefined && { timeS: untilS }) };
      try {
        const answer = await line.call('hits', params, { signal: stop.signal });
        setKnown({ run, answer });
        setFailure(undefined);
      } catch (error) {
        if (!stop.signal.aborted) setFailure(sentenceOf(error));
      }
      isOpen = false;
    };
    void ask();
    const timer = setInterval(() => void ask(), LOOK_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [line, run, key, hasWater, damage]);

  return { answer: known?.run === run ? known.answer : undefined, failure };
}

interface Moment {
  readonly impactS?: number | undefined;
  readonly untilS?: number | undefined;
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
