import { useMemo } from 'react';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, EmptyState, localeOf, type TableSort, useKit } from '#ui';
import { SENSORS, type SensorFrame } from '../contract.ts';
import { findSensor } from '../kernel/columns.ts';
import { orderSensors, type SensorSort } from '../kernel/order.ts';
import { messages } from '../messages.ts';
import { surroundingsOf, toSelected } from '../session/surroundings.ts';
import { selectSensors, sortSensors } from '../state.ts';
import { sensorColumnIds, useSensorColumns } from './use-sensor-columns.tsx';

/** Every sensor that the filters let pass, with value, unit, status and age; the same as on the map. */
export function SensorList({ frame }: { readonly frame: SensorFrame }) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const columns = useSensorColumns(frame);
  const sort = useAppState((state) => selectSensors(state).sort);
  const selection = useAppState((state) => state.selection);
  const { sensors } = frame;
  const order = useMemo(
    () => orderSensors(frame, sort, localeOf(language)),
    [frame, sort, language],
  );
  const selectedIds = useMemo(
    () => new Set(selection.filter(({ feature }) => feature === SENSORS).map(({ id }) => id)),
    [selection],
  );
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
      lines={2}
      height="24rem"
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
  const column = sensorColumnIds.find((id) => id === sort?.column);
  return sort && column && { column, direction: sort.direction };
}
