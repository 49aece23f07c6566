import { useEffect, useRef, useState } from 'react';
import {
  type ClearanceFinding,
  type FindingKind,
  findingKinds,
  type RuleTable,
} from '../../contract/clearance.ts';
import { useLine } from '../use-line.ts';

/** A part takes the worker a tenth of a second, so that other questions come in between. */
const parts = 60;
export const shownRows = 500;

export interface Check {
  readonly state: 'none' | 'running' | 'done' | 'stopped';
  readonly share: number;
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly pipes: number;
  readonly pairs: number;
  readonly failure: string | undefined;
}

const noCounts = { clash: 0, vertical: 0, horizontal: 0, cover: 0 };
const none: Check = {
  ...{ state: 'none', share: 0, counts: noCounts, pipes: 0, pairs: 0, failure: undefined },
};

/** Runs a check part by part; the findings stay in the worker. */
export function useCheck() {
  const line = useLine();
  const [check, setCheck] = useState(none);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function run(table: RuleTable, hidden: readonly string[]): Promise<void> {
    if (!line) return;
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const { signal } = own;
    let now: Check = { ...none, state: 'running' };
    setCheck(now);
    try {
      for (let part = 0; part < parts; part++) {
        const found = await line.call('clearances', { table, hidden, part, parts }, { signal });
        const counts = { ...now.counts };
        for (const kind of findingKinds) counts[kind] += found.counts[kind];
        now = {
          ...{ state: part === parts - 1 ? 'done' : 'running', failure: undefined },
          ...{ share: (part + 1) / parts, counts },
          ...{ pipes: now.pipes + found.pipes, pairs: now.pairs + found.pairs },
        };
        if (signal.aborted) return;
        setCheck(now);
      }
    } catch (error) {
      if (signal.aborted) return;
      const failure = error instanceof Error ? error.message : String(error);
      setCheck({ ...now, state: 'stopped', failure });
    }
  }

  return {
    check,
    run,
    stop: () => {
      stop.current?.abort();
      setCheck((now) => ({ ...now, state: 'stopped' }));
    },
  };
}

/** The worst findings of a kind, once a check has ended. */
export function useFindings(check: Check, kind: FindingKind | undefined) {
  const line = useLine();
  const [found, setFound] = useState<{
    readonly total: number;
    readonly rows: readonly ClearanceFinding[];
  }>({ total: 0, rows: [] });
  const { state, pairs } = check;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another check has other pairs.
  useEffect(() => {
    if (!line || (state !== 'done' && state !== 'stopped')) return;
    const own = new AbortController();
    const params = { kind, from: 0, limit: shownRows };
    line.call('clearanceFindings', params, { signal: own.signal }).then(
      (list) => !own.signal.aborted && setFound(list),
      () => {},
    );
    return () => own.abort();
  }, [line, state, pairs, kind]);
  return found;
}
