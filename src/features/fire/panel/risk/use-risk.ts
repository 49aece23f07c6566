// What the screens of the risk read: the line to the worker, the city's frame, answers that follow each rescore.

import { useEffect, useState } from 'react';
import { useFrame, useFrames } from '#scene/use-frames.tsx';
import type { FireLine, FireProtocol } from '#workers/fire/client.ts';
import { FIRE_LINE, FIRE_RISK, type RiskFrame } from '../../contract/risk.ts';

/** How long an answer stands at least before a rescore has it asked again. */
const PAUSE_MS = 1500;

type CallName = keyof FireProtocol['calls'] & string;

/** The line to the worker; undefined until the session has one. */
export const useRiskLine = (): FireLine | undefined => useFrame<FireLine>(FIRE_LINE);

/** Undefined before the first rescore. */
export const useRiskFrame = (): RiskFrame | undefined => useFrame<RiskFrame>(FIRE_RISK);

export interface RiskAnswer<Result> {
  /** Of this question; of the one before only where that is kept. */
  readonly answer: Result | undefined;
  readonly failure: string | undefined;
  readonly isAsking: boolean;
}

interface AskOptions {
  readonly isWanted?: boolean;
  /** The answer to the question before stays in sight until the next is there, as in a list that is filtered. */
  readonly keeps?: boolean;
  /** Tells one question from another where the parameters are too long to be compared. */
  readonly about?: unknown;
}

/** What the worker answers to a question; asked again after a rescore, one at a time. Undefined `params` ask nothing. */
export function useRiskAnswer<Name extends CallName>(
  name: Name,
  params: FireProtocol['calls'][Name]['params'],
  { isWanted = true, keeps = false, about = params }: AskOptions = {},
): RiskAnswer<FireProtocol['calls'][Name]['result']> {
  const frames = useFrames();
  const line = useRiskLine();
  const key = JSON.stringify(about ?? null);
  const [known, setKnown] = useState<{
    readonly key: string;
    readonly answer?: FireProtocol['calls'][Name]['result'];
    readonly failure?: string;
  }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the question is.
  useEffect(() => {
    if (!line || !isWanted) return;
    const stop = new AbortController();
    let isOpen = false;
    let isOld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      isOpen = true;
      isOld = false;
      try {
        const answer = await line.call(name, params, { signal: stop.signal });
        if (!stop.signal.aborted) setKnown({ key, answer });
      } catch (error) {
        if (stop.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setKnown((before) => ({ ...(before?.key === key ? before : { key }), failure }));
      }
      isOpen = false;
      timer = setTimeout(() => {
        timer = undefined;
        if (isOld) void ask();
      }, PAUSE_MS);
    };
    const unsubscribe = frames.subscribe((channel) => {
      if (channel !== FIRE_RISK) return;
      isOld = true;
      if (!isOpen && timer === undefined) void ask();
    });
    void ask();
    return () => {
      unsubscribe();
      clearTimeout(timer);
      stop.abort();
    };
  }, [frames, line, name, key, isWanted]);

  const isThis = known?.key === key;
  return {
    answer: isThis || keeps ? known?.answer : undefined,
    failure: isThis ? known.failure : undefined,
    isAsking: isWanted && !isThis,
  };
}
