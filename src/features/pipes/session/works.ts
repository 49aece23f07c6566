// Streets that a burst closes to everybody: dug from the work order until it is repaired or ended. Which street it is, is
// known by its place alone.

import { type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import { watch } from '#store/watch.ts';
import type { BurstIncident } from '../contract/burst.ts';
import { selectPipes } from '../state.ts';
import type { StartPart } from './part.ts';

const CHANNEL = roadClosuresOf('works');

export const startWorks: StartPart = ({ store, frames }) => {
  const publish = () => frames.publish(CHANNEL, closuresOf(selectPipes(store.getState()).incident));
  const stop = watch(store, (state) => [selectPipes(state).incident], publish);
  publish();
  return () => {
    stop();
    frames.publish(CHANNEL, undefined);
  };
};

/** Undefined where nobody has been sent to dig. */
export function closuresOf(incident: BurstIncident | undefined): RoadClosures | undefined {
  const fromMs = incident?.steps.find(({ act }) => act.kind === 'workOrder')?.atMs;
  if (!incident || fromMs === undefined) return undefined;
  const untilMs = endOf(incident);
  const both = (['cars', 'engines'] as const).map((to) => ({
    ...{ longitudeDeg: incident.longitudeDeg, latitudeDeg: incident.latitudeDeg, to, fromMs },
    ...(untilMs !== undefined && { untilMs }),
  }));
  return {
    ...{ source: 'works', name: incident.place, isSimulated: false },
    ...{ streets: [], places: both },
  };
}

/** The last word counts: what was taken for repaired may be open again. */
function endOf({ steps }: BurstIncident): number | undefined {
  const last = steps.findLast(({ act }) => ['repaired', 'notRepaired', 'ended'].includes(act.kind));
  return last?.act.kind === 'notRepaired' ? undefined : last?.atMs;
}
