import { useAppState, useText } from '#store/use-store.tsx';
import { useSaving } from '#ui';
import type { FloodLine } from '#workers/flood/client.ts';
import type { FloodStatus } from '../../contract.ts';
import type { FloodRun } from '../../state/initial.ts';
import { useFloodLine, useFloodStatus, useShownRun, useShownTimeS } from '../use-flood.ts';
import { messages } from './messages.ts';

/** The run that is taken along, at the moment that is shown. */
export interface Exported {
  readonly line: FloodLine;
  readonly run: FloodRun;
  readonly status: FloodStatus;
  readonly timeS: number;
  readonly city: string;
}

/** Undefined before the run's first water. */
export function useExported(): Exported | undefined {
  const line = useFloodLine();
  const run = useShownRun();
  const status = useFloodStatus(run?.id ?? '');
  const timeS = useShownTimeS();
  const city = useAppState((state) => state.city?.manifest.name ?? '');
  if (!line || !run || !status || status.phase === 'preparing' || timeS === undefined) {
    return undefined;
  }
  return { line, run, status, timeS, city };
}

/** Writes a file and hands it over; says so, or why not. */
export function useFiles(): ReturnType<typeof useSaving> {
  const say = useText();
  return useSaving({ saved: (name) => say(messages.saved(name)), failed: say(messages.failed) });
}
