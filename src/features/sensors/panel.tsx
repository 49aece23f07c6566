import { useFrame } from '#scene/use-frames.tsx';
import { retryLayer } from '#store/layers.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { EmptyState, ErrorState, Note, PropertySection, Row, Skeleton, Stack } from '#ui';
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
  const store = useAppStore();
  const say = useText();
  const frame = useFrame<SensorFrame>(SENSORS);
  const { filter, colourBy, report } = useAppState((state) => selectSensors(state));
  const { counts, connection } = report;
  if (connection === 'absent') {
    return (
      <ErrorState title={say(messages.offlineWord)} onRetry={() => retryLayer(store, SENSORS)}>
        {say(messages.offlinePlain)}
      </ErrorState>
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
