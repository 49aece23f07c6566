// How the screens ask `workers/pipes`: through what the session publishes in `scene/frames.ts`.

import { useEffect, useMemo, useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import type { PipesLine, PipesProtocol } from '#workers/pipes/client.ts';
import { PIPES_LINE, PIPES_NETWORKS } from '../contract/channels.ts';
import type { OpenNetwork } from '../contract.ts';

type Calls = PipesProtocol['calls'];

export interface Answer<Value> {
  /** The latest answer, also while a newer one is on its way; undefined before the first. */
  readonly value: Value | undefined;
  readonly isWaiting: boolean;
  /** Why the last question failed. */
  readonly failure: string | undefined;
  readonly retry: () => void;
}

const NONE: readonly OpenNetwork[] = [];

/** The line to the worker; undefined until the session has one. */
export const useLine = (): PipesLine | undefined => useFrame<PipesLine>(PIPES_LINE);

/** The open networks in the order of their bases. */
export const useNetworks = (): readonly OpenNetwork[] =>
  useFrame<readonly OpenNetwork[]>(PIPES_NETWORKS) ?? NONE;

/**
 * Asks when the parameters, the open networks or `version` have become others; asks nothing without parameters.
 * An answer about other networks is never shown for these.
 */
export function useAnswer<Name extends keyof Calls & string>(
  name: Name,
  params: Calls[Name]['params'] | undefined,
  version?: unknown,
): Answer<Calls[Name]['result']> {
  const line = useLine();
  const networks = useNetworks();
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<Known<Calls[Name]['result']>>();
  const key = params === undefined ? undefined : JSON.stringify(params);
  // The same object as long as it says the same, so that a render asks nothing anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the parameters.
  const asked = useMemo(() => params, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or version asks again.
  useEffect(() => {
    if (!line || asked === undefined) return;
    const stop = new AbortController();
    line.call(name, asked, { signal: stop.signal }).then(
      (value) => {
        if (!stop.signal.aborted) setKnown({ asked, networks, value, failure: undefined });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setKnown((before) => ({
          asked,
          networks,
          value: before?.networks === networks ? before.value : undefined,
          failure,
        }));
      },
    );
    return () => stop.abort();
  }, [line, networks, name, asked, attempt, version]);

  const isOfThese = known?.networks === networks && asked !== undefined;
  return {
    value: isOfThese ? known.value : undefined,
    isWaiting: asked !== undefined && !(isOfThese && known.asked === asked),
    failure: isOfThese && known.asked === asked ? known.failure : undefined,
    retry: () => setAttempt(attempt + 1),
  };
}

interface Known<Value> {
  readonly asked: unknown;
  readonly networks: readonly OpenNetwork[];
  readonly value: Value | undefined;
  readonly failure: string | undefined;
}
