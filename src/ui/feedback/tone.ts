import type { IconName } from '../icons/icons.ts';

/** How something stands. Every tone has a shape of its own, so colour is never the only sign. */
export type Tone =
  | 'good'
  | 'info'
  | 'warning'
  | 'serious'
  | 'critical'
  | 'stale'
  | 'simulated'
  | 'off';

export const toneIcons: Readonly<Record<Tone, IconName>> = {
  good: 'success',
  info: 'info',
  warning: 'warning',
  serious: 'diamond',
  critical: 'error',
  stale: 'clock',
  simulated: 'model',
  off: 'circle-dashed',
};
