// Depth of critical flow in a surveyed channel as SWMM finds it: Ridder's method between two depths around a circle's,
// until what it finds moves by less than 0.001 ft. m, m^2.5.
// Source: SWMM reference manual vol. II (EPA/600/R-17/111), section 5.1; Press et al. 2007, Numerical Recipes, 9.2.

import { readShares } from './read-section.ts';
import type { SectionTable } from './section-table.ts';

const SHORTEST_M = 0.001 * 0.3048;
const MOST_STEPS = 60;
/** Sections as full as a circle within a factor of two are read at equal steps instead. */
export const nearlyRound = { least: 0.5, most: 2 } as const;

const shares = new Float64Array(3);

/** Depth at which √(A³/W) is `wanted`; the full one where even just below that it is less. */
export function searchCritical(table: SectionTable, wanted: number): number {
  const full = table.heightM;
  let low = 0;
  let high = 0.99 * full;
  if (flowAt(table, high) < wanted) return full;
  const guess = Math.min(1.01 * ((wanted * wanted) / full) ** 0.25, 0.97 * full);
  const half = flowAt(table, 0.5 * full);
  if (flowAt(table, guess) > wanted) {
    high = guess;
    if (half < wanted) low = 0.5 * full;
  } else {
    low = guess;
    if (half > wanted) high = 0.5 * full;
  }
  return ridder(table, wanted, low, high);
}

function ridder(table: SectionTable, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  let under = flowAt(table, low) - wanted;
  let over = flowAt(table, high) - wanted;
  let found = (low + high) / 2;
  for (let k = 0; k < MOST_STEPS && high - low > SHORTEST_M; k++) {
    const middle = (low + high) / 2;
    const there = flowAt(table, middle) - wanted;
    const root = Math.sqrt(there * there - under * over);
    if (root === 0) break;
    const next = middle - ((middle - low) * there) / root;
    if (Math.abs(next - found) <= SHORTEST_M) break;
    found = next;
    const now = flowAt(table, found) - wanted;
    if (now === 0) break;
    if (there < 0 !== now < 0) {
      if (now < 0) [low, under, high, over] = [found, now, middle, there];
      else [low, under, high, over] = [middle, there, found, now];
    } else if (now < 0) [low, under] = [found, now];
    else [high, over] = [found, now];
  }
  return found;
}

function flowAt(table: SectionTable, depthM: number): number {
  readShares(table, depthM / table.heightM, shares);
  const area = table.areaM2 * shares[0]!;
  const width = table.widthM * shares[1]!;
  return width > 0 ? area * Math.sqrt(area / width) : 0;
}
