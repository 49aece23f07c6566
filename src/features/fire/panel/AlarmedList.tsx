import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { Heading, IconButton, Note, Stack, StatusBadge } from '#ui';
import type { AlarmedBuilding } from '../contract/alarmed.ts';
import { cardMessages as messages } from '../messages/card.ts';
import { shownFireOf } from '../state/clock.ts';
import { ignite } from '../state/fires.ts';
import { igniteMore } from '../state/steer.ts';
import { selectFire } from '../state.ts';
import { lookAt } from './look-at.ts';
import styles from './panel.module.css';
import { useMomentText, useReadingText } from './use-fire.ts';

/** Buildings whose detectors are beyond a limit: to the building, or its fire at once. */
export function AlarmedList() {
  const say = useText();
  const alarmed = useAppState((state) => selectFire(state).alarmed);
  if (alarmed.length === 0) return <Note kind="faint">{say(messages.noAlarmed)}</Note>;
  return (
    <Stack gap="none">
      <Heading level={4}>{say(messages.alarmed)}</Heading>
      <ul className={styles.list} aria-label={say(messages.alarmed)}>
        {alarmed.map((one) => (
          <li key={one.building.id}>
            <AlarmedRow alarmed={one} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function AlarmedRow({ alarmed }: { readonly alarmed: AlarmedBuilding }) {
  const store = useAppStore();
  const say = useText();
  const reading = useReadingText();
  const moment = useMomentText();
  const { building, detector, property, value, timeMs, level, count, isSimulated } = alarmed;
  const show = () => {
    select(store, [{ feature: 'city', index: building.index, id: building.id }]);
    lookAt(store, building.at);
    openTab(store, 'inspector');
  };
  const burn = () => {
    if (shownFireOf(store.getState())) igniteMore(store, [building]);
    else ignite(store, building);
    lookAt(store, building.at);
  };
  return (
    <div className={styles.item}>
      <StatusBadge
        tone={level === 'alarm' ? 'critical' : 'warning'}
        word={say(messages.level[level])}
        isPlain
      />
      <span className={styles.words}>
        <span className={styles.name}>{building.name}</span>
        <span className={styles.small}>
          {[
            reading(property, value),
            say(messages.moreReadings(count)),
            detector,
            moment(timeMs),
            isSimulated && say(messages.simulated),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={styles.buttons}>
        <IconButton
          size="s"
          icon="building"
          label={say(messages.showBuilding(building.name))}
          onClick={show}
        />
        <IconButton
          size="s"
          icon="flame"
          label={say(messages.ignite(building.name))}
          onClick={burn}
        />
      </span>
    </div>
  );
}
