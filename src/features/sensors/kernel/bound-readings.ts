// What sensors say about things of other features: elements of building models and of networks, waters, fire, weather.

import { isSimulated } from '#contract/live-frame.ts';
import type { ElementReading } from '#model/element-reading.ts';
import type { FireReading } from '#model/fire-reading.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import { levels } from '#model/thresholds.ts';
import { type WaterReading, waterGaugeKinds, waterProperties } from '#model/water-reading.ts';
import { type WeatherReading, weatherProperties } from '#model/weather-reading.ts';
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
    const place = placeOf(sensors, sensor);
    return readingsOf(frame, sensor).flatMap(({ row, reading }): WaterReading[] => {
      const property = waterProperties.find((one) => one === reading.property);
      const intervalS = sensors.rows.intervalS[row] ?? Number.NaN;
      return property ? [{ ...reading, kind, ...place, property, intervalS }] : [];
    });
  });
}

/** What each kind of detector says that bears on fire. */
const fireProperties: Readonly<Partial<Record<SensorKind, readonly ObservedPropertyId[]>>> = {
  electricalFire: ['residualCurrent', 'cableTemperature'],
  smoke: ['smokeObscuration'],
  room: ['airTemperature'],
  gas: ['methane'],
};

/**
 * Of the detectors in buildings, and of gas detectors wherever they stand, one entry a datastream. A reading that says the
 * same as before is the same object, and so is the list: there are thousands, and news comes ten times a second.
 */
export function readingsOfFire(frame: SensorFrame): readonly FireReading[] {
  const { sensors } = frame;
  const rows = boundSensors(sensors).fireRows;
  const before = lastFireReadings.get(sensors);
  let isChanged = before === undefined;
  const readings = rows.map((row, at): FireReading => {
    const known = before?.[at];
    if (known && isSameFire(known, frame, row)) return known;
    isChanged = true;
    return fireReadingOf(frame, row);
  });
  if (before && !isChanged) return before;
  lastFireReadings.set(sensors, readings);
  return readings;
}

const lastFireReadings = new WeakMap<SensorColumns, readonly FireReading[]>();

const isSameFire = (known: FireReading, frame: SensorFrame, row: number): boolean =>
  Object.is(known.value, frame.value[row]) &&
  Object.is(known.timeMs, frame.timeMs[row]) &&
  known.isStale === (frame.isStale[row] === 1) &&
  known.level === levels[frame.level[row] ?? 0];

function fireReadingOf(frame: SensorFrame, row: number): FireReading {
  const { sensors } = frame;
  const sensor = sensors.rows.sensor[row] ?? 0;
  const building = sensors.building[sensor] ?? '';
  return {
    building,
    ...(building === '' && placeOf(sensors, sensor)),
    sensor: sensors.id[sensor] ?? '',
    name: sensors.name[sensor] ?? '',
    property: sensors.rows.property[row] ?? 'smokeObscuration',
    value: frame.value[row] ?? Number.NaN,
    timeMs: frame.timeMs[row] ?? Number.NaN,
    isSimulated: sensors.isSimulated || isSimulated(frame.quality[row] ?? 0),
    isStale: frame.isStale[row] === 1,
    level: levels[frame.level[row] ?? 0] ?? 'normal',
  };
}

/** Of the weather stations, one entry a station; what is missing or stale is left out of its values. */
export function readingsOfWeather(frame: SensorFrame): readonly WeatherReading[] {
  const { sensors } = frame;
  return boundSensors(sensors).ofWeather.map((sensor) => {
    const readings = readingsOf(frame, sensor).map(({ reading }) => reading);
    const times = readings.flatMap(({ timeMs }) => (Number.isNaN(timeMs) ? [] : [timeMs]));
    const fresh = readings.flatMap(({ property, value, isStale }) => {
      const known = weatherProperties.find((one) => one === property);
      return known && !isStale && !Number.isNaN(value) ? [[known, value] as const] : [];
    });
    return {
      sensor: sensors.id[sensor] ?? '',
      name: sensors.name[sensor] ?? '',
      ...placeOf(sensors, sensor),
      heightM: sensors.aboveGroundM[sensor] ?? Number.NaN,
      values: Object.fromEntries(fresh),
      timeMs: times.length === 0 ? Number.NaN : Math.max(...times),
      isSimulated: sensors.isSimulated || readings.some((reading) => reading.isSimulated),
      isStale: readings.every((reading) => reading.isStale),
    };
  });
}

const placeOf = (sensors: SensorColumns, sensor: number) => ({
  longitudeDeg: toDegrees(sensors.longitude[sensor] ?? Number.NaN),
  latitudeDeg: toDegrees(sensors.latitude[sensor] ?? Number.NaN),
});

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
  /** Datastreams that bear on fire. */
  readonly fireRows: readonly number[];
  readonly ofWeather: readonly number[];
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
    fireRows: sensors.kind.flatMap((kind, sensor) => {
      const isPlaced = kind === 'gas' || sensors.building[sensor] !== undefined;
      const properties = fireProperties[kind];
      if (!properties || !isPlaced) return [];
      return rowsOf(sensors, sensor).filter((row) =>
        properties.some((property) => property === sensors.rows.property[row]),
      );
    }),
    ofWeather: sensors.kind.flatMap((kind, sensor) => (kind === 'weather' ? [sensor] : [])),
    ofWaters: sensors.kind.flatMap((kind, sensor) =>
      waterGaugeKinds.some((one) => one === kind) ? [sensor] : [],
    ),
  };
  bound.set(sensors, made);
  return made;
}
