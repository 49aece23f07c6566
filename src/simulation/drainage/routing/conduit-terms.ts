// Parts of a conduit's momentum: width and area where it is full or has a slot, local losses, what a blockage takes
// and what it loses to air and ground. SWMM reference manual vol. II (EPA/600/R-17/111), sections 3.3 and 5. SI.

import { readShares } from '../section/read-section.ts';
import type { SectionTable } from '../section/section-table.ts';
import { type ConduitArrays, DRY_M2 } from './drains.ts';

const wide = new Float64Array(3);

/** To air from an open channel's surface, to the ground under its widest wet level. */
export function lossRate(
  conduits: ConduitArrays,
  k: number,
  share: number,
  evaporationMps: number,
): number {
  const table = conduits.tables[k]!;
  const length = conduits.lengthM[k]! * table.widthM;
  readShares(table, Math.min(share, 1), wide);
  const air = table.isOpen ? wide[1]! * length * evaporationMps : 0;
  readShares(table, Math.min(share, table.widestShare), wide);
  return air + wide[1]! * length * conduits.seepageMps[k]!;
}

/** Width of the surface by the full one; a closed section's is taken at the crown where it stands higher. */
export function surfaceShare(
  table: SectionTable,
  share: number,
  shares: Float64Array,
  crown: number,
  hasSlot: boolean,
): number {
  if (table.isOpen || share < crown) return shares[1]!;
  if (hasSlot) return share > 1.78 ? 0.01 : 0.5423 * Math.exp(-(share ** 2.4));
  readShares(table, crown, wide);
  return wide[1]!;
}

export function areaAt(
  table: SectionTable,
  depth: number,
  shares: Float64Array,
  crown: number,
  hasSlot: boolean,
): number {
  if (!hasSlot || table.isOpen || depth <= table.heightM) return table.areaM2 * shares[0]!;
  const slot = table.widthM * surfaceShare(table, depth / table.heightM, shares, crown, hasSlot);
  return table.areaM2 + (depth - table.heightM) * slot;
}

export function localLoss(
  conduits: ConduitArrays,
  k: number,
  flow: number,
  a1: number,
  a2: number,
  aMiddle: number,
): number {
  let sum = conduits.averageLoss[k]! * (flow / aMiddle);
  if (a1 > DRY_M2) sum += conduits.entryLoss[k]! * (flow / a1);
  if (a2 > DRY_M2) sum += conduits.exitLoss[k]! * (flow / a2);
  return sum;
}

/** Loss of a sudden narrowing to `opening` of the section (Borda–Carnot with contraction 0.6), by speed. */
export function blockage(opening: number, speed: number): number {
  if (opening >= 1) return 0;
  return (1 / (0.6 * opening) - 1) ** 2 * speed;
}
