// Everything that a report says of a network, in the order of `findingKinds`.

import type { PlacedNetwork } from '../place-network.ts';
import { findCrossings } from './find-crossings.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findEnds } from './find-ends.ts';
import { findParts } from './find-parts.ts';
import { findSlopes } from './find-slopes.ts';
import { findUnknowns } from './find-unknowns.ts';
import type { NetworkFinding, ReportOptions } from './findings.ts';
import { createPlan } from './network-plan.ts';

export function findFaults(placed: PlacedNetwork, options: ReportOptions): NetworkFinding[] {
  const plan = createPlan(placed);
  return [
    ...findEnds(placed, plan, options),
    ...findSlopes(placed, plan),
    ...findDuplicates(placed, plan),
    ...findCrossings(placed, plan),
    ...findParts(placed, plan),
    ...findUnknowns(placed, plan),
  ];
}
