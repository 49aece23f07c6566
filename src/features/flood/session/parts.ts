import type { StartPart } from '#features/feature.ts';
import { followBurst } from './burst.ts';
import { readCityWaters } from './city-waters.ts';
import { followConsequences } from './consequences.ts';
import { followDrawing } from './draw.ts';
import { followEnsemble } from './ensemble.ts';
import { keepForecasts } from './forecasts.ts';
import { keepIncident } from './incident/keep-incident.ts';
import { followLive } from './live.ts';
import { publishRoadClosures } from './road-closures.ts';
import { followSelected } from './selected-place.ts';
import { followSewers } from './sewers.ts';

/** What runs beside the floods, each in a file or folder of its own. */
export const parts: readonly StartPart[] = [
  readCityWaters,
  followSelected,
  followBurst,
  followSewers,
  followConsequences,
  publishRoadClosures,
  followEnsemble,
  (context, signal) => followLive(context, signal),
  (context, signal) => keepForecasts(context, signal),
  (context, signal) => keepIncident(context, signal),
  ({ store, frames }) => followDrawing(store, frames),
];
