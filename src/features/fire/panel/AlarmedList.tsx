import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { Heading, IconButton, ItemList, ItemRow, Note, Stack, StatusBadge } from '#ui';
import type { AlarmedBuilding } from '../contract/alarmed.ts';
import { cardMessages as messages } from '../messages/card.ts';
import { shownFireOf } from '../state/clock.ts';
import { ignite } from '../state/fires.ts';
import { igniteMore } from '../state/steer.ts';
import { selectFire } from '../state.ts';
import { lookAt } from './look-at.ts';
import { useMomentText, useReadingText } from './use-fire.ts';

/** Buildings whose detectors are beyond a limit: to the building, or its fire at once. */
export function AlarmedList() {
  const say = useText();
  const alarmed = useAppState((state) => selectFire(state).alarmed);
  if (alarmed.length === 0) return <Note kind="faint">{say(messages.noAlarmed)}</Note>;
  return (
    <Stack gap="none">
      <Heading level={4}>{say(messages.alarmed)}</Heading>
      <ItemList label={say(messages.alarmed)}>
        {alarmed.map((one) => (
          <AlarmedRow key={one.building.id} alarmed={one} />
        ))}
      </ItemList>
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
    <ItemRow
      lead={{
        badge: (
          <StatusBadge
            tone={level === 'alarm' ? 'critical' : 'warning'}
            word={say(messages.level[level])}
            isPlain
          />
        ),
      }}
      name={building.name}
      details={[
        reading(property, value),
        say(messages.moreReadings(count)),
        detector,
        moment(timeMs),
        isSimulated && say(messages.simulated),
      ]}
      actions={
        <>
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
        </>
      }
    />
  );
}
