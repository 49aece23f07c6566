import { createContext, useContext } from 'react';
import type { Tone } from './tone.ts';

export interface Toast {
  readonly tone?: Tone;
  readonly title: string;
  readonly detail?: string;
  /** e.g. undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until dismissed where 0; 6 s otherwise, 10 s with an action. */
  readonly durationMs?: number;
}

export type Notify = (toast: Toast) => void;

export const NotifyContext = createContext<Notify>(() => {
  throw new Error('useNotify needs a KitProvider above it.');
});

/** Shows a notice in the corner and says it to screen readers. */
export const useNotify = (): Notify => useContext(NotifyContext);
