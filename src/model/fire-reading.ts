// What detectors in houses say that bears on fire: how the features of sensors and of fire, which don't know each other,
// speak. Values in the stored unit of the property (SI), times in ms UTC.

import type { ObservedPropertyId } from './observed-property.ts';

/** Channel of `scene/frames.ts` that carries `readonly FireReading[]`. */
export const FIRE_READINGS = 'fire-readings';

/** The latest reading of one datastream of a detector in a building, or of a gas detector beside buildings. */
export interface FireReading {
  /** Id of the building, as the city's model has it; '' for a gas detector that stands outside, at the place below. */
  readonly building: string;
  readonly longitudeDeg?: number;
  readonly latitudeDeg?: number;
  /** Id and name of the sensor, e.g. to select it. */
  readonly sensor: string;
  readonly name: string;
  readonly property: ObservedPropertyId;
  /** NaN where there is none. */
  readonly value: number;
  /** NaN where it has never reported. */
  readonly timeMs: number;
  readonly isSimulated: boolean;
  /** The news is older than three intervals, or there was never any. */
  readonly isStale: boolean;
  /** What the datastream's limits say of it. */
  readonly level: 'normal' | 'warning' | 'alarm';
}
