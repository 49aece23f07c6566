// What a sensor says about an element of a network under the streets: how the features of sensors and of pipes,
// which don't know each other, speak. Values in the stored unit of the property, times in ms UTC.

import type { ObservedPropertyId } from './observed-property.ts';
import type { UtilityNetwork } from './utility-network.ts';

/** Channel of `scene/frames.ts` that carries `readonly NetworkReading[]`. */
export const NETWORK_READINGS = 'network-readings';

/** The latest reading of one datastream of a sensor that is bound to an element of a network. */
export interface NetworkReading {
  readonly network: UtilityNetwork;
  /** Id of the node or link, as in the network's collections and its model. */
  readonly element: string;
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
  readonly isAlarm: boolean;
}
