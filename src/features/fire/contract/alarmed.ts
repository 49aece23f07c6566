// A building that detectors warn of: what leads from an alarm to its building and to a fire in the twin.

import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { BuildingRef } from '../contract.ts';

export interface AlarmedBuilding {
  readonly building: BuildingRef;
  /** Name of the detector that says most, its property, value in the stored unit (SI), time (ms UTC). */
  readonly detector: string;
  readonly property: ObservedPropertyId;
  readonly value: number;
  readonly timeMs: number;
  readonly level: 'warning' | 'alarm';
  readonly isSimulated: boolean;
  /** Readings of this building beyond a limit. */
  readonly count: number;
}
