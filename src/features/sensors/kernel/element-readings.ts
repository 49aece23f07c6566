import { isSimulated } from '#contract/live-frame.ts';
import type { ElementReading } from '#model/element-reading.ts';
import type { SensorColumns, SensorFrame } from '../contract.ts';
import { rowsOf } from './columns.ts';

/** What the sensors that watch elements of building models say, one entry a datastream. */
export function readingsOfElements(frame: SensorFrame): readonly ElementReading[] {
  const { sensors } = frame;
  return boundSensors(sensors).flatMap((sensor) => {
    const globalId = sensors.bimElement[sensor] ?? '';
    return rowsOf(sensors, sensor).flatMap((row): ElementReading[] => {
      const property = sensors.rows.property[row];
      if (property === undefined) return [];
      return [
        {
          globalId,
          sensor: sensors.id[sensor] ?? '',
          name: sensors.name[sensor] ?? '',
          property,
          value: frame.value[row] ?? Number.NaN,
          timeMs: frame.timeMs[row] ?? Number.NaN,
          isSimulated: sensors.isSimulated || isSimulated(frame.quality[row] ?? 0),
          isStale: frame.isStale[row] === 1,
        },
      ];
    });
  });
}

const bound = new WeakMap<SensorColumns, readonly number[]>();

/** Most sensors watch no element, and the catalogue seldom changes. */
function boundSensors(sensors: SensorColumns): readonly number[] {
  const known = bound.get(sensors);
  if (known) return known;
  const made = sensors.bimElement.flatMap((id, sensor) => (id === undefined ? [] : [sensor]));
  bound.set(sensors, made);
  return made;
}
