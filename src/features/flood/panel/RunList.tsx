import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, ItemList, ItemRow, Menu, StatusBadge, TextField } from '#ui';
import { phaseNames } from '../messages/status.ts';
import { messages } from '../messages.ts';
import type { FloodRun } from '../state/initial.ts';
import { compareRun, endComparison, forgetRun, renameRun, showRun } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { hazardIcons } from './hazard-icons.ts';
import { standingOf, standingTones } from './status-words.ts';
import { useFloodStatus, useMoment, useSince } from './use-flood.ts';

/** All runs, the latest first: shown, compared, renamed, forgotten. */
export function RunList() {
  const say = useText();
  const runs = useAppState((state) => selectFlood(state).runs);
  return (
    <ItemList label={say(messages.runs)}>
      {runs.toReversed().map((run) => (
        <RunRow key={run.id} run={run} />
      ))}
    </ItemList>
  );
}

function RunRow({ run }: { readonly run: FloodRun }) {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const [isRenaming, setRenaming] = useState(false);
  const since = useSince();
  const status = useFloodStatus(run.id);
  const { shown, compared } = useAppState(selectFlood);
  const parent = useAppState((state) => {
    const from = run.from?.run;
    return selectFlood(state).runs.find(({ id }) => id === from)?.scenario.name;
  });
  const { name, hazard, startMs } = run.scenario;
  const standing = standingOf(run, status);
  const origin =
    run.from && parent !== undefined
      ? say(messages.whatIfOf(parent, since(run.from.timeS)))
      : moment(startMs);
  const isShown = shown === run.id;
  const isCompared = compared === run.id;
  return (
    <ItemRow
      lead={hazardIcons[hazard]}
      name={name}
      details={[
        isShown && say(messages.shown),
        isCompared && say(messages.compared),
        origin,
        status && say(messages.atTime(since(status.timeS))),
      ]}
      more={<StatusBadge tone={standingTones[standing]} word={say(phaseNames[standing])} isPlain />}
      actions={
        <>
          <IconButton
            size="s"
            icon={isShown ? 'eye' : 'eye-off'}
            isPressed={isShown}
            label={say(messages.show(name))}
            onClick={() => showRun(store, run.id)}
          />
          {!isShown && (
            <IconButton
              size="s"
              icon="compare"
              isPressed={isCompared}
              label={say(isCompared ? messages.endComparison : messages.compareWith(name))}
              onClick={() => (isCompared ? endComparison(store) : compareRun(store, run.id))}
            />
          )}
          <Menu
            label={say(messages.runActions(name))}
            side="bottom-end"
            trigger={
              <IconButton size="s" icon="more-vertical" label={say(messages.runActions(name))} />
            }
            items={[
              {
                id: 'rename',
                label: say(messages.rename),
                icon: 'pencil',
                onSelect: () => setRenaming(!isRenaming),
              },
              {
                id: 'forget',
                label: say(messages.forget),
                icon: 'trash',
                isDanger: true,
                onSelect: () => forgetRun(store, run.id),
              },
            ]}
          />
        </>
      }
    >
      {isRenaming && (
        <TextField
          label={say(messages.partName)}
          value={name}
          onChange={(next) => renameRun(store, run.id, next)}
        />
      )}
    </ItemRow>
  );
}
