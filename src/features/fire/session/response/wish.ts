// What the roads and stations are like at the shown moment, and whether that is another thing than before.

import { closureSources, type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import type { Frames } from '#scene/frames.ts';
import { presentOf } from '#store/clock.ts';
import type { AppState } from '#store/store.ts';
import type { ResponseWish } from '#workers/fire-response/client.ts';
import { selectFire } from '../../state.ts';

export const shownMsOf = ({ clock }: AppState, wallMs: number): number =>
  clock.mode === 'live' ? presentOf(clock, wallMs) : clock.now;

export function wishOf(state: AppState, frames: Frames, wallMs: number): ResponseWish {
  const { added, closedStations, closedStreets, ...takes } = selectFire(state).response;
  const counts = { flood: takes.takesFlood, fire: takes.takesFire, works: takes.takesWorks };
  return {
    atMs: shownMsOf(state, wallMs),
    ...{ added, closedStations, closedStreets },
    closures: closureSources.flatMap((source) => {
      const closures = counts[source] && frames.peek<RoadClosures>(roadClosuresOf(source));
      return closures ? [closures] : [];
    }),
  };
}

/** The same for two moments at which the same streets are closed. */
export function keyOf({ atMs, added, closedStations, closedStreets, closures }: ResponseWish) {
  const isShut = ({ to, fromMs, untilMs = Infinity }: Shut) =>
    to === 'engines' && fromMs <= atMs && atMs < untilMs;
  const shut = closures.map(({ source, name, streets, places = [] }) => [
    ...[source, name],
    ...streets.filter(isShut).map(({ id }) => id),
    ...places.filter(isShut).map((one) => `${one.longitudeDeg} ${one.latitudeDeg}`),
  ]);
  return JSON.stringify([added, closedStations, closedStreets, shut]);
}

type Shut = Pick<RoadClosures['streets'][number], 'to' | 'fromMs' | 'untilMs'>;
