// The maps of a run: maxima, arrival, duration, hazard, as one value a cell.

import type { FloodColouring } from '#features/flood/contract.ts';
import { type DebrisVariant, debrisVariants } from '#simulation/flood/hazard/uk-rating.ts';
import type { MaximaKeeper } from '#simulation/flood/maxima/keep-maxima.ts';
import { arrivalDepthsM } from '#simulation/flood/parts.ts';

export interface MapWish {
  readonly colouring: FloodColouring;
  readonly arrivalDepthM?: number;
  readonly rating?: string;
}

/** A copy. Throws one sentence where the run has no such map. */
export function mapOf(
  keeper: MaximaKeeper,
  { colouring, arrivalDepthM, rating }: MapWish,
): Float32Array<ArrayBuffer> {
  const maxima = keeper.maxima();
  switch (colouring) {
    case 'depth':
    case 'max-depth':
      return maxima.depthM.slice();
    case 'speed':
    case 'max-speed':
      return maxima.speedMs.slice();
    case 'hazard-uk':
    case 'max-hazard':
      return keeper.rating(variantOf(rating)).slice();
    case 'hazard-aidr':
      return new Float32Array(keeper.aidr());
    case 'arrival':
      return maxima.arrivalS[thresholdOf(arrivalDepthM)]!.slice();
    case 'duration':
      return maxima.durationS[thresholdOf(arrivalDepthM)]!.slice();
    case 'difference':
    case 'probability':
    case 'arrival-early':
    case 'arrival-middle':
    case 'arrival-late':
      throw new Error(`A ${colouring} needs more than one run.`);
  }
}

function variantOf(rating = 'urban'): DebrisVariant {
  const variant = debrisVariants.find((one) => one === rating);
  if (variant) return variant;
  throw new Error(
    `${rating} is no debris factor of FD2320, expected ${debrisVariants.join(', ')}.`,
  );
}

function thresholdOf(depthM: number = arrivalDepthsM[0]): number {
  const at = arrivalDepthsM.findIndex((one) => Math.abs(one - depthM) < 1e-6);
  if (at >= 0) return at;
  throw new Error(`Arrival at ${depthM} m is not kept, expected ${arrivalDepthsM.join(', ')} m.`);
}
