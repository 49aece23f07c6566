// How the screens ask the worker for building models: through what the session publishes in `scene/frames.ts`.

import { useEffect, useMemo, useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import type { BimProtocol } from '#workers/bim/client.ts';
import { BIM_LINE, BIM_MODELS, type BimLine, type BimModels } from '../session/line.ts';

type Calls = BimProtocol['calls'];

export interface Answer<Value> {
  /** The latest answer, also while a newer one is on its way; undefined before the first. */
  readonly value: Value | undefined;
  readonly isWaiting: boolean;
  /** Why the last question failed. */
  readonly failure: string | undefined;
  readonly retry: () => void;
}

const NO_MODELS: BimModels = [];

/** The line to the worker; undefined until the session has one. */
export const useLine = (): BimLine | undefined => useFrame<BimLine>(BIM_LINE);

/** The open models, in the order of their bases. */
export const useModels = (): BimModels => useFrame<BimModels>(BIM_MODELS) ?? NO_MODELS;

/**
 * Asks when the parameters or the open models have become others; asks nothing without parameters.
 * An answer of other models is never shown for these.
 */
export function useAnswer<Name extends keyof Calls & string>(
  name: Name,
  params: Calls[Name]['params'] | undefined,
): Answer<Calls[Name]['result']> {
  const line = useLine();
  const models = useModels();
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<Known<Calls[Name]['result']>>();
  const key = params === undefined ? undefined : JSON.stringify(params);
  // The same object as long as it says the same, so that a render asks nothing anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the parameters.
  const asked = useMemo(() => params, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    if (!line || asked === undefined) return;
    const stop = new AbortController();
    line.call(name, asked, { signal: stop.signal }).then(
      (value) => {
        if (!stop.signal.aborted) setKnown({ asked, models, value, failure: undefined });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setKnown((before) => ({
          asked,
          models,
          value: before?.models === models ? before.value : undefined,
          failure,
        }));
      },
    );
    return () => stop.abort();
  }, [line, models, name, asked, attempt]);

  const isOfThese = known?.models === models && asked !== undefined;
  return {
    value: isOfThese ? known.value : undefined,
    isWaiting: asked !== undefined && !(isOfThese && known.asked === asked),
    failure: isOfThese && known.asked === asked ? known.failure : undefined,
    retry: () => setAttempt(attempt + 1),
  };
}

interface Known<Value> {
  readonly asked: unknown;
  readonly models: BimModels;
  readonly value: Value | undefined;
  readonly failure: string | undefined;
}
