import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { BigButton, BigButtonList, Note, Stack } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import { igniteSelected } from '../state/commands.ts';
import { beginPointing } from '../state/pointing.ts';
import { selectFire } from '../state.ts';
import { AlarmedList } from './AlarmedList.tsx';
import { WindAhead } from './WindAhead.tsx';

/** How a fire begins in the twin: at what is selected, at an alarm, at a building that is found or pointed at. */
export function StartSection() {
  const store = useAppStore();
  const say = useText();
  const selected = useAppState((state) => selectFire(state).selected);
  const [first] = selected;
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.startHint)}</Note>
      <WindAhead />
      {first && (
        <BigButton
          icon="flame"
          kind="danger"
          name={say(messages.igniteSelected(first.name, selected.length - 1))}
          detail={say(messages.igniteDetail)}
          onClick={() => igniteSelected(store)}
        />
      )}
      <AlarmedList />
      <BigButtonList
        label={say(messages.otherStarts)}
        buttons={[
          {
            ...{ id: 'search', icon: 'search' },
            ...{ name: say(messages.findBuilding), detail: say(messages.findDetail) },
            onClick: () => openTab(store, 'search'),
          },
          {
            ...{ id: 'point', icon: 'target' },
            ...{ name: say(messages.pointIgnition), detail: say(messages.pointDetail) },
            onClick: () => beginPointing(store, 'ignition'),
          },
        ]}
      />
    </Stack>
  );
}
