import type { Selected } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import { selectFire } from '../state.ts';
import { shownFireOf } from './clock.ts';
import { thingOf } from './selected.ts';

/** What a person calls a selected thing of the fire; zones, shelters, stations are named by who found them. */
export function nameOfThing(state: AppState, selected: Selected): string | undefined {
  const thing = thingOf(selected);
  if (thing?.kind === 'fire') {
    return selectFire(state).scenarios.find(({ id }) => id === thing.id)?.name;
  }
  if (thing?.kind === 'engine') {
    return shownFireOf(state)?.engines.find(({ id }) => id === thing.id)?.name;
  }
  return undefined;
}
