import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { EmptyState, Note, PropertySection, Row, Skeleton, Stack } from '#ui';
import { SENSORS, type SensorFrame } from './contract.ts';
import { messages } from './messages.ts';
import { AlarmSummary } from './panel/AlarmSummary.tsx';
import { ColourSection } from './panel/ColourSection.tsx';
import { FilterSection } from './panel/FilterSection.tsx';
import { Freshness } from './panel/Freshness.tsx';
import { SensorList } from './panel/SensorList.tsx';
import { SortSelect } from './panel/SortSelect.tsx';
import { isFiltering, selectSensors } from './state.ts';

/** The body of the sensors' card: how fresh, what is wrong, what is shown, and every sensor in a list. */
export default function SensorsPanel() {
  const say = useText();
  const frame = useFrame<SensorFrame>(SENSORS);
  const { filter, colourBy, report } = useAppState((state) => selectSensors(state));
  const { counts, connection } = report;
  if (connection === 'absent') {
    // The card's own banner says why, and offers to try again.
    return (
      <EmptyState icon="offline" title={say(messages.offlineWord)}>
        {say(messages.offlinePlain)}
      </EmptyState>
    );
  }
  if (!frame || !counts) {
    return (
      <Stack>
        <Note kind="faint">{say(messages.loading)}</Note>
        <Skeleton lines={6} />
      </Stack>
    );
  }
  if (counts.total === 0) return <EmptyState icon="sensor" title={say(messages.noSensors)} />;
  return (
    <Stack>
      <Freshness />
      <AlarmSummary />
      <FilterSection counts={counts} />
      <PropertySection
        title={say(messages.colourBy)}
        isFree
        isInitiallyOpen={colourBy !== undefined}
      >
        <ColourSection counts={counts} />
      </PropertySection>
      <Row spread="between" isEven>
        <Note kind="number">
          {say(
            isFiltering(filter)
              ? messages.matching(counts.matching, counts.total)
              : messages.sensors(counts.total),
          )}
        </Note>
        <SortSelect />
      </Row>
      <SensorList frame={frame} />
      <Note kind="faint">{say(messages.listHint)}</Note>
    </Stack>
  );
}
