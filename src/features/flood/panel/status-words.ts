// The figures of a status as they are written: the line in view and the whole words share them.

import type { Text } from '#model/text.ts';
import type { Tone } from '#ui';
import type { FloodStatus } from '../contract.ts';
import { statusMessages } from '../messages/status.ts';
import type { FloodRun } from '../state/initial.ts';

export type Standing = FloodStatus['phase'] | 'waiting' | 'stopped';

/** How a run stands as a person sees it: before the worker has said anything, it waits. */
export function standingOf(run: FloodRun, status: FloodStatus | undefined): Standing {
  if (status?.phase === 'failed' || status?.phase === 'done') return status.phase;
  if (run.wanted === 'stop') return 'stopped';
  if (!status) return run.wanted === 'pause' ? 'paused' : 'waiting';
  return status.phase;
}

export const standingTones: Readonly<Record<Standing, Tone>> = {
  waiting: 'info',
  preparing: 'info',
  running: 'good',
  paused: 'off',
  done: 'good',
  stopped: 'off',
  failed: 'critical',
};

/** `3×10⁻⁷`, `0`, `0.2 %`: a share whose size matters more than its digits. */
export function shareText(share: number): string {
  const size = Math.abs(share);
  if (!Number.isFinite(size)) return '–';
  if (size === 0) return '0';
  // What 64 bits leave of nothing.
  if (size < 1e-9) return '< 10⁻⁹';
  if (size >= 0.0005) return `${(size * 100).toFixed(size < 0.1 ? 1 : 0)} %`;
  const power = Math.floor(Math.log10(size));
  return `${Math.round(size / 10 ** power)}×10${superscript(power)}`;
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (power: number): string =>
  `${power < 0 ? '⁻' : ''}${[...String(Math.abs(power))].map((one) => digits[Number(one)]).join('')}`;

export const metresText = (value: number): string =>
  `${value < 10 ? Math.round(value * 100) / 100 : Math.round(value)} m`;

export const factorText = (factor: number): string =>
  factor >= 10 ? String(Math.round(factor)) : factor.toFixed(1);

/** What counts as beyond, in the words of each scheme. */
export const beyondMeans = (scheme: FloodStatus['scheme']): Text =>
  scheme === 'local-inertial'
    ? statusMessages.beyondLocalInertial
    : statusMessages.beyondShallowWater;

/** Local inertial leaves out what fast water does; shallow water doesn't. */
export const shareBeyond = ({ scheme, froudeShare }: FloodStatus): number =>
  scheme === 'local-inertial' ? froudeShare : 0;
