// What goes wrong with the instruments themselves: radio silence, no value, spikes, drift, a stuck value. A
// fault belongs to the thing and is chosen by a hash of the day of UTC.

import { type Quality, quality } from '#contract/live-frame.ts';
import { DAY, HOUR, MINUTE } from './local-clock.ts';
import { between, mix, unit } from './noise.ts';
import type { Event } from './story.ts';
import type { Signal } from './world.ts';

/** What became of a reading; `silent`: it never arrived. */
export interface Verdict {
  value: number;
  quality: number;
  isSilent: boolean;
}

const FAULTY_A_DAY = 0.05;
/** A value that has not moved for so long is told to be uncertain. */
const STUCK_NOTICED_MS = 30 * MINUTE;
/** Readings of unsteady instruments that are spikes. */
const SPIKES = 0.0006;
const DRIFTS = 0.012;
const CALIBRATION_MS = 60 * DAY;

interface Fault {
  readonly kind: 'silence' | 'missing';
  readonly fromMs: number;
  readonly toMs: number;
}

export interface FaultPlan {
  readonly seed: number;
  readonly intervalS: number;
  /** Largest usual change, for spikes and drift, in the stored unit; 0 where values are states. */
  readonly spread: number;
  readonly stuck: (timeMs: number) => Event | undefined;
}

/** Turns a reading into what arrives of it. `verdict` is written over. */
export function createFaults({ seed, intervalS, spread, stuck }: FaultPlan) {
  const isUnsteady = spread > 0 && unit(seed, 0xa1) < 0.03;
  const isDrifting = spread > 0 && unit(seed, 0xa2) < DRIFTS;
  const calibratedMs = unit(seed, 0xa3) * CALIBRATION_MS;
  let knownDay = Number.NaN;
  let known: Fault | undefined;

  function faultOf(day: number): Fault | undefined {
    if (day !== knownDay) {
      knownDay = day;
      known = toFault(mix(seed, day), day);
    }
    return known;
  }
  return (reading: Signal, timeMs: number, verdict: Verdict): void => {
    verdict.isSilent = false;
    verdict.quality = quality.good;
    const fault = faultOf(Math.floor(timeMs / DAY));
    if (fault && timeMs >= fault.fromMs && timeMs < fault.toMs) {
      verdict.isSilent = fault.kind === 'silence';
      fail(verdict, 'missing', Number.NaN);
      return;
    }
    const event = stuck(timeMs);
    if (event && timeMs < event.toMs) {
      const stuckMs = event.fromMs;
      verdict.value = reading(stuckMs);
      if (timeMs - stuckMs > STUCK_NOTICED_MS) verdict.quality = quality.uncertain;
      return;
    }
    verdict.value = reading(timeMs);
    if (isDrifting) {
      const share = ((timeMs + calibratedMs) % CALIBRATION_MS) / CALIBRATION_MS;
      verdict.value += spread * 0.5 * share;
      if (share > 0.7) verdict.quality = quality.uncertain;
    }
    if (isUnsteady) {
      const draw = mix(seed ^ 0xa4, Math.floor(timeMs / (intervalS * 1000)));
      if (unit(draw, 1) < SPIKES)
        fail(verdict, 'bad', verdict.value + spread * between(draw, 2, 4, 9));
    }
  };
}

function fail(verdict: Verdict, kind: Quality, value: number): void {
  verdict.quality = quality[kind];
  verdict.value = value;
}

/** Never across midnight of UTC, so a day knows its faults alone. */
function toFault(chance: number, day: number): Fault | undefined {
  if (unit(chance, 1) > FAULTY_A_DAY) return undefined;
  const isSilence = unit(chance, 2) < 0.5;
  const lastsMs = isSilence
    ? between(chance, 3, 8 * MINUTE, 3 * HOUR)
    : between(chance, 3, 4 * MINUTE, 90 * MINUTE);
  const fromMs = day * DAY + unit(chance, 4) * (DAY - lastsMs);
  return { kind: isSilence ? 'silence' : 'missing', fromMs, toMs: fromMs + lastsMs };
}
