import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Heading, Row, Stack } from '#ui';
import { SENSORS, type SensorFrame } from '../contract.ts';
import { findChartedRow } from '../kernel/columns.ts';
import { messages } from '../messages.ts';
import { clearCharted, selectSensors } from '../state.ts';
import { ChartTools } from './ChartTools.tsx';
import { ReplayNotice } from './Freshness.tsx';
import { SeriesCharts } from './SeriesCharts.tsx';
import { SourceClock } from './SourceClock.tsx';

/** What the sensors have to say about time: what a replay shows, the simulation's clock, lines compared. */
export default function SensorsTime() {
  const isSet = useAppState(({ clock }) => clock.mode === 'set');
  return (
    <Stack>
      {isSet && <ReplayNotice />}
      <Row>
        <SourceClock />
      </Row>
      <Comparison />
    </Stack>
  );
}

function Comparison() {
  const store = useAppStore();
  const say = useText();
  const sensors = useFrame<SensorFrame>(SENSORS)?.sensors;
  const charted = useAppState((state) => selectSensors(state).charted);
  if (!sensors || charted.length === 0) return null;
  const rows = charted.flatMap((id) => findChartedRow(sensors, id) ?? []);
  return (
    <Stack>
      <Row spread="between">
        <Heading level={3}>{say(messages.comparison)}</Heading>
        <Button size="s" kind="quiet" icon="close" onClick={() => clearCharted(store)}>
          {say(messages.clearComparison)}
        </Button>
      </Row>
      <ChartTools numbers={rows.map((row) => sensors.rows.number[row] ?? 0)} />
      <SeriesCharts sensors={sensors} rows={rows} />
    </Stack>
  );
}
