import type { StartPart } from '#features/feature.ts';
import { keepAlarmed } from './alarmed.ts';
import { colourBuildings } from './building-colours.ts';
import { stopClockAtEnd } from './clock.ts';
import { keepDrought } from './drought.ts';
import { followEvacuation } from './evacuation.ts';
import { followGestures } from './gestures.ts';
import { keepIncident } from './incident/keep-incident.ts';
import { takeLateWeather } from './late-weather.ts';
import { makePointed } from './pointed.ts';
import { followResponse } from './response.ts';
import { followRisk } from './risk.ts';
import { followSecondary } from './secondary.ts';
import { followSelected } from './selected.ts';
import { followSmoke } from './smoke.ts';
import { followSpread } from './spread.ts';
import { keepStations } from './stations.ts';
import { followWildland } from './wildland.ts';

/** What runs while the city is open, each in a file or folder of its own; each starts its worker when it is first needed. */
export const parts: readonly StartPart[] = [
  (context, signal) => keepStations(context, signal),
  (context) => keepDrought(context),
  followRisk,
  followResponse,
  followSpread,
  followSmoke,
  followSelected,
  keepAlarmed,
  makePointed,
  followGestures,
  stopClockAtEnd,
  (context) => takeLateWeather(context),
  colourBuildings,
  followEvacuation,
  (context, signal) => keepIncident(context, signal),
  followWildland,
  followSecondary,
];
