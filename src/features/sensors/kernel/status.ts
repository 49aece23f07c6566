import { STALE_INTERVALS } from '#contract/sensor-catalogue.ts';
import { levels } from '#model/thresholds.ts';
import {
  type Readings,
  type SensorColumns,
  type SensorFrame,
  type SensorStatus,
  statuses,
} from '../contract.ts';

type Standing = Pick<SensorFrame, 'sensorLevel' | 'sensorIsStale' | 'sensors'>;

const ALARM = levels.indexOf('alarm');
const WARNING = levels.indexOf('warning');

/** Position in `statuses`: an alarm stays in sight when its sensor falls silent, a warning does not. */
export function statusIndex(frame: Standing, sensor: number): number {
  const { firstRow } = frame.sensors;
  if (firstRow[sensor] === firstRow[sensor + 1]) return statuses.indexOf('none');
  const level = frame.sensorLevel[sensor];
  if (level === ALARM) return statuses.indexOf('alarm');
  if (frame.sensorIsStale[sensor] === 1) return statuses.indexOf('stale');
  return statuses.indexOf(level === WARNING ? 'warning' : 'normal');
}

export const statusOf = (frame: Standing, sensor: number): SensorStatus =>
  statuses[statusIndex(frame, sensor)] ?? 'none';

/** The same readings, stale by what is now: for the time while nobody says what is new. */
export function ageReadings({ rows }: SensorColumns, readings: Readings, nowMs: number): Readings {
  const isStale = Uint8Array.from(readings.timeMs, (timeMs, row) =>
    nowMs - timeMs <= STALE_INTERVALS * 1000 * rows.intervalS[row]! ? 0 : 1,
  );
  return { ...readings, isStale };
}
