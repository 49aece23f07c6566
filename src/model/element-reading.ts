// What a sensor says about an element of a building model: how the features of sensors and of models, which
// don't know each other, speak. Values in the stored unit of the property, times in ms UTC.

import type { ObservedPropertyId } from './observed-property.ts';

/** Channel of `scene/frames.ts` that carries `readonly ElementReading[]`. */
export const ELEMENT_READINGS = 'element-readings';

/** The latest reading of one datastream of a sensor that is bound to an element. */
export interface ElementReading {
  /** Of the element. */
  readonly globalId: string;
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
}
