// What a colouring is painted from, where it is there: of the open city and of the shown fire.

import type { Frames } from '#scene/frames.ts';
import type { AppState } from '#store/store.ts';
import { type CoverFrame, FIRE_COVER } from '../../contract/response.ts';
import { FIRE_RISK, type RiskFrame } from '../../contract/risk.ts';
import {
  FIRE_ENSEMBLE,
  FIRE_MOMENT,
  FIRE_SPREAD,
  type FireMoment,
  type FireSpread,
  SECOND_SPREAD,
  type SpreadEnsemble,
} from '../../contract/spread.ts';
import type { ColourSource } from '../../kernel/colours/paint.ts';
import type { ShownColouring } from '../../kernel/colours/scales.ts';
import { selectFire } from '../../state.ts';

export function sourceOf(
  colouring: ShownColouring,
  state: AppState,
  frames: Frames,
): ColourSource | undefined {
  const { shown } = selectFire(state);
  switch (colouring) {
    case 'risk-class':
    case 'risk-percentile': {
      const frame = frames.peek<RiskFrame>(FIRE_RISK);
      return frame && frame.build === state.city?.manifest.build ? { colouring, frame } : undefined;
    }
    case 'burning':
      return burningOf(state, frames);
    case 'arrival': {
      const spread = frames.peek<FireSpread>(FIRE_SPREAD);
      return spread?.scenario === shown ? { colouring, spread } : undefined;
    }
    case 'difference':
      return differenceOf(state, frames);
    case 'probability': {
      const ensemble = frames.peek<SpreadEnsemble>(FIRE_ENSEMBLE);
      return ensemble?.scenario === shown ? { colouring, ensemble } : undefined;
    }
    case 'first-engine':
    case 'full-alarm': {
      const cover = frames.peek<CoverFrame>(FIRE_COVER);
      return cover && { colouring, cover };
    }
  }
}

function burningOf(state: AppState, frames: Frames): ColourSource | undefined {
  const { shown, scenarios } = selectFire(state);
  const spread = frames.peek<FireSpread>(FIRE_SPREAD);
  const moment = frames.peek<FireMoment>(FIRE_MOMENT);
  const fire = scenarios.find(({ id }) => id === shown);
  if (!fire || spread?.scenario !== shown || moment?.scenario !== shown) return undefined;
  const { timeS } = moment;
  const wet = fire.defences
    .filter(({ fromS, untilS = Number.POSITIVE_INFINITY }) => fromS <= timeS && timeS < untilS)
    .flatMap(({ buildings }) => buildings.map(({ index }) => index));
  return { colouring: 'burning', spread, timeS, wet };
}

function differenceOf(state: AppState, frames: Frames): ColourSource | undefined {
  const { shown, compared } = selectFire(state);
  const spread = frames.peek<FireSpread>(FIRE_SPREAD);
  const second = frames.peek<FireSpread>(SECOND_SPREAD);
  const moment = frames.peek<FireMoment>(FIRE_MOMENT);
  const isThere = spread?.scenario === shown && moment?.scenario === shown;
  if (!isThere || second?.scenario !== compared) return undefined;
  return { colouring: 'difference', spread, second, timeS: moment.timeS };
}

/** Buildings that the source speaks of, in city-wide index order. */
export function countOf(source: ColourSource): number {
  switch (source.colouring) {
    case 'risk-class':
    case 'risk-percentile':
      return source.frame.riskClass.length;
    case 'burning':
    case 'difference':
    case 'arrival':
      return source.spread.ignitionS.length;
    case 'probability':
      return source.ensemble.burnProbability.length;
    case 'first-engine':
      return source.cover.firstS.length;
    case 'full-alarm':
      return source.cover.fullS.length;
  }
}
