// The stations that send something now: the city's without those that a person closed, and stand-by places.

import type { StationAtWork } from '#features/fire/contract/response.ts';
import type { StationsAtDoors } from '#simulation/fire/response/doors.ts';
import { START_STOP_S } from '#simulation/fire/response/engine-speed.ts';
import { nfpa1710 } from '#simulation/fire/response/standards.ts';
import type { ResponseWish } from './protocol.ts';
import type { RoadTown } from './road-town.ts';

/** Engines of a first full alarm: 16 firefighters, four an engine; 42 in a high-rise (NFPA 1710, 5.2.4). */
export const FULL_ALARM_ENGINES = 4;
export const HIGH_RISE_ENGINES = 11;
/** More stations than this aren't kept of any place. */
const DEEPEST = 8;

export interface StationsNow {
  /** What `arrivals` count in; closed ones are in `listed` alone. */
  readonly sending: readonly StationAtWork[];
  readonly listed: readonly StationAtWork[];
  /** `readyS` holds the turnout and what getting up to speed costs. */
  readonly at: StationsAtDoors;
  /** How many of a place's earliest stations have to be known for a full alarm everywhere. */
  readonly depth: number;
}

export function stationsNow(town: RoadTown, wish: ResponseWish): StationsNow {
  const shut = new Set(wish.closedStations);
  const own = town.stations.map(({ edge, share, turnoutS, areEnginesKnown: _, ...station }) => ({
    ...{ edge, share, turnoutS },
    station: { ...station, isClosed: shut.has(station.id) },
  }));
  const added = wish.added.map(({ id, name, at, engines }) => ({
    ...town.placeOn(at),
    turnoutS: nfpa1710.turnoutS,
    station: {
      ...{ id, name, at, engines: Math.max(1, Math.round(engines)) },
      ...{ crew: Number.NaN, isAdded: true, isClosed: shut.has(id) },
    },
  }));
  const all = [...own, ...added];
  const sending = all.filter(({ station }) => !station.isClosed);
  return {
    sending: sending.map(({ station }) => station),
    listed: all.map(({ station }) => station),
    at: {
      edge: Int32Array.from(sending, ({ edge }) => edge),
      share: Float32Array.from(sending, ({ share }) => share),
      readyS: Float32Array.from(sending, ({ turnoutS }) => turnoutS + START_STOP_S),
      engines: Uint8Array.from(sending, ({ station }) => station.engines),
    },
    depth: depthFor(
      sending.map(({ station }) => station.engines),
      town.isHighRise.includes(1) ? HIGH_RISE_ENGINES : FULL_ALARM_ENGINES,
    ),
  };
}

/** The stations with the fewest engines may be the nearest ones. */
function depthFor(engines: readonly number[], needed: number): number {
  let sum = 0;
  let depth = 0;
  for (const own of [...engines].sort((a, b) => a - b)) {
    if (sum >= needed || depth === DEEPEST) break;
    sum += own;
    depth++;
  }
  return Math.max(1, depth);
}
