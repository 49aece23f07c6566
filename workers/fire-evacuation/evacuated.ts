import type { EvacuationRequest } from '#features/fire/contract/evacuation.ts';
import type { RingsDeg } from '#features/fire/contract.ts';
import type { RoadQueues } from '#simulation/fire/response/road-queues.ts';
import type { Chosen, Group } from './groups.ts';
import type { Mode, OpenRoads, StreetGraph } from './roads.ts';
import type { EvacuationTown, Shelter } from './town.ts';

/** All that the result is told from. */
export interface Evacuated {
  readonly town: EvacuationTown;
  readonly graph: StreetGraph;
  readonly request: EvacuationRequest;
  readonly zone: RingsDeg;
  readonly rows: Uint32Array;
  readonly groups: readonly Group[];
  readonly shelters: readonly Shelter[];
  readonly chosen: Chosen;
  readonly open: Readonly<Record<Mode, OpenRoads>>;
  /** Of each mode: which groups, in the order of its queues. */
  readonly members: Readonly<Record<Mode, readonly number[]>>;
  readonly queues: Readonly<Record<Mode, RoadQueues>>;
}
