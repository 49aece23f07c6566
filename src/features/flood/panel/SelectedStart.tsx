import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row } from '#ui';
import { FLOOD_SELECTED, type SelectedPlace } from '../contract/selected-place.ts';
import { messages } from '../messages.ts';
import { beginAt } from '../state/begin-at.ts';
import { breachPreset } from '../state/presets.ts';
import { thingOf } from '../state/selected.ts';
import { selectFlood } from '../state.ts';
import { begin } from './begin.ts';

/** Begins at what is selected: a burst at a pipe, a breach of a levee, water at a place. */
export function SelectedStart() {
  const store = useAppStore();
  const say = useText();
  const selection = useAppState((state) => state.selection);
  const levees = useAppState((state) => selectFlood(state).waters?.levees);
  const found = useFrame<SelectedPlace>(FLOOD_SELECTED);
  const [one] = selection;
  const thing = one && selection.length === 1 ? thingOf(one) : undefined;
  const levee = thing?.kind === 'levee' && levees?.find(({ id }) => id === thing.id);
  if (levee) {
    return (
      <Row>
        <Button
          kind="danger"
          size="l"
          icon="slash"
          onClick={() => begin(store, breachPreset(levee))}
        >
          {say(messages.breachSelected(levee.name))}
        </Button>
      </Row>
    );
  }
  if (!found || found.id !== one?.id) return null;
  const isPipe = found.feature === 'pipes';
  return (
    <Row gap="s" isWrapping>
      <Button
        kind={isPipe ? 'danger' : 'secondary'}
        size="l"
        icon={isPipe ? 'pipe' : 'droplet'}
        onClick={() => beginAt(store, isPipe ? 'burst' : 'inflow', found.place, found.id)}
      >
        {say((isPipe ? messages.burstSelected : messages.sourceAt)(found.title))}
      </Button>
    </Row>
  );
}
