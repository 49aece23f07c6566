// The drought code of the city's fire weather, kept in the store: a fire that is lit takes it along, for its lawns.

import type { SessionContext } from '#features/feature.ts';
import { FIRE_RISK, type RiskFrame } from '../contract/risk.ts';
import { change } from '../state/change.ts';

/** Returns how to stop. */
export function keepDrought({
  store,
  frames,
}: Pick<SessionContext, 'store' | 'frames'>): () => void {
  const tell = (droughtCode: number | undefined) =>
    change(store, (state) => (state.droughtCode === droughtCode ? {} : { droughtCode }));
  const keep = () => {
    const weather = frames.peek<RiskFrame>(FIRE_RISK)?.summary.weather;
    // Without a measured noon it is the starting value of spring, which says nothing.
    tell(weather && weather.days > 0 ? Math.round(weather.dc) : undefined);
  };
  const unsubscribe = frames.subscribe((channel) => channel === FIRE_RISK && keep());
  keep();
  return () => {
    unsubscribe();
    tell(undefined);
  };
}
