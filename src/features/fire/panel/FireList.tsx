import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, ItemList, ItemRow, Menu, TextField } from '#ui';
import type { FireScenario } from '../contract.ts';
import { cardMessages } from '../messages/card.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { compareWith, hideFire, removeFire, renameFire, showFire } from '../state/fires.ts';
import { selectFire } from '../state.ts';
import { useFireStatus, useMomentText } from './use-fire.ts';

/** All fires in the twin, the latest first: shown, compared, renamed, forgotten. */
export function FireList() {
  const say = useText();
  const scenarios = useAppState((state) => selectFire(state).scenarios);
  return (
    <ItemList label={say(messages.fires)}>
      {scenarios.toReversed().map((fire) => (
        <FireRow key={fire.id} fire={fire} />
      ))}
    </ItemList>
  );
}

function FireRow({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const moment = useMomentText();
  const [isRenaming, setRenaming] = useState(false);
  const phase = useFireStatus(fire.id)?.phase;
  const { id, name, startMs, basedOn } = fire;
  const isShown = useAppState((state) => selectFire(state).shown === id);
  const isCompared = useAppState((state) => selectFire(state).compared === id);
  const hasShown = useAppState((state) => selectFire(state).shown !== '');
  const parent = useAppState(
    (state) => selectFire(state).scenarios.find((one) => one.id === basedOn)?.name,
  );
  return (
    <ItemRow
      lead="flame"
      name={name}
      details={[
        isShown && say(messages.shown),
        isCompared && say(messages.compared),
        moment(startMs),
        parent !== undefined && say(messages.basedOn(parent)),
        phase === 'failed' && say(cardMessages.phases.failed),
      ]}
      actions={
        <>
          <IconButton
            size="s"
            icon={isShown ? 'eye' : 'eye-off'}
            isPressed={isShown}
            label={say(isShown ? messages.leave : messages.show(name))}
            onClick={() => (isShown ? hideFire(store) : showFire(store, id))}
          />
          {!isShown && hasShown && (
            <IconButton
              size="s"
              icon="compare"
              isPressed={isCompared}
              label={say(isCompared ? messages.endCompare : messages.compare(name))}
              onClick={() => compareWith(store, isCompared ? '' : id)}
            />
          )}
          <Menu
            label={say(messages.more(name))}
            side="bottom-end"
            trigger={<IconButton size="s" icon="more-vertical" label={say(messages.more(name))} />}
            items={[
              {
                ...{ id: 'rename', label: say(messages.renameAct), icon: 'pencil' as const },
                onSelect: () => setRenaming(!isRenaming),
              },
              {
                ...{ id: 'forget', label: say(messages.forget(name)), icon: 'trash' as const },
                isDanger: true,
                onSelect: () => removeFire(store, id),
              },
            ]}
          />
        </>
      }
    >
      {isRenaming && (
        <TextField
          label={say(messages.rename)}
          value={name}
          onChange={(next) => renameFire(store, id, next)}
        />
      )}
    </ItemRow>
  );
}
