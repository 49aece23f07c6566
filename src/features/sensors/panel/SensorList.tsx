import { useMemo } from 'react';
import { sensorKinds } from '#model/sensor-kind.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  DataTable,
  EmptyState,
  Glyph,
  localeOf,
  StatusBadge,
  type TableColumn,
  type TableSort,
  useKit,
} from '#ui';
import { SENSORS, type SensorFrame } from '../contract.ts';
import { findSensor } from '../kernel/columns.ts';
import { orderSensors, type SensorSort } from '../kernel/order.ts';
import { statusOf } from '../kernel/status.ts';
import { glyphs } from '../layer/glyphs.ts';
import { messages, statusNames } from '../messages.ts';
import { surroundingsOf, toSelected } from '../session/surroundings.ts';
import { selectSensors, sortSensors } from '../state.ts';
import styles from './sensors.module.css';
import { statusTones } from './status-tone.ts';
import { useAgeText, useReadingText } from './use-words.ts';

const columnIds = ['name', 'value', 'status', 'age'] as const;

/** Every sensor that the filters let pass, with value, unit, status and age; the same as on the map. */
export function SensorList({ frame }: { readonly frame: SensorFrame }) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const readingText = useReadingText();
  const ageText = useAgeText();
  const sort = useAppState((state) => selectSensors(state).sort);
  const selection = useAppState((state) => state.selection);
  const clock = useAppState((state) => state.clock);
  const { sensors, shownRow, value, timeMs } = frame;
  const nowMs = clock.mode === 'live' ? clock.now : frame.sourceTimeMs;
  const order = useMemo(
    () => orderSensors(frame, sort, localeOf(language)),
    [frame, sort, language],
  );
  const selectedIds = useMemo(
    () => new Set(selection.filter(({ feature }) => feature === SENSORS).map(({ id }) => id)),
    [selection],
  );
  const rowOf = (sensor: number) => shownRow[sensor] ?? -1;
  const columns: readonly TableColumn<number>[] = [
    {
      id: 'name',
      title: say(messages.sensor),
      width: 'minmax(7rem, 1fr)',
      value: (sensor) => sensors.name[sensor],
      render: (sensor) => {
        const kind = sensors.kind[sensor];
        return (
          <span className={styles.name} title={`${sensors.name[sensor]} · ${sensors.id[sensor]}`}>
            {kind && <Glyph path={glyphs[kind]} size="s" label={say(sensorKinds[kind])} />}
            <span className={styles.words}>{sensors.name[sensor]}</span>
          </span>
        );
      },
    },
    {
      id: 'value',
      title: say(messages.value),
      width: '5rem',
      align: 'end',
      value: (sensor) => value[rowOf(sensor)],
      render: (sensor) => {
        const row = rowOf(sensor);
        const property = sensors.rows.property[row];
        return (
          <span className={frame.isStale[row] === 1 ? styles.faded : styles.value}>
            {property ? readingText(property, value[row] ?? Number.NaN) : '–'}
          </span>
        );
      },
    },
    {
      id: 'status',
      title: say(messages.status),
      width: '4.75rem',
      value: (sensor) => statusOf(frame, sensor),
      render: (sensor) => {
        const status = statusOf(frame, sensor);
        return (
          <StatusBadge
            isPlain
            tone={statusTones[status]}
            word={say(statusNames[status])}
            isBlinking={frame.isUnacknowledged[sensor] === 1}
          />
        );
      },
    },
    {
      id: 'age',
      title: say(messages.age),
      width: '3.5rem',
      align: 'end',
      value: (sensor) => timeMs[rowOf(sensor)],
      render: (sensor) => {
        const row = rowOf(sensor);
        return row < 0 ? '–' : ageText(timeMs[row] ?? Number.NaN, nowMs);
      },
    },
  ];
  return (
    <DataTable
      label={say(messages.list)}
      columns={columns}
      rows={order}
      rowId={(sensor) => sensors.id[sensor] ?? ''}
      sort={sort}
      onSortChange={(next) => sortSensors(store, toSensorSort(next))}
      selectedIds={selectedIds}
      onSelectionChange={(ids) =>
        select(
          store,
          [...ids].flatMap((id) => {
            const sensor = findSensor(sensors, id);
            return sensor === undefined ? [] : [toSelected(sensors, sensor)];
          }),
        )
      }
      onActivate={(sensor) => {
        select(store, [toSelected(sensors, sensor)]);
        flyTo(store, poseLookingAt(surroundingsOf(sensors, sensor)));
      }}
      height="22rem"
      {...(order.length === 0 && {
        instead: (
          <EmptyState
            icon={sensors.count === 0 ? 'sensor' : 'filter'}
            title={say(sensors.count === 0 ? messages.noSensors : messages.noMatch)}
          >
            {sensors.count > 0 && say(messages.noMatchDetail)}
          </EmptyState>
        ),
      })}
    />
  );
}

function toSensorSort(sort: TableSort | undefined): SensorSort | undefined {
  const column = columnIds.find((id) => id === sort?.column);
  return sort && column && { column, direction: sort.direction };
}
