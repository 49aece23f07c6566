// What the houses send down the drain: 95 % of the water they take, with the peak of a small catchment, and
// groundwater that seeps in. After DWA-A 118 in kind; m³/s.

import type { TownBuilding } from '../buildings.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import { demandsOf } from '../water/demand.ts';

const share = 0.95;

/** Mean sewage of all houses at each edge. */
export function sewageByEdge(
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
): ReadonlyMap<number, number> {
  const byEdge = new Map<number, number>();
  for (const [index, building] of buildings.entries()) {
    const access = accesses[index];
    if (!access) continue;
    const mean = demandsOf(building).reduce((sum, { meanM3s }) => sum + meanM3s, 0) * share;
    byEdge.set(access.edge, (byEdge.get(access.edge) ?? 0) + mean);
  }
  return byEdge;
}

/** Peak of the day, higher where few houses drain together, and what seeps in. */
export const sewagePeak = (meanM3s: number): number =>
  meanM3s * (1.6 + 1.4 / (1 + Math.sqrt(meanM3s * 1000) / 3)) + meanM3s * 0.3;
