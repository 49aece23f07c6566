import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, DataTable, Heading, PropertySection, Stack, StatusBadge } from '#ui';
import type { SensorFrame } from '../contract.ts';
import { rowsOf } from '../kernel/columns.ts';
import { statusOf } from '../kernel/status.ts';
import { messages, statusNames } from '../messages.ts';
import { ChartTools } from '../panel/ChartTools.tsx';
import { SeriesCharts } from '../panel/SeriesCharts.tsx';
import { statusTones } from '../panel/status-tone.ts';
import { useReadingText } from '../panel/use-words.ts';
import { toSelected } from '../session/surroundings.ts';
import { acknowledge, alarmsOfSelected, MOST_CHARTED } from '../state.ts';

interface SeveralSensorsProps {
  readonly frame: SensorFrame;
  readonly sensors: readonly number[];
}

const MOST_ROWS = 10;

/** Several sensors: their values side by side, their past in shared charts. */
export function SeveralSensors({ frame, sensors: positions }: SeveralSensorsProps) {
  const store = useAppStore();
  const say = useText();
  const readingText = useReadingText();
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
        height={`calc(${Math.min(MOST_ROWS, positions.length) + 2} * var(--row))`}
        columns={[
          {
            id: 'name',
            title: say(messages.sensor),
            width: 'minmax(7rem, 1fr)',
            value: (sensor) => sensors.name[sensor],
          },
          {
            id: 'value',
            title: say(messages.value),
            width: '5rem',
            align: 'end',
            value: (sensor) => frame.value[frame.shownRow[sensor] ?? -1],
            render: (sensor) => {
              const row = frame.shownRow[sensor] ?? -1;
              const property = sensors.rows.property[row];
              return property ? readingText(property, frame.value[row] ?? Number.NaN) : '–';
            },
          },
          {
            id: 'status',
            title: say(messages.status),
            width: '4.75rem',
            value: (sensor) => say(statusNames[statusOf(frame, sensor)]),
            render: (sensor) => {
              const status = statusOf(frame, sensor);
              return (
                <StatusBadge isPlain tone={statusTones[status]} word={say(statusNames[status])} />
              );
            },
          },
        ]}
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
