import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { saveBlob, useNotify } from '#ui';
import { messages } from './messages.ts';

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
