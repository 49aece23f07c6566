import type { ReactNode } from 'react';
import { useTurn } from '../use-turn.ts';

/** What is long to build, and not what somebody who presses waits for: it comes in a task of its own. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useTurn() ? children : null;
}
