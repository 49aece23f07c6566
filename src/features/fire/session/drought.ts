// The drought of the city's fire weather, kept in the store: a fire that is lit takes it along, for its lawns.

import type { SessionContext } from '#features/feature.ts';
import { FIRE_RISK, type RiskFrame } from '../contract/risk.ts';
import { change } from '../state/change.ts';
import type { FireState } from '../state/initial.ts';

/** Returns how to stop. */
export function keepDrought({
  store,
  frames,
}: Pick<SessionContext, 'store' | 'frames'>): () => void {
  const tell = (drought: FireState['drought']) =>
    change(store, (state) =>
      JSON.stringify(state.drought) === JSON.stringify(drought) ? {} : { drought },
    );
  const keep = () => {
    const weather = frames.peek<RiskFrame>(FIRE_RISK)?.summary.weather;
    // Without a measured noon it is the starting value of spring, which says nothing.
    if (!weather || weather.days === 0) return tell(undefined);
    const { dc, station, atMs, days } = weather;
    tell({ code: Math.round(dc), record: { station, atMs, days } });
  };
  const unsubscribe = frames.subscribe((channel) => channel === FIRE_RISK && keep());
  keep();
  return () => {
    unsubscribe();
    tell(undefined);
  };
}
