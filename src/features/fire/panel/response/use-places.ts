import { useEffect, useRef, useState } from 'react';
import { useFrames } from '#scene/use-frames.tsx';
import { useAppStore } from '#store/use-store.tsx';
import type { PlaceRow, PlaceWish } from '#workers/fire-response/client.ts';
import { wishOf } from '../../session/response/wish.ts';
import { useResponseLine } from './use-response.ts';

const MOST = 6;

export type PlaceChoice = Pick<PlaceWish, 'standard' | 'by'>;

export interface Places {
  /** 0 … 1 while they are tried. */
  readonly progress: number | undefined;
  readonly rows: readonly PlaceRow[] | undefined;
  readonly failure: string | undefined;
  readonly canFind: boolean;
  find(choice: PlaceChoice): void;
  stop(): void;
}

/** Looks for the best next place when asked; leaving the screen ends it. */
export function usePlaces(): Places {
  const store = useAppStore();
  const frames = useFrames();
  const line = useResponseLine();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<number>();
  const [rows, setRows] = useState<readonly PlaceRow[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => () => running.current?.abort(), []);

  return {
    ...{ progress, rows, failure },
    canFind: line !== undefined,
    find(choice) {
      if (!line) return;
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      setProgress(0);
      setFailure(undefined);
      const wish = { ...wishOf(store.getState(), frames, Date.now()), ...choice, most: MOST };
      const read = async () => {
        try {
          for await (const news of line.stream('places', wish, { signal: stop.signal })) {
            if (news.kind === 'progress') setProgress(news.share);
            else setRows(news.rows);
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
