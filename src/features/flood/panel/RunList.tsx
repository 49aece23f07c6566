import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Icon, IconButton, Menu, StatusBadge, TextField } from '#ui';
import { phaseNames } from '../messages/status.ts';
import { messages } from '../messages.ts';
import type { FloodRun } from '../state/initial.ts';
import { compareRun, endComparison, forgetRun, renameRun, showRun } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { hazardIcons } from './hazard-icons.ts';
import styles from './panel.module.css';
import { standingOf, standingTones } from './status-words.ts';
import { spanText, useFloodStatus, useMoment } from './use-flood.ts';

/** All runs, the latest first: shown, compared, renamed, forgotten. */
export function RunList() {
  const say = useText();
  const runs = useAppState((state) => selectFlood(state).runs);
  return (
    <ul className={styles.list} aria-label={say(messages.runs)}>
      {runs.toReversed().map((run) => (
        <li key={run.id}>
          <RunRow run={run} />
        </li>
      ))}
    </ul>
  );
}

function RunRow({ run }: { readonly run: FloodRun }) {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const [isRenaming, setRenaming] = useState(false);
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
      ? say(messages.whatIfOf(parent, `T+${spanText(run.from.timeS)}`))
      : moment(startMs);
  const isShown = shown === run.id;
  const isCompared = compared === run.id;
  return (
    <>
      <div className={styles.item}>
        <span className={styles.itemIcon}>
          <Icon name={hazardIcons[hazard]} />
        </span>
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.small}>
            {[
              ...(isShown ? [say(messages.shown)] : []),
              ...(isCompared ? [say(messages.compared)] : []),
              origin,
              ...(status ? [say(messages.atTime(`T+${spanText(status.timeS)}`))] : []),
            ].join(' · ')}
          </span>
          <span>
            <StatusBadge tone={standingTones[standing]} word={say(phaseNames[standing])} isPlain />
          </span>
        </span>
        <span className={styles.buttons}>
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
        </span>
      </div>
      {isRenaming && (
        <TextField
          label={say(messages.partName)}
          value={name}
          onChange={(next) => renameRun(store, run.id, next)}
        />
      )}
    </>
  );
}
