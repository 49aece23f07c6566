import { useEffect, useState } from 'react';
import { waitForTurn } from './turns.ts';

/** Whether it is one's turn to be built; `isNow` takes it at once. */
export function useTurn(isNow = false): boolean {
  const [isDue, setDue] = useState(isNow);
  useEffect(() => (isNow ? undefined : waitForTurn(() => setDue(true))), [isNow]);
  return isDue;
}
