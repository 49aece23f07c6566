import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { saveBlob, useNotify } from '#ui';
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
export function useSaving(): {
  readonly isWorking: boolean;
  readonly save: (name: string, write: () => Promise<Blob>) => void;
} {
  const say = useText();
  const notify = useNotify();
  const [isWorking, setWorking] = useState(false);
  const save = async (name: string, write: () => Promise<Blob>) => {
    setWorking(true);
    try {
      saveBlob(name, await write());
      notify({ tone: 'good', title: say(messages.saved(name)) });
    } catch (error) {
      notify({
        tone: 'critical',
        title: say(messages.failed),
        detail: error instanceof Error ? error.message : String(error),
      });
    } finally {
      setWorking(false);
    }
  };
  return { isWorking, save: (name, write) => void save(name, write) };
}
