import { useState } from 'react';
import { useNotify } from '../feedback/toast.ts';
import { saveBlob } from './save-file.ts';

interface SavingWords {
  readonly saved: (name: string) => string;
  readonly failed: string;
}

/** Writes a file and hands it over; says so, or why not. */
export function useSaving({ saved, failed }: SavingWords): {
  readonly isWorking: boolean;
  readonly save: (name: string, write: () => Promise<Blob>) => void;
} {
  const notify = useNotify();
  const [isWorking, setWorking] = useState(false);
  const save = async (name: string, write: () => Promise<Blob>) => {
    setWorking(true);
    try {
      saveBlob(name, await write());
      notify({ tone: 'good', title: saved(name) });
    } catch (error) {
      notify({
        tone: 'critical',
        title: failed,
        detail: error instanceof Error ? error.message : String(error),
      });
    } finally {
      setWorking(false);
    }
  };
  return { isWorking, save: (name, write) => void save(name, write) };
}
