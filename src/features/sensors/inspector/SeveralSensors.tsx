import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, DataTable, Heading, PropertySection, Stack } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { rowsOf } from '../kernel/columns.ts';
import { messages } from '../messages.ts';
import { ChartTools } from '../panel/ChartTools.tsx';
import { SeriesCharts } from '../panel/SeriesCharts.tsx';
import { useSensorColumns } from '../panel/use-sensor-columns.tsx';
import { toSelected } from '../session/surroundings.ts';
import { acknowledge, alarmsOfSelected, MOST_CHARTED } from '../state.ts';

interface SeveralSensorsProps {
  readonly frame: SensorFrame;
  readonly sensors: readonly number[];
}

const MOST_ROWS = 6;

/** Several sensors: their values side by side, their past in shared charts. */
export function SeveralSensors({ frame, sensors: positions }: SeveralSensorsProps) {
  const store = useAppStore();
  const say = useText();
  const columns = useSensorColumns(frame);
  const waiting = useAppState((state) => alarmsOfSelected(state).length);
  const { sensors } = frame;
  const rows = positions.slice(0, MOST_CHARTED).flatMap((sensor) => rowsOf(sensors, sensor));
  return (
    <Stack>
      <Heading level={3}>{say(messages.severalSelected(positions.length))}</Heading>
      {waiting > 0 && (
        <Button
          size="s"
          kind="primary"
          icon="check"
          onClick={() => acknowledge(store, alarmsOfSelected(store.getState()))}
        >
          {`${say(messages.acknowledgeAll)} · ${waiting}`}
        </Button>
      )}
      <DataTable
        label={say(messages.severalSelected(positions.length))}
        rows={positions}
        rowId={(sensor) => sensors.id[sensor] ?? ''}
        onActivate={(sensor) => select(store, [toSelected(sensors, sensor)])}
        height={`calc(${1 + 1.7 * Math.min(MOST_ROWS, positions.length) + 0.2} * var(--row))`}
        columns={columns}
        lines={2}
      />
      {rows.length > 0 && (
        <PropertySection title={say(messages.chart)} isFree>
          <Stack>
            <ChartTools numbers={rows.map((row) => sensors.rows.number[row] ?? 0)} />
            <SeriesCharts sensors={sensors} rows={rows} />
          </Stack>
        </PropertySection>
      )}
    </Stack>
  );
}
