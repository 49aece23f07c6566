import { metres, radians } from '#model/units.ts';
import type { Target } from '#scene/camera-pose.ts';
import type { Selected } from '#store/selection.ts';
import { SENSORS, type SensorColumns } from '../contract.ts';

/** Wide enough to see what a sensor stands beside. */
const AROUND_M = 70;

/** A sensor with its surroundings, to fly to. */
export const surroundingsOf = (columns: SensorColumns, sensor: number): Target => ({
  longitude: radians(columns.longitude[sensor] ?? 0),
  latitude: radians(columns.latitude[sensor] ?? 0),
  height: metres(columns.heightM[sensor] ?? 0),
  radius: metres(AROUND_M),
});

export const toSelected = (columns: SensorColumns, sensor: number): Selected => ({
  feature: SENSORS,
  index: sensor,
  id: columns.id[sensor] ?? '',
});
