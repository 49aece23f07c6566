import type { Tone } from '#ui';
import type { SensorStatus } from '../contract.ts';

/** Each status by shape and colour. */
export const statusTones: Readonly<Record<SensorStatus, Tone>> = {
  alarm: 'critical',
  stale: 'stale',
  warning: 'warning',
  normal: 'good',
  none: 'off',
};
