import { placeText } from '#model/place-deg.ts';
import type { Selected } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import { selectFlood } from '../state.ts';
import { partsOf } from './parts.ts';
import { editedScenario } from './scenarios.ts';
import { thingOf } from './selected.ts';

/** What a person calls a selected thing of the flood. */
export function nameOfThing(state: AppState, selected: Selected): string | undefined {
  const thing = thingOf(selected);
  const { gauges, waters } = selectFlood(state);
  switch (thing?.kind) {
    case 'place':
      return placeText(thing.place);
    case 'gauge':
      return gauges.find(({ id }) => id === thing.id)?.name;
    case 'levee':
      return waters?.levees.find(({ id }) => id === thing.id)?.name;
    case 'part': {
      const scenario = editedScenario(state);
      return scenario && partsOf(scenario).find(({ id }) => id === thing.id)?.name;
    }
    default:
      return undefined;
  }
}
