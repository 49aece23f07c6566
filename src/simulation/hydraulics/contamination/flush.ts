// Which hydrants to flush: first by the mass that passes them after an instant, which is what they could let out at
// most; then, for the best, by what flushing there keeps from customers, simulated. kg, m³/s, s.

import type { WaterModel } from '../parts.ts';
import { nodeOf } from '../prepare.ts';
import { periodAt, throughFlow } from './carry.ts';
import type { Spread, SpreadOptions, SpreadProgress } from './parts.ts';
import { spreadContamination } from './spread.ts';

export interface FlushPlace {
  readonly node: string;
  /** Mass that flows past after the instant if nobody acts. */
  readonly passingKg: number;
  /** Mass that customers don't take because of it; NaN where it was not simulated. */
  readonly savedKg: number;
}

export interface FlushOptions {
  readonly fromS: number;
  /** Out of each hydrant. */
  readonly flowM3s: number;
  /** Hydrants that are simulated, the most promising first. */
  readonly simulated: number;
}

export function* rankFlushing(
  model: WaterModel,
  options: SpreadOptions,
  spread: Spread,
  hydrants: readonly string[],
  { fromS, flowM3s, simulated }: FlushOptions,
): Generator<SpreadProgress, FlushPlace[]> {
  const places = hydrants
    .map((node) => ({
      node,
      passingKg: passingKg(model, spread, node, fromS),
      savedKg: Number.NaN,
    }))
    .filter((place) => place.passingKg > 0)
    .sort((one, other) => other.passingKg - one.passingKg);
  const takenKg = sum(spread.takenKg);
  const tried: FlushPlace[] = [];
  for (const place of places.slice(0, simulated)) {
    const flushing = [...options.flushing, { node: place.node, flowM3s, fromS }];
    const flushed = yield* spreadContamination(model, { ...options, flushing });
    tried.push({
      ...place,
      savedKg: flushed.failure ? Number.NaN : takenKg - sum(flushed.takenKg),
    });
  }
  tried.sort((one, other) => (other.savedKg || 0) - (one.savedKg || 0));
  return [...tried, ...places.slice(simulated)];
}

function passingKg(model: WaterModel, spread: Spread, id: string, fromS: number): number {
  const node = nodeOf(model, id);
  const { frameS, frames, history } = spread;
  if ((spread.peakKgM3[node - 1] ?? 0) <= 0) return 0;
  const byPeriod = history.timesS.map((timeS) => throughFlow(model, history, node, timeS));
  let mass = 0;
  for (const [at, timeS] of frameS.entries()) {
    if (timeS < fromS) continue;
    const lasted = (frameS[at + 1] ?? history.endS) - timeS;
    mass += frames[at]![node - 1]! * byPeriod[periodAt(history.timesS, timeS)]! * lasted;
  }
  return mass;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
