// Flow → depth of uniform and of critical flow, inside the solver.

import { readCurve } from './read-section.ts';
import { searchLevel } from './search-area.ts';
import { searchCritical } from './search-critical.ts';
import type { SectionTable } from './section-table.ts';

/** Depth (m) at which the section factor A·R^⅔ by the full one is `share`. */
export function depthOfFactor(table: SectionTable, share: number): number {
  if (share < 1) {
    if (table.isSurveyed && share > 0) return table.heightM * searchLevel(table, share);
    return table.heightM * readCurve(table.uniform, share);
  }
  const { value, share: depth } = table.overfull;
  const last = value.length - 1;
  if (last < 0) return table.heightM;
  return table.heightM * (share >= value[last]! ? depth[last]! : readCurve(table.overfull, share));
}

/** Critical depth (m) of a flow: Q²/g = A³/W. */
export function depthOfCritical(table: SectionTable, flowByRootG: number): number {
  if (table.isSearched && flowByRootG > 0) return searchCritical(table, flowByRootG);
  return table.heightM * readCurve(table.critical, flowByRootG);
}
