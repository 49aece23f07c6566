// Which junctions water can reach: EPANET gives a head to those cut off too, which means nothing.

import { LinkProperty, type Project } from 'epanet-js';
import { describeModel } from '#simulation/hydraulics/describe-model.ts';
import { findFed } from '#simulation/hydraulics/judge-supply.ts';

/** Returns a function that tells, by index − 1, 1 where a way of open links leads to a tank or reservoir. */
export function createSupplied(project: Project): () => Uint8Array {
  const described = describeModel(project);
  return () => findFed(described, project.getLinkValues(LinkProperty.Status));
}
