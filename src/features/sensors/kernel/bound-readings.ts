// What sensors say about things of other features: elements of building models and of networks.

import { isSimulated } from '#contract/live-frame.ts';
import type { ElementReading } from '#model/element-reading.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import { levels } from '#model/thresholds.ts';
import { type WaterReading, waterGaugeKinds, waterProperties } from '#model/water-reading.ts';
import type { SensorColumns, SensorFrame } from '../contract.ts';
import { rowsOf } from './columns.ts';

/** Of the sensors that watch elements of building models, one entry a datastream. */
export function readingsOfElements(frame: SensorFrame): readonly ElementReading[] {
  const { sensors } = frame;
  return boundSensors(sensors).ofElements.flatMap((sensor) => {
    const globalId = sensors.bimElement[sensor] ?? '';
    return readingsOf(frame, sensor).map(({ reading }) => ({ globalId, ...reading }));
  });
}

/** Of the sensors that stand at a node or link of a network, one entry a datastream. */
export function readingsOfNetworks(frame: SensorFrame): readonly NetworkReading[] {
  const { sensors } = frame;
  return boundSensors(sensors).ofNetworks.flatMap((sensor) => {
    const network = sensors.network[sensor];
    const element = sensors.element[sensor];
    if (network === undefined || element === undefined) return [];
    return readingsOf(frame, sensor).map(({ row, reading }) => ({
      network,
      element,
      ...reading,
      isAlarm: frame.level[row] === ALARM,
    }));
  });
}

/** Of the gauges of rivers, sea, rain and streets, one entry a datastream that is about water. */
export function readingsOfWaters(frame: SensorFrame): readonly WaterReading[] {
  const { sensors } = frame;
  return boundSensors(sensors).ofWaters.flatMap((sensor) => {
    const kind = waterGaugeKinds.find((one) => one === sensors.kind[sensor]);
    if (!kind) return [];
    const place = {
      longitudeDeg: toDegrees(sensors.longitude[sensor] ?? Number.NaN),
      latitudeDeg: toDegrees(sensors.latitude[sensor] ?? Number.NaN),
    };
    return readingsOf(frame, sensor).flatMap(({ row, reading }): WaterReading[] => {
      const property = waterProperties.find((one) => one === reading.property);
      const intervalS = sensors.rows.intervalS[row] ?? Number.NaN;
      return property ? [{ ...reading, kind, ...place, property, intervalS }] : [];
    });
  });
}

const toDegrees = (angle: number) => (angle * 180) / Math.PI;
const ALARM = levels.indexOf('alarm');

function readingsOf(frame: SensorFrame, sensor: number) {
  const { sensors } = frame;
  return rowsOf(sensors, sensor).flatMap((row) => {
    const property = sensors.rows.property[row];
    if (property === undefined) return [];
    const reading = {
      sensor: sensors.id[sensor] ?? '',
      name: sensors.name[sensor] ?? '',
      property,
      value: frame.value[row] ?? Number.NaN,
      timeMs: frame.timeMs[row] ?? Number.NaN,
      isSimulated: sensors.isSimulated || isSimulated(frame.quality[row] ?? 0),
      isStale: frame.isStale[row] === 1,
    };
    return [{ row, reading }];
  });
}

interface Bound {
  readonly ofElements: readonly number[];
  readonly ofNetworks: readonly number[];
  readonly ofWaters: readonly number[];
}
const bound = new WeakMap<SensorColumns, Bound>();

/** Most sensors watch neither, and the catalogue seldom changes. */
function boundSensors(sensors: SensorColumns): Bound {
  const known = bound.get(sensors);
  if (known) return known;
  const withId = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((id, sensor) => (id === undefined ? [] : [sensor]));
  const made = {
    ofElements: withId(sensors.bimElement),
    ofNetworks: withId(sensors.element).filter((sensor) => sensors.network[sensor] !== undefined),
    ofWaters: sensors.kind.flatMap((kind, sensor) =>
      waterGaugeKinds.some((one) => one === kind) ? [sensor] : [],
    ),
  };
  bound.set(sensors, made);
  return made;
}
