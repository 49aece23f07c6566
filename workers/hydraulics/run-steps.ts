// Steps of a run, with or without quality, as seconds that are done.

import type { WaterRunRequest } from '#features/pipes/contract/water.ts';
import { type ExtendedOptions, runExtended } from '#simulation/hydraulics/extended.ts';
import type { SolverFailure, WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { type QualityOutcome, runQuality } from '#simulation/hydraulics/quality.ts';
import type { RunFrame } from './run-frame.ts';

/** Tanks begin with the water of two days. */
const WARM_UP_S = 172_800;

export interface Ended {
  readonly failure: SolverFailure | undefined;
  readonly quality: Omit<QualityOutcome, 'failure'> | undefined;
}

/** Yields the seconds that are done. */
export function* createSteps(
  model: WaterModel,
  options: ExtendedOptions,
  { quality, horizonS }: WaterRunRequest,
  frames: RunFrame[],
  add: (snapshot: WaterSnapshot) => void,
): Generator<number, Ended> {
  if (!quality) {
    const steps = runExtended(model, options);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { failure: value, quality: undefined };
      add(value);
      yield value.timeS;
    }
  }
  const news = runQuality(model, { ...options, quality, warmUpS: WARM_UP_S });
  const byTime = new Map<number, RunFrame>();
  for (;;) {
    const { done, value } = news.next();
    if (done) {
      const { failure, ...about } = value;
      return { failure, quality: failure ? undefined : about };
    }
    if (value.phase === 'hydraulics') {
      add(value.snapshot);
      const last = frames.at(-1);
      if (last) byTime.set(last.timeS, last);
    } else if (value.phase === 'quality') {
      const frame = byTime.get(value.timeS);
      if (frame) frame.quality = Float32Array.from(value.values);
    }
    yield value.phase === 'quality' ? horizonS / 2 + value.timeS / 2 : 0;
  }
}
